import { row, rows } from '../platform/database.ts'
import { ERASED_EMAIL } from '../platform/personal-data.ts'
import type { Mailer } from './mailer.ts'
import { findUnreachable } from './unreachable.ts'

/** A mail, and the key under which it is sent once. */
export interface Mail {
  key: string
  to: string
  subject: string
  html: string
  text: string
  /** More for the mail's head than every mail of ours has. */
  headers?: Record<string, string>
}

/**
 * Sends a mail unless one with its key has gone out, or nobody is to be written to there.
 * @throws when nobody takes it; the queue tries again.
 */
export async function sendOnce(mailer: Mailer, { key, to, headers, ...content }: Mail): Promise<void> {
  const sent = await row('select 1 from notifications.mails where key = $key', { key })
  if (sent || to === ERASED_EMAIL || (await findUnreachable(to))) return
  await mailer.sendMail({
    to,
    ...content,
    headers: { 'X-Entity-Ref-ID': key, 'Auto-Submitted': 'auto-generated', ...headers },
  })
  await rows(
    'insert into notifications.mails (key, recipient, subject) values ($key, $to, $subject) on conflict do nothing',
    { key, to, subject: content.subject },
  )
}
