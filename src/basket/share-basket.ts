import { randomBytes } from 'node:crypto'
import type { Owner } from '../identity/index.ts'
import { row, rows, type Transaction } from '../platform/database.ts'
import { type Sql, sql } from '../platform/sql.ts'

const TOKEN_BYTES = 12
/** So long a shared basket can be looked at. */
const SHARED_DAYS = 30

/** Keeps what is in somebody's basket now under a token of its own; undefined when there is nothing in it. */
export function shareBasket({ visitorId }: Owner): Promise<string | undefined> {
  return share(sql`basket.visitor_id = $visitorId`, { visitorId })
}

/** The same for a basket that nobody has touched for an hour. */
export function shareLeft(tx: Transaction, basketId: number): Promise<string | undefined> {
  return share(sql`basket.id = $basketId and basket.updated_at < now() - interval '1 hour'`, { basketId }, tx)
}

async function share(whose: Sql, bind: object, tx?: Transaction): Promise<string | undefined> {
  const shared = await row<{ token: string }>(
    sql`insert into basket.shared_baskets (token, visitor_id, lines)
     select $token, basket.visitor_id, jsonb_agg(
       jsonb_build_object('variantId', line.variant_id, 'quantity', line.quantity) order by line.added_at, line.variant_id)
     from basket.baskets basket join basket.basket_lines line on line.basket_id = basket.id
     where basket.state = 'open' and ${whose}
     group by basket.visitor_id
     returning token`,
    { ...bind, token: randomBytes(TOKEN_BYTES).toString('base64url') },
    tx,
  )
  return shared?.token
}

interface Shared {
  visitorId: string
  lines: { variantId: number; quantity: number }[]
  /** The name that its owner has given it. */
  keptAs: string | null
}

/** What was shared under a token, unless that was too long ago. */
export function findShared(token: string): Promise<Shared | undefined> {
  return row<Shared>(
    `select visitor_id as "visitorId", lines, kept_as as "keptAs" from basket.shared_baskets
     where token = $token and (kept_as is not null or shared_at > now() - make_interval(days => ${SHARED_DAYS}))`,
    { token },
  )
}

/** Forgets the shared baskets that nobody can look at any more. */
export async function forgetShared(): Promise<void> {
  await rows(
    `delete from basket.shared_baskets where kept_as is null and shared_at <= now() - make_interval(days => ${SHARED_DAYS})`,
  )
}
