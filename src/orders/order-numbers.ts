import { rows } from '../platform/database.ts'

/** Numbers and currencies of orders, by their ids. */
export async function orderNumbers(
  orderIds: number[],
): Promise<Map<number, { number: string; currency: string }>> {
  const found = await rows<{ id: number; number: string; currency: string }>(
    'select id, number, currency from orders.orders where id = any($orderIds::bigint[])',
    { orderIds },
  )
  return new Map(found.map(({ id, ...order }) => [id, order]))
}
