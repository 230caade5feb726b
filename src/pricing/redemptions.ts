import { rows, type Transaction } from '../platform/database.ts'
import type { QuoteDiscount } from './quote.ts'

interface Redeemer {
  orderId: number
  visitorId: string
  email: string
}

/**
 * Holds what an order uses of each promotion. The limits are counted under the promotions' locks, which are taken in the
 * order of their ids and only where there is a limit: refuses when one is used up.
 */
export async function holdPromotions(
  tx: Transaction,
  { orderId, visitorId, ...given }: Redeemer & { discounts: QuoteDiscount[] },
) {
  const redeemer = { orderId, visitorId, email: given.email.toLowerCase() }
  const ids = given.discounts.map(({ id }) => id)
  const codes = given.discounts.flatMap(({ code }) => code ?? [])
  if (await isUsedUp(tx, ids, codes, redeemer)) return { refused: 'used_up' as const }
  await rows(
    `insert into pricing.voucher_redemptions (promotion_id, order_id, visitor_id, email, amount, single_code)
     select id, $orderId, $visitorId, $email, amount, single.code
     from jsonb_to_recordset($discounts) as used (id bigint, amount bigint, code text)
     left join pricing.voucher_codes single on single.code = used.code order by id`,
    { ...redeemer, discounts: JSON.stringify(given.discounts) },
    tx,
  )
  return { held: ids.length }
}

/** The same for an order that had let go of them. */
export async function holdPromotionsAgain(tx: Transaction, orderId: number) {
  const released = await rows<{ promotionId: number; code: string | null; visitorId: string; email: string }>(
    `select promotion_id as "promotionId", single_code as code, visitor_id as "visitorId", email from pricing.voucher_redemptions
     where order_id = $orderId and state = 'released'`,
    { orderId },
    tx,
  )
  const ids = released.map(({ promotionId }) => promotionId)
  const [first] = released
  const codes = released.flatMap(({ code }) => code ?? [])
  if (first && (await isUsedUp(tx, ids, codes, { orderId, ...first }))) return { refused: 'used_up' as const }
  await move(tx, orderId, 'released', 'held')
  return { held: ids.length }
}

/** The order is paid: what it held is used. */
export function usePromotions(tx: Transaction, orderId: number): Promise<void> {
  return move(tx, orderId, 'held', 'used')
}

/** The order came to nothing: others may use what it held. */
export function releasePromotions(tx: Transaction, orderId: number): Promise<void> {
  return move(tx, orderId, 'held', 'released')
}

type State = 'held' | 'used' | 'released'

async function move(tx: Transaction, orderId: number, from: State, to: State): Promise<void> {
  await rows(
    `update pricing.voucher_redemptions set state = $to, at = now() where order_id = $orderId and state = $from`,
    { orderId, from, to },
    tx,
  )
}

/** In two statements: who had to wait for a lock must count what is there afterwards. */
async function isUsedUp(
  tx: Transaction,
  ids: number[],
  codes: string[],
  redeemer: Redeemer,
): Promise<boolean> {
  if (await isCodeUsed(tx, codes, redeemer.orderId)) return true
  const limited = await rows<{ id: number }>(
    `select id from pricing.promotions
     where id = any($ids::bigint[]) and (limit_in_all is not null or limit_each is not null) order by id for update`,
    { ids },
    tx,
  )
  if (limited.length === 0) return false
  const { orderId, visitorId, email } = redeemer
  const usedUp = await rows(
    `select from pricing.promotions promotion
     cross join lateral (
       select count(*) as in_all,
         count(*) filter (where used.visitor_id = $visitorId::uuid or used.email = $email) as of_theirs
       from pricing.voucher_redemptions used
       where used.promotion_id = promotion.id and used.state <> 'released' and used.order_id <> $orderId) tally
     where promotion.id = any($ids::bigint[]) and (tally.in_all >= limit_in_all or tally.of_theirs >= limit_each)`,
    { ids: limited.map(({ id }) => id), orderId, visitorId, email },
    tx,
  )
  return usedUp.length > 0
}

/** Whether one of the codes that count once is somebody else's already. */
async function isCodeUsed(tx: Transaction, codes: string[], orderId: number): Promise<boolean> {
  const single = await rows<{ code: string }>(
    'select code from pricing.voucher_codes where code = any($codes::text[]) order by code for update',
    { codes },
    tx,
  )
  if (single.length === 0) return false
  const used = await rows(
    `select from pricing.voucher_redemptions
     where single_code = any($codes::text[]) and state <> 'released' and order_id <> $orderId`,
    { codes: single.map(({ code }) => code), orderId },
    tx,
  )
  return used.length > 0
}
