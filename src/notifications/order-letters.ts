import { type OrderView, orderView } from '../orders/index.ts'
import { rows } from '../platform/database.ts'
import {
  newsOfCancellation,
  newsOfDelivery,
  newsOfParcel,
  newsOfRefund,
  newsOfReturn,
  type ReturnStep,
  returnSteps,
} from './order-news.ts'
import type { Mail } from './send-once.ts'
import { orderLetter, orderMails } from './send-order-mail.ts'
import { type News, newsLetter } from './send-order-news.ts'

/** A mail about an order that has gone out, or was held back. */
export interface SentMail {
  key: string
  subject: string
  sentAt: Date
  /** Nobody was to be written to there. */
  isHeld: boolean
  /** How often staff have sent it once more. */
  again: number
}

/** The mails that an order has had, the first one first; links that were asked for are not among them. */
export function mailsOfOrder(number: string): Promise<SentMail[]> {
  return rows<SentMail>(
    `select key, subject, sent_at as "sentAt", is_held as "isHeld",
       (select count(*)::integer from notifications.sent_again where mail = key) as again
     from notifications.mails
     where key like $beginning and key not like $links and key not like '% again %' order by sent_at, key limit 200`,
    { beginning: `order ${number} %`, links: `order ${number} link %` },
  )
}

/** A mail about an order, written anew by its key as the order is now; undefined where that says nothing any longer. */
export async function letterOf(orderId: number, key: string): Promise<Mail | undefined> {
  const order = await orderView(orderId)
  const [what, id, step] = key.slice(`order ${order.number} `.length).split(' ')
  const kind = orderMails.find((one) => one === what)
  if (kind) return orderLetter(order, kind)
  const news = newsOf(order, what ?? '', Number(id), step)
  return news && newsLetter(order, news)
}

function newsOf(order: OrderView, what: string, id: number, step: string | undefined): News | undefined {
  if (what === 'cancelled') return newsOfCancellation(order)
  if (what === 'delivered') return newsOfDelivery(order)
  if (what === 'parcel') return newsOfParcel(order, id)
  if (what === 'refund') return newsOfRefund(order, id)
  const known = returnSteps.find((one): one is ReturnStep => one === step)
  return what === 'return' && known ? newsOfReturn(order, id, known) : undefined
}
