import { type Response, Router } from 'express'
import { z } from 'zod'
import { pricesState, setPrices, standingPrices } from '../catalogue/index.ts'
import { notify, requires } from '../identity/index.ts'
import { blankForm, type Form } from '../platform/forms.ts'
import { currencies, decimalOf } from '../platform/money.ts'
import { changes } from './change.ts'
import { csvOf, sendCsv } from './csv.ts'
import type { ListFault } from './list-rows.ts'
import { type PricedLine, priceList } from './price-list.ts'
import { listField, readsList } from './reads-list.ts'

const MOST_EXPORTED = 400_000
const listForm = z.object(listField)
const amount = z.int().positive()
const said = { amount, compareAt: amount.nullable() }
const prices = z.array(
  z.object({ variantId: amount, currency: z.enum(currencies), ...said, seen: z.object(said).nullable() }),
)
const pricesForm = z.object({ ...listField, prices: z.string().max(2_000_000) })

/** What everything costs, as a list that is written, looked at and then set: `/admin/prices`. */
export function priceRoutes(): Router {
  const routes = Router()
  routes.get('/admin/prices', requires('edit-prices'), (_req, res) => showPrices(res, blankForm()))
  routes.get('/admin/prices.csv', requires('edit-prices'), async (_req, res) => {
    const lines = (await standingPrices({ limit: MOST_EXPORTED })).map((one) => [
      ...[one.sku, one.title, one.currency, decimalOf(one)],
      one.compareAt === null ? '' : decimalOf({ amount: one.compareAt, currency: one.currency }),
    ])
    sendCsv(res, 'prices', csvOf(['sku', 'title', 'currency', 'price', 'compare_at'], lines))
  })
  routes.post(
    '/admin/prices',
    ...readsList('edit-prices', listForm, async (_req, res, form) => {
      if (!form.ok) return showPrices(res.status(422), form)
      await showPrices(res, form, await priceList(form.value.list))
    }),
  )
  routes.post(
    '/admin/prices/set',
    ...changes(
      {
        ...{ right: 'edit-prices', action: 'prices-set', subject: () => 'price list' },
        state: (tx, req) =>
          pricesState(
            tx,
            pricesIn(String(req.body.prices ?? '')).map(({ variantId }) => variantId),
          ),
      },
      pricesForm,
      async (req, res, form) => {
        const wanted = form.ok ? pricesIn(form.value.prices) : []
        if (!form.ok || wanted.length === 0)
          return showPrices(res.status(422), form.refuse('admin.prices.nothing'))
        const outcome = await setPrices(wanted)
        if ('refused' in outcome) {
          const refusal = form.refuse('admin.list.changed')
          return showPrices(res.status(409), refusal, await priceList(form.value.list))
        }
        notify(req, { key: 'admin.done.prices', values: { count: wanted.length } })
        res.redirect(303, req.addressTo('/admin/prices'))
      },
    ),
  )
  return routes
}

/** The prices that a form brings back; what somebody has written by hand and makes no sense is none. */
function pricesIn(text: string) {
  try {
    return prices.catch([]).parse(JSON.parse(text))
  } catch {
    return []
  }
}

async function showPrices(
  res: Response,
  form: Form<unknown>,
  read: { lines: PricedLine[]; faults: ListFault[] } | null = null,
) {
  const isOther = ({ seen, amount, compareAt }: PricedLine) =>
    seen?.amount !== amount || seen.compareAt !== compareAt
  const changed = read?.lines.filter(isOther) ?? []
  await res.page('admin/prices', {
    ...{ form, faults: read?.faults ?? [], lines: read ? changed : null },
    ...{ same: (read?.lines.length ?? 0) - changed.length, prices: JSON.stringify(changed) },
  })
}
