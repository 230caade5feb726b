import { row, rows } from '../platform/database.ts'
import { logger } from '../platform/logger.ts'
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
 * Sends a mail unless one with its key has gone out. Where nobody is to be written to, it is held back and kept as one that
 * staff may send later. Asked for twice at the same moment, by two who do not know of each other, it may go out twice.
 * @throws when nobody takes it; the queue tries again.
 */
export async function sendOnce(mailer: Mailer, mail: Mail): Promise<void> {
  const { key, to, headers, ...content } = mail
  const sent = await row('select 1 from notifications.mails where key = $key and not is_held', { key })
  if (sent || to === ERASED_EMAIL) return
  const isHeld = (await findUnreachable(to)) !== undefined
  if (isHeld) logger.warn({ key }, 'a mail is held back')
  else
    await mailer.sendMail({
      to,
      ...content,
      headers: { 'X-Entity-Ref-ID': key, 'Auto-Submitted': 'auto-generated', ...headers },
    })
  await rows(
    `insert into notifications.mails as known (key, recipient, subject, is_held) values ($key, $to, $subject, $isHeld)
     on conflict (key) do update set is_held = false, sent_at = now() where known.is_held and not excluded.is_held`,
    { key, to, subject: content.subject, isHeld },
  )
}
