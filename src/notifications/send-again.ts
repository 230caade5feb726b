import { row, rows, type Transaction, transaction } from '../platform/database.ts'
import { oneAtATime } from '../platform/one-at-a-time.ts'
import { publish } from '../platform/queue.ts'
import type { Mailer } from './mailer.ts'
import { letterOf } from './order-letters.ts'
import { sendOnce } from './send-once.ts'

interface Asked {
  orderId: number
  /** Of the mail that went out. */
  key: string
  /** Of the form: sent twice, it sends the mail once. */
  askedWith: string
}

/** Has a mail about an order sent once more. Refuses one that there never was, and while nobody is written to there. */
export function askToSendAgain({ orderId, key, askedWith }: Asked) {
  return transaction(async (tx) => {
    const sent = await row<{ isShut: boolean }>(
      `select exists (select from notifications.unreachable
         where email = lower(recipient) and freed_at is null) as "isShut"
       from notifications.mails where key = $key`,
      { key },
      tx,
    )
    if (!sent) return { refused: 'unknown' as const }
    if (sent.isShut) return { refused: 'shut' as const }
    const fresh = await rows(
      `insert into notifications.sent_again (asked_with, mail) values ($askedWith, $key)
       on conflict do nothing returning mail`,
      { askedWith, key },
      tx,
    )
    if (fresh.length > 0) await publish(tx, 'mail.asked_again', { orderId, key, askedWith })
    return { refused: undefined }
  })
}

/** Sends it, as the order is now; what had been held back has gone out by it. */
export async function sendAgain(mailer: Mailer, { orderId, key, askedWith }: Asked): Promise<void> {
  const letter = await letterOf(orderId, key)
  if (!letter) return
  const again = `${letter.key} again ${askedWith}`
  await sendOnce(mailer, { ...letter, key: again })
  await rows(
    `update notifications.mails set is_held = false, sent_at = now() where key = $key and is_held
       and exists (select from notifications.mails where key = $again and not is_held)`,
    { key: letter.key, again },
  )
}

/** How often mails about an order were sent once more, as the audit log keeps it. */
export async function sentAgainState(tx: Transaction, number: string): Promise<object | undefined> {
  await oneAtATime(tx, `notifications.sent_again ${number}`)
  return row<{ again: number }>(
    `select count(*)::integer as again, max(mail) as mail from notifications.sent_again where mail like $beginning`,
    { beginning: `order ${number} %` },
    tx,
  )
}
