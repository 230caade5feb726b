import type { Locale } from '../platform/locale.ts'
import { renderTemplate } from '../platform/views.ts'
import { letterhead } from './letterhead.ts'
import type { Mailer } from './mailer.ts'
import { sendOnce } from './send-once.ts'

/** A basket that somebody has left, who wants to be reminded, and the token under which its goods are shown. */
export interface LeftBasket {
  basketId: number
  email: string
  locale: Locale
  token: string
}

/** Reminds somebody of their basket, once. */
export async function sendReminder(mailer: Mailer, { basketId, email, locale, token }: LeftBasket) {
  const page = letterhead(locale)
  const model = { basketLink: page.url(`/basket/shared/${token}`), page }
  await sendOnce(mailer, {
    key: `basket ${basketId} reminder`,
    to: email,
    subject: page.t('emails.reminder.subject'),
    html: renderTemplate('emails/reminder', model),
    text: renderTemplate('emails/reminder-text', model),
  })
}
