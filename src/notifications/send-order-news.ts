import { type OrderView, signedOrderPath } from '../orders/index.ts'
import type { Locale } from '../platform/locale.ts'
import { renderTemplate } from '../platform/views.ts'
import { letterhead } from './letterhead.ts'
import type { Mailer } from './mailer.ts'
import { type Mail, sendOnce } from './send-once.ts'

/** What has happened to an order after it was placed, as its shopper is told. */
export interface News {
  kind:
    | 'cancelled'
    | 'parcel'
    | 'delivered'
    | 'return-requested'
    | 'return-approved'
    | 'return-declined'
    | 'return-received'
    | 'money-back'
  /** The key under which it is told once. */
  key: string
  /** What its sentences name, beside the number of the order. */
  values?: Record<string, string | number>
  goods?: { title: string; optionText: string; quantity: number }[]
  /** Words of ours for this shopper alone, as they were written. */
  words?: string
  /** Where to see more than the order itself tells. */
  followLink?: string
}

/** Writes to the shopper what has happened to their order, in the language in which it was placed, once. */
export async function sendOrderNews(mailer: Mailer, order: OrderView, news: News): Promise<void> {
  await sendOnce(mailer, newsLetter(order, news))
}

/** The mail that tells it, as it goes out. */
export function newsLetter(order: OrderView, news: News, locale: Locale = order.locale): Mail {
  const page = letterhead(locale)
  const { kind, key, goods = [], words = '', followLink = '' } = news
  const values = { ...news.values, number: order.number, address: page.t('layouts.imprint') }
  const orderLink = page.url(signedOrderPath(order.number))
  const model = { kind, values, goods, words, followLink, orderLink, page }
  return {
    key: `order ${order.number} ${key}`,
    to: order.email,
    subject: page.t(`emails.news.${kind}.subject`, values),
    html: renderTemplate('emails/news', model),
    text: renderTemplate('emails/news-text', model),
  }
}
