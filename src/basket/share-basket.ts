import { randomBytes } from 'node:crypto'
import type { Owner } from '../identity/index.ts'
import { row, rows } from '../platform/database.ts'

const TOKEN_BYTES = 12
/** So long a shared basket can be looked at. */
const SHARED_DAYS = 30

/** Keeps what is in a basket now under a token of its own; undefined when there is nothing in it. */
export async function shareBasket(owner: Owner): Promise<string | undefined> {
  const shared = await row<{ token: string }>(
    `insert into basket.shared_baskets (token, visitor_id, lines)
     select $token, basket.visitor_id, jsonb_agg(
       jsonb_build_object('variantId', line.variant_id, 'quantity', line.quantity) order by line.added_at, line.variant_id)
     from basket.baskets basket join basket.basket_lines line on line.basket_id = basket.id
     where basket.visitor_id = $visitorId and basket.state = 'open'
     group by basket.visitor_id
     returning token`,
    { ...owner, token: randomBytes(TOKEN_BYTES).toString('base64url') },
  )
  return shared?.token
}

interface Shared {
  visitorId: string
  lines: { variantId: number; quantity: number }[]
}

/** What was shared under a token, unless that was too long ago. */
export function findShared(token: string): Promise<Shared | undefined> {
  return row<Shared>(
    `select visitor_id as "visitorId", lines from basket.shared_baskets
     where token = $token and shared_at > now() - make_interval(days => ${SHARED_DAYS})`,
    { token },
  )
}

/** Forgets the shared baskets that nobody can look at any more. */
export async function forgetShared(): Promise<void> {
  await rows(
    `delete from basket.shared_baskets where shared_at <= now() - make_interval(days => ${SHARED_DAYS})`,
  )
}
