import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { notify } from '../identity/index.ts'
import {
  cancelOrder,
  captureOrder,
  createShipment,
  deliverShipment,
  discardShipment,
  dispatchShipment,
  loseShipment,
  noteOrder,
  type Outcome,
  orderStateOf,
  recordTransfer,
} from '../orders/index.ts'
import { authorisedStateOf } from '../payments/index.ts'
import type { Form } from '../platform/forms.ts'
import { currencies } from '../platform/money.ts'
import { amountIn } from './amount-in.ts'
import { actorOf, type Change, changes } from './change.ts'
import { orderHere, showOrder } from './order-routes.ts'
import { piecesIn, shipmentId } from './pieces-in.ts'

const packForm = z
  .object({
    carrier: z.string('orders.refused.carrier').max(40),
    tracking: z.string().max(40).default(''),
    link: z.string().max(500).default(''),
    key: z.uuid(),
  })
  .catchall(z.string().regex(/^\d{0,3}$/))
const parcelForm = z.object({ to: z.enum(['shipped', 'delivered', 'lost', 'unpacked'], 'shared.form.wrong') })
const noteForm = z.object({ note: z.string('orders.refused.note') })
const transferForm = z.object({
  amount: z.string('admin.amount').max(20, 'admin.amount'),
  currency: z.enum(currencies, 'shared.form.wrong'),
  reference: z.string('admin.transfer.reference').trim().min(1, 'admin.transfer.reference').max(100),
})

/** What staff do with an order: pack, send, cancel, note, and take a transfer, or what a card holds ready, by hand. */
export function orderChanges(): Router {
  const routes = Router()

  routes.post(
    '/admin/orders/:number/shipments',
    ...changes(ofOrder('ship-orders', 'parcel-packed'), packForm, async (req, res, form) => {
      if (!form.ok) return showOrder(req, res.status(422), form)
      const { carrier, tracking, link, key } = form.value
      const parcel = {
        ...{ lines: piecesIn(form.given), carrier, key },
        ...(tracking && { trackingNumber: tracking }),
        ...(link && { trackingAddress: link }),
      }
      return answer(
        req,
        res,
        form,
        await createShipment(await orderHere(req), parcel, actorOf(req)),
        'packed',
      )
    }),
  )

  routes.post(
    '/admin/orders/:number/shipments/:shipment',
    ...changes(ofOrder('ship-orders', 'parcel-moved'), parcelForm, async (req, res, form) => {
      const { number } = req.params
      if (!form.ok) return res.redirect(303, req.addressTo(`/admin/orders/${number}`))
      const id = await shipmentId(req, await orderHere(req))
      const move = {
        shipped: dispatchShipment,
        delivered: deliverShipment,
        lost: loseShipment,
        unpacked: discardShipment,
      }
      return answer(req, res, form, await move[form.value.to](id, actorOf(req)), form.value.to)
    }),
  )

  routes.post(
    '/admin/orders/:number/cancellation',
    ...changes(ofOrder('refund-orders', 'order-cancelled'), z.object({}), async (req, res, form) =>
      answer(req, res, form, await cancelOrder(await orderHere(req), actorOf(req)), 'cancelled'),
    ),
  )

  routes.post(
    '/admin/orders/:number/notes',
    ...changes(ofOrder('note-orders', 'order-noted'), noteForm, async (req, res, form) => {
      if (!form.ok) return showOrder(req, res.status(422), form)
      return answer(
        req,
        res,
        form,
        await noteOrder(await orderHere(req), form.value.note, actorOf(req)),
        'noted',
      )
    }),
  )

  routes.post(
    '/admin/orders/:number/transfers',
    ...changes(ofOrder('refund-orders', 'transfer-taken'), transferForm, async (req, res, form) => {
      if (!form.ok) return showOrder(req, res.status(422), form)
      const orderId = await orderHere(req)
      const { reference, currency } = form.value
      const amount = amountIn(form.value.amount, currency)
      if (!amount) return showOrder(req, res.status(422), form.refuse('admin.amount', {}, 'amount'))
      const transfer = { reference, amount, currency, orderId, actor: actorOf(req) }
      const taken = await recordTransfer({ ...transfer, purpose: String(req.params.number) })
      if (taken.outcome === 'quarantined') {
        return showOrder(req, res.status(422), form.refuse(`admin.transfer.${taken.reason}`, {}, 'amount'))
      }
      return answer(req, res, form, { refused: undefined }, 'transfer')
    }),
  )

  routes.post(
    '/admin/orders/:number/capture',
    ...changes(
      {
        ...{ right: 'settle-payments', action: 'payment-captured' },
        subject: (req) => String(req.params.number),
        state: async (tx, req) => authorisedStateOf(tx, await orderHere(req)),
      },
      z.object({}),
      async (req, res, form) => {
        const taken = await captureOrder(await orderHere(req), actorOf(req))
        if (taken.refused) return showOrder(req, res.status(409), form.refuse('admin.capture.none'))
        return answer(req, res, form, { refused: undefined }, 'captured')
      },
    ),
  )
  return routes
}

/** A change of the order that the address names. */
export function ofOrder(right: Change['right'], action: string): Change {
  const subject = (req: Request) => String(req.params.number)
  return { right, action, subject, state: (tx, req) => orderStateOf(tx, subject(req)) }
}

/** Back to the order with what was done, or the order with why it was not. */
export async function answer(
  req: Request,
  res: Response,
  form: Form<unknown>,
  outcome: Outcome<object>,
  done: string,
  back = `/admin/orders/${req.params.number}`,
) {
  if (outcome.refused) return showOrder(req, res.status(409), form.refuse(outcome.sentence, outcome.values))
  notify(req, { key: `admin.done.${done}` })
  res.redirect(303, req.addressTo(back))
}
