import { orderView } from '../orders/index.ts'
import type { Locale } from '../platform/locale.ts'
import { formatsOf } from '../platform/locale.ts'
import { renderTemplate } from '../platform/views.ts'
import { letterhead } from './letterhead.ts'
import { orderLetter, orderMails } from './send-order-mail.ts'
import { type News, newsLetter } from './send-order-news.ts'

const news = [
  ...[
    'cancelled',
    'parcel',
    'delivered',
    'return-requested',
    'return-approved',
    'return-declined',
    'return-received',
  ],
  'money-back',
] as News['kind'][]

const plain = {
  link: { template: 'order-link', subject: 'emails.link.subject' },
  reminder: { template: 'reminder', subject: 'emails.reminder.subject' },
  'alert-confirm': { template: 'alert', subject: 'emails.alert.confirm.subject' },
  'alert-arrived': { template: 'alert', subject: 'emails.alert.arrived.subject' },
  'email-old': { template: 'email-change', subject: 'emails.email.old.subject' },
  'email-new': { template: 'email-change', subject: 'emails.email.new.subject' },
  'email-changed': { template: 'email-change', subject: 'emails.email.changed.subject' },
  'new-place': { template: 'new-place', subject: 'emails.new-place.subject' },
} as const

/** The mails that the shop writes, by name. Those about an order are shown with one that there is. */
export const aboutOrders: string[] = [...orderMails, ...news]
export const mailNames: string[] = [...aboutOrders, ...Object.keys(plain)]

export interface MailPreview {
  subject: string
  html: string
  text: string
}

/** A mail as it would go out in a language; undefined for one that there is not, and about no order where it needs one. */
export async function previewMail(
  name: string,
  locale: Locale,
  orderId: number | undefined,
): Promise<MailPreview | undefined> {
  if (name in plain) return previewPlain(name as keyof typeof plain, locale)
  const order = orderId && (await orderView(orderId, locale))
  if (!order) return undefined
  const kind = orderMails.find((one) => one === name)
  if (kind) return toBeSeen(orderLetter(order, kind, { locale }))
  const told = news.find((one) => one === name)
  if (!told) return undefined
  const amount = formatsOf(locale).money(order.total)
  const values = {
    money: order.payment.method,
    carrier: 'DHL',
    tracking: '00340434161094000001',
    back: 1,
    amount,
  }
  const goods = told === 'cancelled' || told === 'money-back' ? [] : order.lines
  const { method } = order.payment
  return toBeSeen(
    newsLetter(order, { kind: told, key: 'preview', values: { ...values, method }, goods }, locale),
  )
}

/** A letter without what opens the order for whoever holds it: only its shopper may have that. */
export function toBeSeen({ subject, html, text }: MailPreview): MailPreview {
  const without = (words: string) => words.replace(/\?until=\d+&(amp;)?signature=[\w-]+/g, '')
  return { subject, html: without(html), text: without(text) }
}

/** With names and addresses that lead nowhere. */
function previewPlain(name: keyof typeof plain, locale: Locale): MailPreview {
  const page = letterhead(locale)
  const { template, subject } = plain[name]
  const number = 'P-0000'
  const shown = page.t('emails.preview.product')
  const link = page.url('/')
  const links = { orderLink: link, basketLink: link, alertLink: link, productLink: link, link }
  const model = {
    ...links,
    number,
    kind: name.replace(/^(alert|email)-/, ''),
    name: shown,
    email: 'asha@example.com',
    ...{ browser: 'Firefox, Linux', when: page.format.moment(new Date()) },
    page,
  }
  return {
    subject: page.t(subject, { number, name: shown }),
    html: renderTemplate(`emails/${template}`, model),
    text: renderTemplate(`emails/${template}-text`, model),
  }
}
