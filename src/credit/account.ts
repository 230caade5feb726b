import { row, rows, type Transaction } from '../platform/database.ts'
import { hashOf, lettersOf } from './code.ts'

/** A gift card, or credit with the shop; the balance in minor units. */
export interface CreditAccount {
  id: number
  kind: 'gift_card' | 'store_credit'
  currency: string
  balance: number
  /** The last letters of its code. */
  codeEnd: string
  state: 'open' | 'ended' | 'stopped'
}

const SELECT = `select id, kind, currency, balance, code_end as "codeEnd",
    case when stopped_at is not null then 'stopped' when expires_at <= now() then 'ended' else 'open' end as state
  from credit.accounts`

/** The accounts with these ids, in their order. */
export function creditAccounts(ids: number[], tx?: Transaction): Promise<CreditAccount[]> {
  if (ids.length === 0) return Promise.resolve([])
  return rows<CreditAccount>(
    `${SELECT} where id = any($ids::bigint[]) and kind <> 'shop' order by array_position($ids::bigint[], id)`,
    { ids },
    tx,
  )
}

/** Locks them until the end of the transaction, in the order of their ids. */
export function lockAccounts(tx: Transaction, ids: number[]): Promise<CreditAccount[]> {
  return rows<CreditAccount>(
    `${SELECT} where id = any($ids::bigint[]) and kind <> 'shop' order by id for update`,
    { ids },
    tx,
  )
}

/** The account of a code, however it was typed: undefined for one that there is not, has ended, or was stopped. */
export async function findCard(typed: string): Promise<CreditAccount | undefined> {
  const letters = lettersOf(typed)
  if (!letters) return undefined
  const account = await row<CreditAccount>(`${SELECT} where code_hash = $hash`, { hash: hashOf(letters) })
  return account?.state === 'open' ? account : undefined
}
