import type { Welcome } from '../identity/index.ts'
import { orderIdsOf } from '../orders/index.ts'
import { rows, transaction } from '../platform/database.ts'

/**
 * What a customer wrote as a guest, of what they had bought in orders that are theirs now, is theirs too; what they have
 * written of the same product as a customer stays as it is.
 */
export const adoptReviews: Welcome = async ({ customer: { id, visitorId } }) => {
  const orderIds = await orderIdsOf(id)
  if (orderIds.length === 0) return
  await transaction(async (tx) => {
    await rows(
      `update reviews.reviews written set author_id = $visitorId
       where author_kind = 'visitor' and author_id <> $visitorId and order_id = any($orderIds::bigint[])
         and not exists (select from reviews.reviews other where other.product_id = written.product_id
           and other.author_kind = 'visitor' and other.author_id = $visitorId)`,
      { visitorId, orderIds },
      tx,
    )
  })
}
