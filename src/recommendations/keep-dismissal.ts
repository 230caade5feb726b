import { rows, transaction } from '../platform/database.ts'

/**
 * Keeps that a visitor is not interested in a product; not of somebody who has not agreed, whatever their browser says.
 */
export function keepDismissal(visitorId: string, productId: number): Promise<void> {
  return transaction(async (tx) => {
    await rows(
      `insert into recommendations.dismissals (visitor_id, product_id)
       select visitor_id, $productId from customers.agreements
       where visitor_id = $visitorId and purpose = 'personalisation'
       on conflict (visitor_id, product_id) do update set at = now()`,
      { visitorId, productId },
      tx,
    )
  })
}
