import { row, rows } from '../platform/database.ts'
import type { Localised } from '../platform/locale.ts'

type Amounts = Partial<Record<string, number>>

/** A promotion as staff see it: what it takes off (amounts in minor units by currency), when, and how often it was used. */
export interface OfficePromotion {
  id: number
  name: Localised
  code: string | null
  isByCodes: boolean
  kind: 'percentage' | 'amount' | 'free_delivery' | 'buy_get'
  share: number | null
  amounts: Amounts | null
  buy: number | null
  free: number | null
  categoryIds: number[]
  productIds: number[]
  minimums: Amounts
  isForFirstOrder: boolean
  combines: boolean
  priority: number
  limitInAll: number | null
  limitEach: number | null
  startsAt: Date
  endsAt: Date | null
  state: 'running' | 'planned' | 'ended' | 'stopped'
  version: number
  codes: number
  uses: number
}

export const promotionFilters = ['all', 'running', 'planned', 'over'] as const
export type PromotionFilter = (typeof promotionFilters)[number]

const STATE = `case when stopped_at is not null then 'stopped' when ends_at <= now() then 'ended'
  when starts_at > now() then 'planned' else 'running' end`

const PROMOTION = `id, name, code, by_codes as "isByCodes", kind, share, amounts, buy, free, category_ids as "categoryIds",
  product_ids as "productIds", minimums, is_for_first_order as "isForFirstOrder", combines, priority,
  limit_in_all as "limitInAll", limit_each as "limitEach", starts_at as "startsAt", ends_at as "endsAt", version,
  ${STATE} as state,
  (select count(*)::integer from pricing.voucher_codes single where single.promotion_id = promotion.id) as codes,
  (select count(*)::integer from pricing.voucher_redemptions redemption
    where redemption.promotion_id = promotion.id and redemption.state <> 'released') as uses`

/** Promotions of a kind of state of which the name or a code has the text in it, the newest first. */
export function officePromotions(
  { filter, text }: { filter: PromotionFilter; text: string },
  limit: number,
): Promise<OfficePromotion[]> {
  return rows<OfficePromotion>(
    `select ${PROMOTION} from pricing.promotions promotion
     where ($filter = 'all' or ${STATE} = $filter or ($filter = 'over' and ${STATE} in ('ended', 'stopped')))
       and ($text = '' or name ->> 'en' ilike $piece or name ->> 'de' ilike $piece or code = upper($text)
         or id in (select promotion_id from pricing.voucher_codes single where single.code = upper($text)))
     order by id desc limit $limit`,
    { filter, text, piece: `%${text.replace(/[\\%_]/g, '\\$&')}%`, limit },
  )
}

export function officePromotion(id: number): Promise<OfficePromotion | undefined> {
  return row<OfficePromotion>(`select ${PROMOTION} from pricing.promotions promotion where id = $id`, { id })
}

/** Other promotions for everybody that run at a time when this one does, of goods of which both may be. */
export function promotionsBeside(id: number): Promise<{ id: number; name: Localised; combines: boolean }[]> {
  return rows(
    `select other.id, other.name, other.combines
     from pricing.promotions this
     join pricing.promotions other on other.id <> this.id and other.stopped_at is null and other.code is null
       and not other.by_codes
       and other.starts_at < coalesce(this.ends_at, 'infinity')
       and coalesce(other.ends_at, 'infinity') > greatest(this.starts_at, now())
       and (other.category_ids || other.product_ids = '{}' or this.category_ids || this.product_ids = '{}'
         or other.category_ids && this.category_ids or other.product_ids && this.product_ids)
     where this.id = $id and (this.ends_at is null or this.ends_at > greatest(this.starts_at, now()))
     order by other.priority, other.id limit 20`,
    { id },
  )
}

export interface PromotionUse {
  id: number
  orderId: number
  code: string | null
  amount: number
  state: 'held' | 'used' | 'released'
  at: Date
}

/** The orders that have used a promotion, or may, before one of the uses, the last first; amounts in minor units of the order's currency. */
export function usesOf(promotionId: number, before: number | null, limit: number): Promise<PromotionUse[]> {
  return rows<PromotionUse>(
    `select id, order_id as "orderId", single_code as code, amount, state, at from pricing.voucher_redemptions
     where promotion_id = $promotionId and ($before::bigint is null or id < $before) order by id desc limit $limit`,
    { promotionId, before, limit },
  )
}
