import { orderView } from '../orders/index.ts'
import type { Mailer } from './mailer.ts'
import {
  newsOfCancellation,
  newsOfDelivery,
  newsOfParcel,
  newsOfRefund,
  newsOfReturn,
  type ReturnStep,
} from './order-news.ts'
import { sendOrderMail } from './send-order-mail.ts'
import { sendOrderNews } from './send-order-news.ts'

/** Tells the shopper that their order is cancelled, and what that means for their money. */
export async function tellOfCancellation(mailer: Mailer, { orderId }: { orderId: number }): Promise<void> {
  const order = await orderView(orderId)
  if (order.state === 'cancelled') await sendOrderNews(mailer, order, newsOfCancellation(order))
}

/** Tells the shopper that their order was not paid in time; one that has been paid after all is told of by its other mails. */
export async function tellOfExpiry(mailer: Mailer, { orderId }: { orderId: number }): Promise<void> {
  const { state } = await orderView(orderId)
  if (state === 'expired') await sendOrderMail(mailer, orderId, 'expired')
}

/** Tells the shopper what is on its way to them, and where to follow it. */
export async function tellOfParcel(
  mailer: Mailer,
  { orderId, shipmentId }: { orderId: number; shipmentId: number },
): Promise<void> {
  const order = await orderView(orderId)
  await sendOrderNews(mailer, order, newsOfParcel(order, shipmentId)!)
}

/** Tells the shopper that everything has arrived, and what they can do when something is not right. */
export async function tellOfDelivery(mailer: Mailer, { orderId }: { orderId: number }): Promise<void> {
  const order = await orderView(orderId)
  if (order.state === 'delivered') await sendOrderNews(mailer, order, newsOfDelivery(order))
}

/** Tells the shopper how far their return is. */
export function tellOfReturn(mailer: Mailer, step: ReturnStep) {
  return async ({ orderId, returnId }: { orderId: number; returnId: number }): Promise<void> => {
    const order = await orderView(orderId)
    await sendOrderNews(mailer, order, newsOfReturn(order, returnId, step)!)
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
  await sendOrderNews(mailer, order, newsOfRefund(order, refundId)!)
}
