import { rows } from '../platform/database.ts'

/** What was ordered: variants and how many of each. */
export function orderedVariants(orderId: number): Promise<{ variantId: number; quantity: number }[]> {
  return rows<{ variantId: number; quantity: number }>(
    'select variant_id as "variantId", quantity from orders.order_lines where order_id = $orderId order by variant_id',
    { orderId },
  )
}
