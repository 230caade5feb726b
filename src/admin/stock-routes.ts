import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { type OfficeVariant, officeVariants, officeVariantsOf, variantColumns } from '../catalogue/index.ts'
import { may, notify, requires } from '../identity/index.ts'
import {
  adjustments,
  adjustStock,
  levelsIn,
  locations,
  lowStock,
  placesStateOf,
  stockHistory,
  stockLevels,
  stockStateOf,
  transferStock,
} from '../inventory/index.ts'
import { NotFound } from '../platform/errors.ts'
import { blankForm, type Form } from '../platform/forms.ts'
import { actorOf, changes } from './change.ts'
import { csvOf, sendCsv } from './csv.ts'
import { fileAddress, pageOf, sortedPageIn, sortHeads } from './sorted-list.ts'

const PAGE = 50
const MOST_EXPORTED = 100_000
const query = z.object({
  text: z.string().trim().max(100).catch(''),
  few: z.literal('yes').optional().catch(undefined),
})
const oldestFirst = { column: 'added', isDescending: false } as const
const adjustForm = z.object({
  delta: z
    .string('admin.stock.delta.wrong')
    .trim()
    .transform((typed) => typed.replace('−', '-').replace(/^\+/, ''))
    .pipe(z.string().regex(/^-?[1-9]\d{0,6}$/, 'admin.stock.delta.wrong'))
    .transform(Number),
  reason: z.enum(adjustments, 'shared.form.wrong'),
  location: z.string('shared.form.wrong').max(40),
  note: z.string().trim().max(500, 'shared.form.too-long').default(''),
  key: z.uuid(),
})

const transferForm = z.object({
  from: z.string('shared.form.wrong').max(40),
  to: z.string('shared.form.wrong').max(40),
  quantity: z
    .string('admin.stock.transfer.wrong')
    .trim()
    .regex(/^[1-9]\d{0,6}$/, 'admin.stock.transfer.wrong')
    .transform(Number),
  note: z.string().trim().max(500, 'shared.form.too-long').default(''),
  key: z.uuid(),
})

/** What there is of each variant, why, and setting it right: `/admin/stock`. */
export function stockRoutes(): Router {
  const routes = Router()

  routes.get('/admin/stock', requires('adjust-stock'), async (req, res) => {
    const { text, few } = query.parse({ text: req.query.q, few: req.query.few })
    const page = sortedPageIn(req, variantColumns, oldestFirst)
    const { shown, next } = few
      ? { shown: await fewLeft(), next: null }
      : pageOf(req, await officeVariants(text, page, PAGE + 1), PAGE)
    await res.page('admin/stock', {
      variants: await withLevels(shown),
      ...{ asked: { text, few: few === 'yes' }, next },
      heads: few ? null : sortHeads(req, variantColumns, page.sorting),
      file: fileAddress(req),
    })
  })
  routes.get('/admin/stock.csv', requires('adjust-stock'), async (req, res) => {
    const { text, few } = query.parse({ text: req.query.q, few: req.query.few })
    const { sorting } = sortedPageIn(req, variantColumns, oldestFirst)
    const asked = few ? fewLeft() : officeVariants(text, { sorting, behind: null }, MOST_EXPORTED)
    const found = await withLevels(await asked)
    const lines = found.map(({ sku, title, optionText, onHand, held }) => [
      sku,
      title,
      optionText,
      onHand,
      held,
    ])
    sendCsv(res, 'stock', csvOf(['sku', 'title', 'options', 'on_hand', 'held'], lines))
  })
  routes.get('/admin/stock/:variant', requires('adjust-stock'), (req, res) =>
    showVariant(req, res, blankForm()),
  )
  routes.post(
    '/admin/stock/:variant',
    ...changes(
      {
        ...{ right: 'adjust-stock', action: 'stock-adjusted' },
        subject: (req) => `variant ${req.params.variant}`,
        state: (tx, req) => stockStateOf(tx, idIn(req)),
      },
      adjustForm,
      async (req, res, form) => {
        if (!form.ok) return showVariant(req, res.status(422), form)
        const { id } = await variantHere(req)
        const outcome = await adjustStock({ ...form.value, variantId: id, actor: actorOf(req) })
        if (outcome.refused) {
          return showVariant(
            req,
            res.status(409),
            form.refuse(`admin.stock.refused.${outcome.refused}`, outcome, 'delta'),
          )
        }
        notify(req, { key: 'admin.done.adjusted', values: { onHand: outcome.onHand } })
        res.redirect(303, req.addressTo(`/admin/stock/${id}`))
      },
    ),
  )
  routes.post(
    '/admin/stock/:variant/transfers',
    ...changes(
      {
        ...{ right: 'adjust-stock', action: 'stock-transferred' },
        subject: (req) => `variant ${req.params.variant}`,
        state: (tx, req) => placesStateOf(tx, idIn(req)),
      },
      transferForm,
      async (req, res, form) => {
        if (!form.ok) return showVariant(req, res.status(422), form)
        const { id } = await variantHere(req)
        const outcome = await transferStock({ ...form.value, variantId: id, actor: actorOf(req) })
        if ('refused' in outcome) {
          const field = outcome.refused === 'short' ? 'quantity' : 'to'
          const refusal = form.refuse(
            `admin.stock.transfer.${outcome.refused}`,
            { free: 0, ...outcome },
            field,
          )
          return showVariant(req, res.status(409), refusal)
        }
        notify(req, { key: 'admin.done.transferred', values: { quantity: outcome.quantity } })
        res.redirect(303, req.addressTo(`/admin/stock/${id}`))
      },
    ),
  )
  return routes
}

async function withLevels(variants: OfficeVariant[]) {
  const levels = await stockLevels(variants.map(({ id }) => id))
  return variants.map((variant) => ({ ...variant, ...(levels.get(variant.id) ?? { onHand: 0, held: 0 }) }))
}

async function fewLeft() {
  const low = await lowStock()
  return officeVariantsOf(low.map(({ variantId }) => variantId))
}

function idIn(req: Request): number {
  return z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).catch(0).parse(req.params.variant)
}

async function variantHere(req: Request) {
  const [variant] = await officeVariantsOf([idIn(req)])
  if (!variant) throw new NotFound('variant')
  return variant
}

async function showVariant(req: Request, res: Response, form: Form<unknown>) {
  const variant = await variantHere(req)
  const [places, inPlaces, movements] = await Promise.all([
    locations(),
    levelsIn(variant.id),
    stockHistory(variant.id),
  ])
  await res.page('admin/stock-of', {
    ...{ variant, inPlaces, movements, form, adjustments },
    places: places.filter(({ isActive }) => isActive),
    seesOrders: may(req, 'see-orders'),
  })
}
