import { type OrderView, orderView, signedOrderPath } from '../orders/index.ts'
import type { Locale } from '../platform/locale.ts'
import type { Money } from '../platform/money.ts'
import { renderTemplate } from '../platform/views.ts'
import { letterhead } from './letterhead.ts'
import type { Mailer } from './mailer.ts'
import { type Mail, sendOnce } from './send-once.ts'

/** What a mail about an order says: it is paid, an invoice is to be paid, it has lapsed, or its payment came too late. */
export const orderMails = ['confirmed', 'invoice', 'expired', 'refunded'] as const
export type OrderMail = (typeof orderMails)[number]

/** A product that goes with what was ordered. */
export interface AlsoLiked {
  title: string
  slug: string
  price: Money
}

/** Writes to the shopper about an order, in the language in which it was placed; once for each kind of mail. */
export async function sendOrderMail(
  mailer: Mailer,
  orderId: number,
  kind: OrderMail,
  also: AlsoLiked[] = [],
): Promise<void> {
  await sendOnce(mailer, orderLetter(await orderView(orderId), kind, { also }))
}

/** The mail about an order as it goes out; the order is one that was read in that language. */
export function orderLetter(
  order: OrderView,
  kind: OrderMail,
  { locale = order.locale, also = [] }: { locale?: Locale; also?: AlsoLiked[] } = {},
): Mail {
  const page = letterhead(locale)
  const model = { order, kind, also, orderLink: page.url(signedOrderPath(order.number)), page }
  return {
    key: `order ${order.number} ${kind}`,
    to: order.email,
    subject: page.t(`emails.order.${kind}.subject`, { number: order.number }),
    html: renderTemplate('emails/order', model),
    text: renderTemplate('emails/order-text', model),
  }
}

/** Tells the shopper where to transfer the money; who pays by card is on the payment page already. */
export async function tellHowToPay(mailer: Mailer, { orderId }: { orderId: number }): Promise<void> {
  const order = await orderView(orderId)
  if (order.payment.method === 'invoice') await sendOnce(mailer, orderLetter(order, 'invoice'))
}
