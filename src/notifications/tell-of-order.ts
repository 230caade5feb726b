import { orderView } from '../orders/index.ts'
import { formatsOf } from '../platform/locale.ts'
import type { Mailer } from './mailer.ts'
import { sendOrderMail } from './send-order-mail.ts'
import { type News, sendOrderNews } from './send-order-news.ts'

/** Tells the shopper that their order is cancelled, and what that means for their money. */
export async function tellOfCancellation(mailer: Mailer, { orderId }: { orderId: number }): Promise<void> {
  const order = await orderView(orderId)
  const money = order.payment.state !== 'captured' ? 'none' : order.payment.method
  await sendOrderNews(mailer, order, { kind: 'cancelled', key: 'cancelled', values: { money } })
}

/** Tells the shopper what is on its way to them, and where to follow it. */
export async function tellOfParcel(
  mailer: Mailer,
  { orderId, shipmentId }: { orderId: number; shipmentId: number },
): Promise<void> {
  const order = await orderView(orderId)
  const parcel = order.parcels.find(({ id }) => id === shipmentId)!
  await sendOrderNews(mailer, order, {
    kind: 'parcel',
    key: `parcel ${shipmentId}`,
    values: { carrier: parcel.carrier || 'none', tracking: parcel.trackingNumber || 'none' },
    goods: parcel.lines,
    followLink: parcel.trackingLink,
  })
}

type ReturnNews = 'requested' | 'approved' | 'declined' | 'received'

/** Tells the shopper how far their return is. */
export function tellOfReturn(mailer: Mailer, step: ReturnNews) {
  return async ({ orderId, returnId }: { orderId: number; returnId: number }): Promise<void> => {
    const order = await orderView(orderId)
    const back = order.returns.find(({ id }) => id === returnId)!
    const arrived = back.lines.map((line) => ({ ...line, quantity: line.arrived ?? 0 }))
    await sendOrderNews(mailer, order, {
      kind: `return-${step}`,
      key: `return ${returnId} ${step}`,
      values: { back: back.number },
      goods: step === 'received' ? arrived.filter(({ quantity }) => quantity > 0) : back.lines,
      words: step === 'declined' ? back.declinedBecause : '',
    })
  }
}

/** A refund that has succeeded. */
export interface RefundMade {
  orderId: number
  refundId: number
  reason: string
}

/** Tells the shopper that money has gone back: all of what came too late, or so much of what they had paid. */
export async function tellOfRefund(mailer: Mailer, refund: RefundMade): Promise<void> {
  const { orderId, refundId, reason } = refund
  if (reason === 'unknown_order') return
  if (reason === 'paid_too_late') return sendOrderMail(mailer, orderId, 'refunded')
  const order = await orderView(orderId)
  const { amount } = order.refunds.find(({ id }) => id === refundId)!
  const news: News = {
    kind: 'money-back',
    key: `refund ${refundId}`,
    values: { amount: formatsOf(order.locale).money(amount), method: order.payment.method },
  }
  await sendOrderNews(mailer, order, news)
}
