import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import {
  endSale,
  officeCategories,
  officeSale,
  officeSales,
  planSale,
  previewSale,
  pricesOfSale,
  type SalePreview,
  saleMadeWith,
  saleStateOf,
} from '../catalogue/index.ts'
import { notify, requires } from '../identity/index.ts'
import { NotFound } from '../platform/errors.ts'
import { blankForm, type Form, nothing } from '../platform/forms.ts'
import { percentOf } from '../platform/percent.ts'
import { changes } from './change.ts'
import { csvOf, sendCsv } from './csv.ts'
import { saleForm, saleIn } from './sale-form.ts'
import { sortedHere } from './sorted-list.ts'

const PAGE = 50
const MOST = 500
const MOST_EXPORTED = 100_000
const place = z.object({ sku: z.string().max(100).catch(''), currency: z.string().max(3).catch('') })

/** Prices that are lower for a while: `/admin/sales`. */
export function saleRoutes(): Router {
  const routes = Router()

  routes.get('/admin/sales', requires('edit-prices'), async (req, res) => {
    const { shown, heads } = sortedHere(
      req,
      await officeSales(MOST),
      {
        name: ({ name }) => name,
        share: ({ share }) => share,
        starts: ({ startsAt }) => startsAt,
        ends: ({ endsAt }) => endsAt,
        products: ({ products }) => products,
      },
      { column: 'starts', isDescending: true },
    )
    await res.page('admin/sales', { sales: shown, heads })
  })
  routes.get('/admin/sales.csv', requires('edit-prices'), async (_req, res) => {
    const lines = (await officeSales(MOST_EXPORTED)).map((sale) => [
      ...[sale.name, percentOf(sale.share), sale.state, sale.products],
      ...[sale.startsAt.toISOString(), sale.endsAt.toISOString()],
    ])
    sendCsv(res, 'sales', csvOf(['name', 'percent', 'state', 'products', 'starts', 'ends'], lines))
  })
  routes.get('/admin/sales/new', requires('edit-prices'), async (req, res) => {
    const like = await officeSale(idIn(req.query.like))
    await showNew(res, blankForm(like && likeGiven(like)))
  })
  routes.post(
    '/admin/sales/new',
    ...changes(
      {
        ...{ right: 'edit-prices', action: 'sale-planned' },
        subject: (req) => `sale ${sentIn(req).name}`,
        state: (tx, req) => saleMadeWith(tx, sentIn(req).key),
      },
      saleForm,
      async (req, res, sent) => {
        const { form, terms } = await saleIn(sent)
        if (!terms) return showNew(res.status(422), form)
        if (form.text('confirmed') !== 'yes') return showNew(res, form, await previewSale(terms))
        const outcome = await planSale(form.value.name, terms, form.value.key)
        if (outcome.refused) return showNew(res.status(409), form.refuse('admin.sale.nothing', {}, 'goods'))
        notify(req, { key: 'admin.done.sale-planned' })
        res.redirect(303, req.addressTo(`/admin/sales/${outcome.id}`))
      },
    ),
  )
  routes.get('/admin/sales/:sale', requires('edit-prices'), async (req, res) => {
    const sale = await saleHere(req)
    const found = await pricesOfSale(sale.id, place.parse(req.query), PAGE + 1)
    const { sku = '', currency = '' } = found.length > PAGE ? found[PAGE - 1]! : {}
    const next = sku && `/admin/sales/${sale.id}?${new URLSearchParams({ sku, currency })}`
    await res.page('admin/sale', { sale, prices: found.slice(0, PAGE), next: next || null })
  })
  routes.get('/admin/sales/:sale/prices.csv', requires('edit-prices'), async (req, res) => {
    const sale = await saleHere(req)
    const found = await pricesOfSale(sale.id, { sku: '', currency: '' }, MOST_EXPORTED)
    const lines = found.map(({ sku, title, currency, standing, amount }) => [
      sku,
      title,
      currency,
      standing,
      amount,
    ])
    sendCsv(res, 'sale', csvOf(['sku', 'title', 'currency', 'standing_minor', 'sale_minor'], lines))
  })
  routes.get('/admin/sales/:sale/end', requires('edit-prices'), async (req, res) => {
    await res.page('admin/sale-end', { sale: await saleHere(req) })
  })
  routes.post(
    '/admin/sales/:sale/end',
    ...changes(
      {
        ...{ right: 'edit-prices', action: 'sale-ended' },
        subject: (req) => `sale ${req.params.sale}`,
        state: (tx, req) => saleStateOf(tx, idIn(req.params.sale)),
      },
      nothing,
      async (req, res) => {
        const id = idIn(req.params.sale)
        if ((await endSale(id)).refused) throw new NotFound('sale')
        notify(req, { key: 'admin.done.sale-ended' })
        res.redirect(303, req.addressTo(`/admin/sales/${id}`))
      },
    ),
  )
  return routes
}

function idIn(written: unknown): number {
  return z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).catch(0).parse(written)
}

function sentIn(req: Request) {
  return z.object({ name: z.string().trim(), key: z.uuid() }).parse(req.body)
}

async function saleHere(req: Request) {
  const sale = await officeSale(idIn(req.params.sale))
  if (!sale) throw new NotFound('sale')
  return sale
}

/** A form for a sale like one that there was, at another time. */
function likeGiven({ name, share, categoryIds, slugs }: Awaited<ReturnType<typeof saleHere>>) {
  return {
    ...Object.fromEntries(categoryIds.map((id) => [`category-${id}`, 'yes'])),
    ...{ name, share: percentOf(share), goods: slugs.join('\n') },
  }
}

async function showNew(res: Response, form: Form<unknown>, preview: SalePreview | null = null) {
  await res.page('admin/sale-new', { form, preview, categories: await officeCategories() })
}
