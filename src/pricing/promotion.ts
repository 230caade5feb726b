import { rows } from '../platform/database.ts'
import type { Localised } from '../platform/locale.ts'

/**
 * What is taken off a basket, and when; amounts in the basket's currency, in minor units. Without a code it is for
 * everybody. Goods are in its scope by their category or product; where neither is named, all are.
 */
export interface Promotion {
  id: number
  name: Localised
  /** The one by which it is had here: its own, or one of those that count once. */
  code: string | null
  kind: 'percentage' | 'amount' | 'free_delivery' | 'buy_get'
  /** Of a percentage, in parts per million. */
  share: number | null
  /** What an `amount` takes off; null where it counts in other currencies only. */
  amount: number | null
  /** Who buys so many gets so many more, the cheapest of them, for nothing. */
  buy: number | null
  free: number | null
  categoryIds: number[]
  productIds: number[]
  /** What the goods must come to, before anything is taken off. */
  minimum: number
  isForFirstOrder: boolean
  /** It may be used together with others that may. */
  combines: boolean
  /** Lower ones are taken off first. */
  priority: number
  /** Why it cannot be used now, whatever is in the basket. */
  hindrance: 'early' | 'ended' | 'used' | 'used_by_you' | null
  startsAt: Date
  endsAt: Date | null
}

/** Who asks, as far as is known: the limit for each person counts by visitor and by e-mail address. */
export interface Customer {
  visitorId: string | null
  email: string | null
}

/** A code as it is kept, however it was typed. */
export function tidyCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9-]/g, '')
}

interface Asked extends Customer {
  currency: string
  codes: string[]
}

/** What is on for everybody, and what the codes stand for; codes that nobody knows are left out. */
export function promotionsFor({ currency, codes, visitorId, email }: Asked): Promise<Promotion[]> {
  return rows<Promotion>(PROMOTIONS, { currency, codes, visitorId, email: email?.toLowerCase() ?? null })
}

/** Why a code cannot be used by somebody now, whatever they buy; undefined when it can. */
export async function findHindrance(
  code: string,
  customer: Customer & { currency: string },
): Promise<{ reason: 'unknown' | NonNullable<Promotion['hindrance']>; startsAt: Date | null } | undefined> {
  const known = (await promotionsFor({ ...customer, codes: [code] })).find(
    (promotion) => promotion.code === code,
  )
  if (!known) return { reason: 'unknown', startsAt: null }
  return known.hindrance ? { reason: known.hindrance, startsAt: known.startsAt } : undefined
}

const PROMOTIONS = `
  select promotion.id, name, given.code, kind, share, (amounts ->> $currency)::bigint as amount, buy, free,
    category_ids as "categoryIds", product_ids as "productIds",
    coalesce((minimums ->> $currency)::bigint, 0) as minimum, is_for_first_order as "isForFirstOrder", combines, priority,
    starts_at as "startsAt", ends_at as "endsAt",
    case when stopped_at is not null or ends_at <= now() then 'ended' when starts_at > now() then 'early'
      when is_single and exists (
        select from pricing.voucher_redemptions used where used.single_code = given.code and used.state <> 'released')
        then 'used'
      when limit_each <= (
        select count(*) from pricing.voucher_redemptions used where used.promotion_id = promotion.id
          and used.state <> 'released' and (used.visitor_id = $visitorId::uuid or used.email = $email)) then 'used_by_you'
      when limit_in_all <= (
        select count(*) from pricing.voucher_redemptions used where used.promotion_id = promotion.id
          and used.state <> 'released') then 'used' end as hindrance
  from (
    select id, code, false as is_single from pricing.promotions where code = any($codes::text[])
    union all
    select promotion_id, code, true from pricing.voucher_codes where code = any($codes::text[])
    union all
    select id, null, false from pricing.promotions
    where code is null and not by_codes and stopped_at is null and starts_at <= now()
      and (ends_at > now() or ends_at is null)) given
  join pricing.promotions promotion on promotion.id = given.id
  order by priority, promotion.id, given.code`
