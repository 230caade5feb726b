import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { may, notify, requires } from '../identity/index.ts'
import { orderNumbers } from '../orders/index.ts'
import { NotFound } from '../platform/errors.ts'
import { blankForm, type Form } from '../platform/forms.ts'
import { codesOf, MOST_CODES, makeCodes, usesOf } from '../pricing/index.ts'
import { changes } from './change.ts'
import { csvOf, sendCsv } from './csv.ts'
import { promotionChange, promotionHere, promotionIdIn } from './promotion-here.ts'

const PAGE = 50
const codesForm = z.object({
  beginning: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9-]{2,15}$/, 'admin.codes.beginning.wrong'),
  count: z.coerce
    .number('admin.codes.count.wrong')
    .int('admin.codes.count.wrong')
    .min(1, 'admin.codes.count.wrong')
    .max(MOST_CODES, 'admin.codes.count.wrong'),
})

/** The codes of a promotion that count once each, and who has used it: `/admin/promotions/:promotion/codes`, `…/uses`. */
export function voucherCodeRoutes(): Router {
  const routes = Router()
  const at = '/admin/promotions/:promotion'

  routes.get(`${at}/codes`, requires('edit-prices'), (req, res) => showCodes(req, res, blankForm()))
  routes.get(`${at}/codes.csv`, requires('edit-prices'), async (req, res) => {
    const { id } = await promotionHere(req)
    const lines = (await codesOf(id, '', MOST_CODES * 10)).map(({ code, state }) => [code, state])
    sendCsv(res, `codes-${id}`, csvOf(['code', 'state'], lines))
  })
  routes.post(
    `${at}/codes`,
    ...changes(promotionChange('codes-made'), codesForm, async (req, res, form) => {
      if (!form.ok) return showCodes(req, res.status(422), form)
      const id = promotionIdIn(req)
      const outcome = await makeCodes(id, form.value.beginning, form.value.count)
      if (outcome.refused) throw new NotFound('promotion')
      notify(req, { key: 'admin.done.codes', values: { count: outcome.made } })
      res.redirect(303, req.addressTo(`/admin/promotions/${id}/codes`))
    }),
  )
  routes.get(`${at}/uses`, requires('edit-prices'), async (req, res) => {
    const promotion = await promotionHere(req)
    const before = z.coerce
      .number()
      .int()
      .positive()
      .nullable()
      .catch(null)
      .parse(req.query.before ?? null)
    const found = await usesOf(promotion.id, before, PAGE + 1)
    const uses = found.slice(0, PAGE)
    const next = `/admin/promotions/${promotion.id}/uses?before=${uses.at(-1)?.id}`
    await res.page('admin/promotion-uses', {
      ...{ promotion, uses, orders: await orderNumbers(uses.map(({ orderId }) => orderId)) },
      ...{ seesOrders: may(req, 'see-orders'), next: found.length > PAGE ? next : null },
    })
  })
  routes.get(`${at}/uses.csv`, requires('edit-prices'), async (req, res) => {
    const { id } = await promotionHere(req)
    const uses = await usesOf(id, null, 100_000)
    const orders = await orderNumbers(uses.map(({ orderId }) => orderId))
    const lines = uses.map(({ orderId, code, amount, state, at: moment }) => [
      ...[orders.get(orderId)?.number ?? '', code, amount, orders.get(orderId)?.currency ?? ''],
      ...[state, moment.toISOString()],
    ])
    sendCsv(res, `uses-${id}`, csvOf(['order', 'code', 'amount_minor', 'currency', 'state', 'at'], lines))
  })
  return routes
}

async function showCodes(req: Request, res: Response, form: Form<unknown>) {
  const promotion = await promotionHere(req)
  if (!promotion.isByCodes) throw new NotFound('codes')
  const after = z.string().max(30).catch('').parse(req.query.after)
  const found = await codesOf(promotion.id, after, PAGE + 1)
  const codes = found.slice(0, PAGE)
  const next = `/admin/promotions/${promotion.id}/codes?${new URLSearchParams({ after: codes.at(-1)?.code ?? '' })}`
  await res.page('admin/voucher-codes', {
    promotion,
    codes,
    form,
    most: MOST_CODES,
    next: found.length > PAGE ? next : null,
  })
}
