import type { Request } from 'express'
import { ownerOf } from '../identity/index.ts'
import { row, rows, type Transaction } from '../platform/database.ts'
import type { Locale } from '../platform/locale.ts'

/** Who may have bought something: a visitor, and whoever holds the links of these orders' mails. */
export interface Buyer {
  visitorId: string | undefined
  orderIds: number[]
}

/** A line of an order that was paid, and the visitor who placed it. */
export interface Purchase {
  orderId: number
  variantId: number
  visitorId: string
}

/** The buyer that a request comes from: the same orders are theirs that they may see. */
export function buyerOf(req: Request): Buyer {
  return { visitorId: ownerOf(req)?.visitorId, orderIds: req.session?.orders ?? [] }
}

/** The buyer's newest purchase of one of these variants; an order counts once it is paid, until it is cancelled. */
export function findPurchase(
  { visitorId, orderIds }: Buyer,
  variantIds: number[],
  tx?: Transaction,
): Promise<Purchase | undefined> {
  return row<Purchase>(
    `select bought.id as "orderId", line.variant_id as "variantId", bought.visitor_id as "visitorId"
     from orders.orders bought join orders.order_lines line on line.order_id = bought.id
     where (bought.visitor_id = $visitorId or bought.id = any($orderIds::bigint[]))
       and bought.state in ('paid', 'partly_shipped', 'shipped', 'delivered')
       and line.variant_id = any($variantIds::bigint[])
     order by (bought.visitor_id = $visitorId) desc nulls last, bought.id desc, line.position limit 1`,
    { visitorId: visitorId ?? null, orderIds, variantIds },
    tx,
  )
}

/** What was ordered: variants and how many of each. */
export function orderedVariants(orderId: number): Promise<{ variantId: number; quantity: number }[]> {
  return rows<{ variantId: number; quantity: number }>(
    'select variant_id as "variantId", quantity from orders.order_lines where order_id = $orderId order by variant_id',
    { orderId },
  )
}

/** What was bought with an order: by which visitor, when, in which language, and what each line came to, in minor units. */
export async function boughtGoods(orderId: number) {
  const order = await row<{ visitorId: string; at: Date; currency: string; locale: Locale }>(
    'select visitor_id as "visitorId", placed_at as at, currency, locale from orders.orders where id = $orderId',
    { orderId },
  )
  if (!order) return undefined
  const lines = await rows<{ variantId: number; total: number }>(
    'select variant_id as "variantId", total from orders.order_lines where order_id = $orderId order by position',
    { orderId },
  )
  return { ...order, lines }
}

/** What was ordered, line by line, by the names that it had. */
export function orderedLines(
  orderId: number,
): Promise<{ variantId: number; quantity: number; title: string }[]> {
  return rows<{ variantId: number; quantity: number; title: string }>(
    `select variant_id as "variantId", quantity, concat_ws(', ', title, nullif(option_text, '')) as title
     from orders.order_lines where order_id = $orderId order by position`,
    { orderId },
  )
}
