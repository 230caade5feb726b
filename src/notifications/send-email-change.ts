import { emailChangeBy } from '../identity/index.ts'
import { defaultLocale } from '../platform/locale.ts'
import { renderTemplate } from '../platform/views.ts'
import { letterhead } from './letterhead.ts'
import type { Mailer } from './mailer.ts'
import { sendOnce } from './send-once.ts'

/** Asks both mailboxes whether an account is to have the new address: the old one, and the one that is to come. */
export async function askToConfirmEmail(mailer: Mailer, { change: key }: { change: string }): Promise<void> {
  const change = await emailChangeBy(key)
  if (!change) return
  const { old, email, keyAtOld, keyAtNew, locale } = change
  await send(mailer, { to: old, kind: 'old', key: keyAtOld, email, locale })
  await send(mailer, { to: email, kind: 'new', key: keyAtNew, email, locale })
}

/** Tells the mailbox that was the account's that it is no longer. */
export async function tellOfEmail(
  mailer: Mailer,
  { customerId, old }: { customerId: number; old: string },
): Promise<void> {
  await send(mailer, { to: old, kind: 'changed', key: `${customerId} ${old}`, email: old, locale: null })
}

interface About {
  to: string
  kind: 'old' | 'new' | 'changed'
  key: string
  email: string
  locale: Parameters<typeof letterhead>[0] | null
}

async function send(mailer: Mailer, { to, kind, key, email, locale }: About): Promise<void> {
  const page = letterhead(locale ?? defaultLocale)
  const link = page.url(kind === 'changed' ? '/account/profile' : `/email-confirmations/${key}`)
  const model = { kind, email, link, page }
  await sendOnce(mailer, {
    key: `email ${kind} ${key}`,
    to,
    subject: page.t(`emails.email.${kind}.subject`),
    html: renderTemplate('emails/email-change', model),
    text: renderTemplate('emails/email-change-text', model),
  })
}
