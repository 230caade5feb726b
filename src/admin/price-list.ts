import {
  type NewPrice,
  officeVariantsOf,
  type StandingPrice,
  standingPrices,
  variantsCalled,
} from '../catalogue/index.ts'
import { currencies } from '../platform/money.ts'
import { amountIn } from './amount-in.ts'
import { type ListFault, listRows, MOST_ROWS } from './list-rows.ts'

/** A line of a price list: what a variant costs now, and what it is to cost. */
export interface PricedLine extends NewPrice {
  sku: string
  title: string
}

const headings = {
  sku: ['sku'],
  currency: ['currency', 'wahrung'],
  price: ['price', 'preis'],
  compare: ['compareat', 'was', 'vorher', ''],
}

/**
 * Reads a price list: a row of headings with `sku`, `currency`, `price` and perhaps `compare_at`. Prices that it does not
 * speak of stay as they are.
 */
export async function priceList(text: string): Promise<{ lines: PricedLine[]; faults: ListFault[] }> {
  const faults: ListFault[] = []
  const refuse = (line: number, key: string, values = {}) => faults.push({ line, key, values })
  const typed = new Map<string, Omit<StandingPrice, 'variantId'> & { line: number; sku: string }>()
  for (const { line, sku, currency: code, price, compare } of await listRows(text, headings, refuse)) {
    const currency = currencies.find((one) => one === code.toUpperCase())
    const amount = currency && amountIn(price, currency)
    const compareAt = currency && amountIn(compare, currency)
    const name = `${sku.toLowerCase()} ${currency}`
    const known = typed.get(name)
    if (!sku) refuse(line, 'admin.count.no-sku')
    else if (!currency) refuse(line, 'admin.prices.currency', { sku, known: currencies.join(', ') })
    else if (!amount) refuse(line, 'admin.prices.amount', { sku })
    else if (compareAt === undefined || (compareAt > 0 && compareAt <= amount))
      refuse(line, 'admin.prices.compare', { sku })
    else if (known) refuse(line, 'admin.prices.twice', { sku, currency, first: known.line })
    else if (typed.size >= MOST_ROWS) refuse(line, 'admin.list.many', { most: MOST_ROWS })
    else typed.set(name, { line, sku, currency, amount, compareAt: compareAt || null })
  }
  const ids = await variantsCalled([...new Set([...typed.values()].map(({ sku }) => sku))])
  const variantIds = [...ids.values()]
  const [standing, variants] = await Promise.all([
    standingPrices({ variantIds }),
    officeVariantsOf(variantIds),
  ])
  const now = new Map(standing.map((price) => [`${price.variantId} ${price.currency}`, price]))
  const named = new Map(variants.map((variant) => [variant.id, variant]))
  const lines = [...typed.values()].flatMap(({ line, sku, ...price }) => {
    const variantId = ids.get(sku.toLowerCase())
    if (variantId === undefined) {
      refuse(line, 'admin.count.unknown', { sku })
      return []
    }
    const before = now.get(`${variantId} ${price.currency}`)
    const { title, sku: called } = named.get(variantId)!
    return [
      {
        ...{ ...price, variantId, title, sku: called },
        seen: before ? { amount: before.amount, compareAt: before.compareAt } : null,
      },
    ]
  })
  return { lines, faults: faults.sort((a, b) => a.line - b.line) }
}
