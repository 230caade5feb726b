import { row, type Transaction } from '../platform/database.ts'
import type { Localised } from '../platform/locale.ts'
import { tidyCode } from './promotion.ts'

type Amounts = Partial<Record<string, number>>

/** What a promotion takes off (a share in parts per million, amounts by currency in minor units, or goods), and when. */
export interface PromotionDraft {
  name: Localised
  /** Without a code it is for everybody. */
  code?: string
  kind: 'percentage' | 'amount' | 'buy_get' | 'free_delivery'
  share?: number
  amounts?: Amounts
  buy?: number
  free?: number
  categoryIds?: number[]
  productIds?: number[]
  minimums?: Amounts
  isForFirstOrder?: boolean
  combines?: boolean
  priority?: number
  limitInAll?: number
  limitEach?: number
  startsAt?: Date
  endsAt?: Date
  /** The one in which its dates are meant. */
  timeZone?: string
}

/**
 * Creates a promotion, or makes the one with its code what is given; how often it was used stays.
 * @throws the database's error for one that contradicts itself.
 */
export async function savePromotion(tx: Transaction, draft: PromotionDraft): Promise<number> {
  const given = { ...draft, code: draft.code && tidyCode(draft.code), minimums: draft.minimums ?? {} }
  const saved = await row<{ id: number }>(PROMOTION, { given: JSON.stringify(given) }, tx)
  return saved!.id
}

const PROMOTION = `
  insert into pricing.promotions (name, code, kind, share, amounts, buy, free, category_ids, product_ids, minimums,
    is_for_first_order, combines, priority, limit_in_all, limit_each, starts_at, ends_at, time_zone)
  select name, code, kind, share, amounts, buy, free, coalesce("categoryIds", '{}'), coalesce("productIds", '{}'),
    minimums, coalesce("isForFirstOrder", false), coalesce(combines, true), coalesce(priority, 0), "limitInAll",
    coalesce("limitEach", case when "isForFirstOrder" then 1 end), coalesce("startsAt", now()), "endsAt",
    coalesce("timeZone", 'Europe/Berlin')
  from jsonb_to_record($given) as draft (name jsonb, code text, kind text, share integer, amounts jsonb, buy integer,
    free integer, "categoryIds" bigint[], "productIds" bigint[], minimums jsonb, "isForFirstOrder" boolean,
    combines boolean, priority integer, "limitInAll" integer, "limitEach" integer, "startsAt" timestamptz,
    "endsAt" timestamptz, "timeZone" text)
  on conflict (code) do update set name = excluded.name, kind = excluded.kind, share = excluded.share,
    amounts = excluded.amounts, buy = excluded.buy, free = excluded.free, category_ids = excluded.category_ids,
    product_ids = excluded.product_ids, minimums = excluded.minimums, is_for_first_order = excluded.is_for_first_order,
    combines = excluded.combines, priority = excluded.priority, limit_in_all = excluded.limit_in_all,
    limit_each = excluded.limit_each, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
    time_zone = excluded.time_zone, stopped_at = null
  returning id`
