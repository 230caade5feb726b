import { row, type Transaction, transaction } from '../platform/database.ts'
import { endOf, hashOf, lettersOf, newCode } from './code.ts'
import { move } from './transfer.ts'

/** A gift card that was sold or given, or credit that somebody is owed; the amount in minor units. */
export interface GivenCredit {
  kind: 'gift_card' | 'store_credit'
  currency: string
  amount: number
  email?: string
  expiresAt?: Date
  note?: string
  actor: string
  /** A code that is on a card already; a new one without it. */
  code?: string
}

/**
 * Opens an account with its first credit. Its code is told here and never again: only what it is known by is kept.
 * Refuses an amount that is none, and a code that is taken or cannot be one.
 */
export function issueCredit(given: GivenCredit, tx?: Transaction) {
  return tx ? issue(tx, given) : transaction((own) => issue(own, given))
}

async function issue(tx: Transaction, { kind, currency, amount, note, actor, ...given }: GivenCredit) {
  if (!Number.isSafeInteger(amount) || amount <= 0) return { refused: 'amount' as const }
  const code = given.code ?? newCode()
  const letters = lettersOf(code)
  if (!letters) return { refused: 'code' as const }
  const opened = await row<{ id: number }>(
    `insert into credit.accounts (kind, currency, code_hash, code_end, email, expires_at)
     values ($kind, $currency, $hash, $end, $email, $expiresAt) on conflict (code_hash) do nothing returning id`,
    {
      ...{ kind, currency, hash: hashOf(letters), end: endOf(letters) },
      ...{ email: given.email ?? null, expiresAt: given.expiresAt ?? null },
    },
    tx,
  )
  if (!opened) return { refused: 'code' as const }
  const movement = { accountId: opened.id, currency, amount, direction: 'to', reason: 'issued' } as const
  await move(tx, { ...movement, orderId: null, note: note ?? '', actor, key: `issued ${opened.id}` })
  return { accountId: opened.id, code }
}
