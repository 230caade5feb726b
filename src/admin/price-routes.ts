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
import { readsList } from './reads-list.ts'

const MOST_EXPORTED = 400_000
const listForm = z.object({ list: z.string().max(2_000_000, 'shared.form.too-long').default('') })
const price = z.object({
  variantId: z.int().positive(),
  currency: z.enum(currencies),
  amount: z.int().positive(),
  compareAt: z.int().positive().nullable(),
})
const pricesForm = z.object({ prices: z.string().max(1_000_000) })

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
      const asked = form.ok && !form.value.list.trim() ? form.refuse('admin.list.missing', {}, 'list') : form
      if (!asked.ok) return showPrices(res.status(422), asked)
      await showPrices(res, asked, await priceList(asked.value.list))
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
        const prices = form.ok ? pricesIn(form.value.prices) : []
        if (prices.length === 0) return showPrices(res.status(422), form.refuse('admin.prices.nothing'))
        await setPrices(prices)
        notify(req, { key: 'admin.done.prices', values: { count: prices.length } })
        res.redirect(303, req.addressTo('/admin/prices'))
      },
    ),
  )
  return routes
}

/** As `pricesOf` writes them; what somebody has written by hand and makes no sense is none. */
function pricesIn(text: string) {
  return text.split(' ').flatMap((one) => {
    const [variantId, currency, amount, compareAt] = one.split(':')
    const parsed = price.safeParse({
      ...{ variantId: Number(variantId), currency, amount: Number(amount) },
      compareAt: compareAt ? Number(compareAt) : null,
    })
    return parsed.success ? [parsed.data] : []
  })
}

function pricesOf(lines: PricedLine[]): string {
  return lines
    .map(
      ({ variantId, currency, amount, compareAt }) => `${variantId}:${currency}:${amount}:${compareAt ?? ''}`,
    )
    .join(' ')
}

async function showPrices(
  res: Response,
  form: Form<unknown>,
  read: { lines: PricedLine[]; faults: ListFault[] } | null = null,
) {
  const changed =
    read?.lines.filter((one) => one.amount !== one.now || one.compareAt !== one.compareNow) ?? []
  await res.page('admin/prices', {
    ...{ form, faults: read?.faults ?? [], lines: read ? changed : null },
    ...{ same: (read?.lines.length ?? 0) - changed.length, prices: pricesOf(changed) },
  })
}
