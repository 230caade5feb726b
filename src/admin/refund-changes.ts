import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { requires } from '../identity/index.ts'
import {
  approveReturn,
  declineReturn,
  officeOrder,
  openReturns,
  receiveReturn,
  refundOrder,
} from '../orders/index.ts'
import { blankForm, type Form } from '../platform/forms.ts'
import { money } from '../platform/money.ts'
import { amountIn } from './amount-in.ts'
import { actorOf, changes } from './change.ts'
import { answer, ofOrder } from './order-changes.ts'
import { orderHere, showOrder } from './order-routes.ts'
import { piecesIn, returnId } from './pieces-in.ts'
import { refundPreview } from './refund-preview.ts'
import { sortedHere } from './sorted-list.ts'

const amount = z.string().max(20, 'admin.amount').default('')
const refundForm = z
  .object({ delivery: amount, goodwill: amount, key: z.uuid(), confirmed: z.literal('yes').optional() })
  .catchall(z.string().regex(/^\d{0,3}$/))
const decisionForm = z.object({
  decision: z.enum(['approved', 'declined'], 'shared.form.wrong'),
  because: z.string().max(1_000).default(''),
})
const arrivalForm = z.object({ delivery: amount }).catchall(z.string().regex(/^(\d{0,3}|yes)$/))

/** Money that goes back: a refund by line with its sum shown first, and the returns desk. */
export function refundChanges(): Router {
  const routes = Router()

  routes.get('/admin/orders/:number/refund', requires('refund-orders'), async (req, res) =>
    showRefund(req, res, blankForm()),
  )
  routes.post(
    '/admin/orders/:number/refund',
    ...changes(ofOrder('refund-orders', 'order-refunded'), refundForm, async (req, res, form) => {
      if (!form.ok) return showRefund(req, res.status(422), form)
      const orderId = await orderHere(req)
      const { key, confirmed } = form.value
      const found = await officeOrder(orderId)
      const [delivery, goodwill] = (['delivery', 'goodwill'] as const).map((name) =>
        amountIn(form.value[name], found.payment.currency),
      )
      if (delivery === undefined || goodwill === undefined) {
        const wrong = delivery === undefined ? 'delivery' : 'goodwill'
        return showRefund(req, res.status(422), form.refuse('admin.amount', {}, wrong))
      }
      const wish = { lines: piecesIn(form.given), delivery, amount: goodwill }
      const preview = refundPreview(found, wish)
      if (preview.refused)
        return showRefund(req, res.status(422), form.refuse(preview.sentence, preview.values))
      if (!confirmed) return showRefund(req, res, form, preview.total)
      const outcome = await refundOrder(orderId, wish, { reason: 'staff', key, actor: actorOf(req) })
      return answer(req, res, form, outcome, 'refunded')
    }),
  )

  routes.get('/admin/returns', requires('decide-returns'), async (req, res) => {
    const { shown, heads } = sortedHere(
      req,
      await openReturns(),
      {
        order: ({ orderNumber }) => orderNumber,
        customer: ({ email }) => email,
        asked: ({ requestedAt }) => requestedAt,
        pieces: ({ pieces }) => pieces,
      },
      { column: 'asked', isDescending: false },
    )
    await res.page('admin/returns', { returns: shown, heads })
  })
  routes.post(
    '/admin/orders/:number/returns/:return/decision',
    ...changes(ofOrder('decide-returns', 'return-decided'), decisionForm, async (req, res, form) => {
      if (!form.ok) return showOrder(req, res.status(422), form)
      const id = await returnId(req, await orderHere(req))
      const { decision, because } = form.value
      const outcome =
        decision === 'approved'
          ? await approveReturn(id, actorOf(req))
          : await declineReturn(id, because, actorOf(req))
      return answer(req, res, form, outcome, `return-${decision}`)
    }),
  )
  routes.post(
    '/admin/orders/:number/returns/:return/arrival',
    ...changes(ofOrder('decide-returns', 'return-arrived'), arrivalForm, async (req, res, form) => {
      if (!form.ok) return showOrder(req, res.status(422), form)
      const id = await returnId(req, await orderHere(req))
      const lines = piecesIn(form.given).map(({ position, quantity }) => ({
        ...{ position, arrived: quantity },
        isSellable: form.given[`sellable-${position}`] === 'yes',
      }))
      const outcome = await receiveReturn(id, { lines }, actorOf(req))
      return answer(req, res, form, outcome, 'return-received')
    }),
  )
  return routes
}

/** The form of a refund, and, once it was sent, what it comes to: only then there is a button that pays. */
async function showRefund(req: Request, res: Response, form: Form<unknown>, total?: number) {
  const found = await officeOrder(await orderHere(req))
  const { currency } = found.payment
  await res.page('admin/refund', {
    ...found,
    form,
    total: total === undefined ? null : money(total, currency),
  })
}
