import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { notify, requires } from '../identity/index.ts'
import { fingerprintOf } from '../platform/fingerprint.ts'
import { Form } from '../platform/forms.ts'
import { parsePercent, percentOf } from '../platform/percent.ts'
import { type OfficeTaxRate, officeTaxRates, rulesState, setTaxRates } from '../pricing/index.ts'
import { changes } from './change.ts'
import { csvOf, sendCsv } from './csv.ts'
import { gridGiven, gridLength, gridRows } from './grid-form.ts'

const columns = ['country', 'region', 'class', 'percent'] as const
const taxForm = z.object({ seen: z.string().max(40) }).catchall(z.string().max(60))

/** What is taxed where: `/admin/taxes`. */
export function taxRoutes(): Router {
  const routes = Router()
  routes.get('/admin/taxes', requires('edit-rules'), async (_req, res) => {
    const rates = await officeTaxRates()
    await showTaxes(res, new Form(gridGiven(rates.map(cellsOf)), undefined), fingerprintOf(rates))
  })
  routes.get('/admin/taxes.csv', requires('edit-rules'), async (_req, res) => {
    const lines = (await officeTaxRates()).map((rate) => Object.values(cellsOf(rate)))
    sendCsv(res, 'taxes', csvOf([...columns], lines))
  })
  routes.post(
    '/admin/taxes',
    ...changes(
      {
        ...{ right: 'edit-rules', action: 'taxes-set' },
        subject: () => 'taxes',
        state: (tx) => rulesState(tx, 'taxes'),
      },
      taxForm,
      async (req: Request, res, sent) => {
        const { form, rates } = ratesIn(sent)
        if (!form.ok) return showTaxes(res.status(422), form, sent.text('seen'))
        if ((await setTaxRates(sent.text('seen'), rates)).refused) {
          const now = await officeTaxRates()
          return showTaxes(res.status(409), form.refuse('admin.rules.changed'), fingerprintOf(now), now)
        }
        notify(req, { key: 'admin.done.rules' })
        res.redirect(303, req.addressTo('/admin/taxes'))
      },
    ),
  )
  return routes
}

function cellsOf({ country, region, taxClass, rate }: OfficeTaxRate) {
  return { country, region, class: taxClass, percent: percentOf(rate) }
}

function ratesIn<Value>(form: Form<Value>): { form: Form<Value>; rates: OfficeTaxRate[] } {
  const rows = gridRows(form, columns)
  const keyOf = (cells: (typeof rows)[number]) =>
    `${cells.country} ${cells.region} ${cells.class}`.toLowerCase()
  const checked = rows.reduce((told, cells, index) => {
    const faults: [boolean, string, string][] = [
      [!/^[a-z]{2}$/i.test(cells.country), 'admin.rules.country', `country-${cells.row}`],
      [!/^[a-z0-9]{0,3}$/i.test(cells.region), 'admin.rules.region', `region-${cells.row}`],
      [!/^[a-z-]{1,30}$/.test(cells.class), 'admin.rules.class', `class-${cells.row}`],
      [parsePercent(cells.percent) === undefined, 'admin.rules.percent', `percent-${cells.row}`],
      [
        rows.findIndex((other) => keyOf(other) === keyOf(cells)) < index,
        'admin.rules.twin',
        `country-${cells.row}`,
      ],
    ]
    return faults
      .filter(([isWrong]) => isWrong)
      .reduce((sofar, [, key, field]) => sofar.refuse(key, {}, field), told)
  }, form)
  const rates = rows.map((cells) => ({
    ...{ country: cells.country.toUpperCase(), region: cells.region.toUpperCase(), taxClass: cells.class },
    rate: parsePercent(cells.percent) ?? 0,
  }))
  return { form: checked, rates }
}

async function showTaxes(res: Response, form: Form<unknown>, seen: string, now: OfficeTaxRate[] = []) {
  await res.page('admin/taxes', {
    ...{ form, seen, length: gridLength(form, columns) },
    now: now.map((rate) => Object.values(cellsOf(rate)).filter(Boolean).join(' ')),
  })
}
