import { findNewPlace } from '../identity/index.ts'
import { defaultLocale, formatsOf, SHOP_TIME_ZONE } from '../platform/locale.ts'
import { renderTemplate } from '../platform/views.ts'
import { letterhead } from './letterhead.ts'
import type { Mailer } from './mailer.ts'
import { sendOnce } from './send-once.ts'

/** Tells somebody that their account was signed in to with a browser that it has not seen before. */
export async function tellOfNewPlace(mailer: Mailer, { signInId }: { signInId: string }): Promise<void> {
  const place = await findNewPlace(signInId)
  if (!place) return
  const locale = place.locale ?? defaultLocale
  const page = letterhead(locale)
  const browser = place.browser || 'none'
  const model = {
    browser,
    when: `${formatsOf(locale).moment(place.startedAt)} (${SHOP_TIME_ZONE})`,
    link: page.url('/account/sign-ins'),
    page,
  }
  await sendOnce(mailer, {
    key: `sign-in ${signInId}`,
    to: place.email,
    subject: page.t('emails.new-place.subject'),
    html: renderTemplate('emails/new-place', model),
    text: renderTemplate('emails/new-place-text', model),
  })
}
