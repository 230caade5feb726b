import { row, rows, type Transaction } from '../platform/database.ts'

/** Something that goes from an account that can be spent to the shop, or the other way. */
export interface Movement {
  accountId: number
  currency: string
  /** In minor units. */
  amount: number
  /** To the account, or from it. */
  direction: 'to' | 'from'
  reason: 'issued' | 'spent' | 'given_back' | 'refunded' | 'adjusted'
  orderId: number | null
  note?: string
  actor: string
  /** The same key is the same movement, however often it is said. */
  key: string
}

/**
 * Moves credit of a locked account, once. False when it was moved before.
 * @throws the database's error when more would be spent than there is.
 */
export async function move(tx: Transaction, movement: Movement): Promise<boolean> {
  const { accountId, currency, amount, direction, reason, orderId, note = '', actor, key } = movement
  const shop = await shopAccount(tx, currency)
  const [from, to] = direction === 'to' ? [shop, accountId] : [accountId, shop]
  const moved = await rows(
    `insert into credit.transfers (key, from_id, to_id, amount, reason, order_id, note, actor)
     values ($key, $from, $to, $amount, $reason, $orderId, $note, $actor) on conflict (key) do nothing returning id`,
    { key, from, to, amount, reason, orderId, note, actor },
    tx,
  )
  if (moved.length === 0) return false
  await rows(
    'update credit.accounts set balance = balance + $change where id = $accountId',
    { accountId, change: direction === 'to' ? amount : -amount },
    tx,
  )
  return true
}

/** The shop's side of a currency. */
async function shopAccount(tx: Transaction, currency: string): Promise<number> {
  const known = () =>
    row<{ id: number }>(
      `select id from credit.accounts where kind = 'shop' and currency = $currency`,
      { currency },
      tx,
    )
  const found = await known()
  if (found) return found.id
  await rows(
    `insert into credit.accounts (kind, currency) values ('shop', $currency)
     on conflict (currency) where kind = 'shop' do nothing`,
    { currency },
    tx,
  )
  return (await known())!.id
}
