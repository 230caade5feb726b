import { row, rows, type Transaction, transaction } from '../platform/database.ts'
import type { Locale } from '../platform/locale.ts'
import { publish } from '../platform/queue.ts'

interface Wish {
  variantId: number
  email: string
  locale: Locale
}

const MOST_UNCONFIRMED = 5
const MINUTES_BETWEEN_MAILS = 10

/**
 * Keeps that somebody wants to be told when a variant is back, and has them asked by mail whether that is so. Who has
 * been asked a moment ago, has confirmed already, or has not confirmed several others, is not asked; nobody is told.
 */
export async function askForAlert(wish: Wish): Promise<void> {
  await transaction(async (tx) => {
    const asked = await row<{ id: number; times: number }>(
      `insert into alerts.alerts as alert (variant_id, email, locale) values ($variantId, $email, $locale)
       on conflict (variant_id, lower(email)) where told_at is null do update
         set asked_at = now(), times_asked = alert.times_asked + 1, locale = excluded.locale
         where alert.confirmed_at is null and alert.asked_at < now() - make_interval(mins => ${MINUTES_BETWEEN_MAILS})
       returning id, times_asked as times`,
      { ...wish },
      tx,
    )
    if (!asked) return
    if ((await unconfirmedOf(wish.email, tx)) > MOST_UNCONFIRMED) return { refused: 'tooMany' as const }
    await publish(tx, 'alert.asked', { alertId: asked.id, times: asked.times })
  })
}

async function unconfirmedOf(email: string, tx: Transaction): Promise<number> {
  const found = await rows(
    'select from alerts.alerts where lower(email) = lower($email) and confirmed_at is null',
    { email },
    tx,
  )
  return found.length
}
