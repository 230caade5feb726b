import { orderView, signedOrderPath } from '../orders/index.ts'
import { renderTemplate } from '../platform/views.ts'
import { letterhead } from './letterhead.ts'
import type { Mailer } from './mailer.ts'
import { sendOnce } from './send-once.ts'

/** What a mail about an order says: it is paid, an invoice is to be paid, it has lapsed, or its payment came too late. */
export type OrderMail = 'confirmed' | 'invoice' | 'expired' | 'refunded'

/** Writes to the shopper about an order, in the language in which it was placed; once for each kind of mail. */
export async function sendOrderMail(mailer: Mailer, orderId: number, kind: OrderMail): Promise<void> {
  const order = await orderView(orderId)
  const page = letterhead(order.locale)
  const model = { order, kind, orderLink: page.url(signedOrderPath(order.number)), page }
  await sendOnce(mailer, {
    key: `order ${order.number} ${kind}`,
    to: order.email,
    subject: page.t(`emails.order.${kind}.subject`, { number: order.number }),
    html: renderTemplate('emails/order', model),
    text: renderTemplate('emails/order-text', model),
  })
}

/** An order as it is told of when it has been placed. */
export interface PlacedOrder {
  orderId: number
  paymentMethod: 'card' | 'invoice'
}

/** Tells the shopper where to transfer the money; who pays by card is on the payment page already. */
export async function tellHowToPay(mailer: Mailer, { orderId, paymentMethod }: PlacedOrder): Promise<void> {
  if (paymentMethod === 'invoice') await sendOrderMail(mailer, orderId, 'invoice')
}
