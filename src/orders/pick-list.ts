import { rows } from '../platform/database.ts'
import { lineCountsOf, packable } from './line-counts.ts'

/** How many pieces of a variant are to be fetched, and for which orders. */
export interface Pick {
  variantId: number
  quantity: number
  orders: { number: string; quantity: number }[]
}

/** What is to be fetched from the shelves for the orders that have waited longest, so many of them. */
export async function pickList(limit: number): Promise<Pick[]> {
  const waiting = await rows<{ id: number; number: string }>(
    `select id, number from orders.orders where state in ('paid', 'partly_shipped') order by placed_at, id limit $limit`,
    { limit },
  )
  const counts = await lineCountsOf(waiting.map(({ id }) => id))
  const lines = waiting.flatMap(({ id, number }) =>
    (counts.get(id) ?? [])
      .map((line) => ({ variantId: line.variantId, number, quantity: packable(line) }))
      .filter(({ quantity }) => quantity > 0),
  )
  return [...Map.groupBy(lines, ({ variantId }) => variantId)].map(([variantId, found]) => ({
    variantId,
    quantity: found.reduce((sum, { quantity }) => sum + quantity, 0),
    orders: found.map(({ number, quantity }) => ({ number, quantity })),
  }))
}
