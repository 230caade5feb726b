import { shareLeft } from '../basket/index.ts'
import { row, type Transaction, transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'

const LEFT_HOURS = 4
const FORGOTTEN_DAYS = 7

interface Left {
  basketId: number
  email: string
  locale: string
}

/**
 * Finds who has left a basket and agreed to be reminded of it, each once, and publishes `basket.left` with a token under
 * which its goods are shown. A basket that is ordered, empty or still in use is none that was left.
 */
export async function remindOfBaskets(): Promise<void> {
  while (await transaction(remindNext));
}

async function remindNext(tx: Transaction): Promise<boolean> {
  const left = await row<Left>(
    `update checkout.checkouts set reminded_at = now() where basket_id = (
       select basket_id from checkout.checkouts
       where reminder_agreed_at is not null and reminded_at is null and email is not null
         and updated_at between now() - make_interval(days => ${FORGOTTEN_DAYS}) and now() - make_interval(hours => ${LEFT_HOURS})
       order by updated_at limit 1 for update skip locked)
     returning basket_id as "basketId", email, coalesce(locale, 'en') as locale`,
    [],
    tx,
  )
  if (!left) return false
  const token = await shareLeft(tx, left.basketId)
  if (token) await publish(tx, 'basket.left', { ...left, token })
  return true
}
