import type { Form } from '../platform/forms.ts'
import { currencies, decimalOf, parseAmount } from '../platform/money.ts'
import type { OfficeMethod, OfficeRate } from '../pricing/index.ts'
import { type Cells, gridGiven, gridRows } from './grid-form.ts'

export const rateColumns = [
  'zone',
  'currency',
  'grams',
  'from',
  'cost',
  'free',
  'days-from',
  'days-to',
] as const

/** The rates of a way of delivery as cells of a table. */
export function rateLines({
  rates,
}: Pick<OfficeMethod, 'rates'>): Record<(typeof rateColumns)[number], string>[] {
  return rates.map(({ zone, currency, gramsTo, valueFrom, amount, freeFrom, daysFrom, daysTo }) => ({
    ...{ zone, currency, grams: gramsTo === null ? '' : String(gramsTo) },
    from: valueFrom === 0 ? '' : decimalOf({ amount: valueFrom, currency }),
    cost: decimalOf({ amount, currency }),
    free: freeFrom === null ? '' : decimalOf({ amount: freeFrom, currency }),
    ...{ 'days-from': String(daysFrom), 'days-to': String(daysTo) },
  }))
}

/** What stands in the fields of a way of delivery. */
export function methodGiven(method: OfficeMethod): Record<string, string> {
  const { code, name, position } = method
  return {
    ...{ code, 'name-en': name.en, 'name-de': name.de ?? '', position: String(position) },
    ...gridGiven(rateLines(method)),
  }
}

/** The rates that were typed; or the form with what is wrong with them. */
export function methodIn<Value>(
  form: Form<Value>,
  zones: string[],
): { form: Form<Value>; rates: OfficeRate[] } {
  const rows = gridRows(form, rateColumns)
  const keyOf = ({ zone, currency, grams, from }: Cells<(typeof rateColumns)[number]>) =>
    [zone, currency, grams, from].join(' ')
  const checked = rows.reduce((told, cells, index) => {
    const { row } = cells
    const isAmount = (text: string) => amountIn(text, cells.currency) !== undefined
    const isCount = (text: string) => /^\d{1,7}$/.test(text)
    const faults: [boolean, string, string][] = [
      [!zones.includes(cells.zone), 'admin.rules.zone', `zone-${row}`],
      [
        !currencies.some((currency) => currency === cells.currency),
        'admin.rules.currency',
        `currency-${row}`,
      ],
      [
        Boolean(cells.grams) && !(isCount(cells.grams) && Number(cells.grams) > 0),
        'admin.variant.weight.wrong',
        `grams-${row}`,
      ],
      [Boolean(cells.from) && !isAmount(cells.from), 'admin.product.price', `from-${row}`],
      [!isAmount(cells.cost), 'admin.product.price', `cost-${row}`],
      [Boolean(cells.free) && !amountIn(cells.free, cells.currency), 'admin.product.price', `free-${row}`],
      [!isCount(cells['days-from']), 'admin.rules.number', `days-from-${row}`],
      [
        !isCount(cells['days-to']) || Number(cells['days-to']) < Number(cells['days-from']),
        'admin.rules.days',
        `days-to-${row}`,
      ],
      [rows.findIndex((other) => keyOf(other) === keyOf(cells)) < index, 'admin.rules.twin', `zone-${row}`],
    ]
    return faults
      .filter(([isWrong]) => isWrong)
      .reduce((sofar, [, key, field]) => sofar.refuse(key, {}, field), told)
  }, form)
  const rates = rows.map((cells) => ({
    ...{ zone: cells.zone, currency: cells.currency, gramsTo: cells.grams ? Number(cells.grams) : null },
    valueFrom: amountIn(cells.from, cells.currency) ?? 0,
    amount: amountIn(cells.cost, cells.currency) ?? 0,
    freeFrom: cells.free ? (amountIn(cells.free, cells.currency) ?? null) : null,
    ...{ daysFrom: Number(cells['days-from']), daysTo: Number(cells['days-to']) },
  }))
  return { form: checked, rates }
}

function amountIn(text: string, currency: string): number | undefined {
  return currency ? parseAmount(text.replace(',', '.'), currency) : undefined
}
