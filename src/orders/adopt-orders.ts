import type { Welcome } from '../identity/index.ts'
import { rows, transaction } from '../platform/database.ts'
import { grantOrder } from './order-access.ts'

/**
 * Whoever signs in finds the orders that they have placed as a guest: those with the e-mail address that the provider has
 * proved to be theirs become the customer's. Others that this browser's visitor has placed stay open to the session.
 */
export const adoptOrders: Welcome = async ({ customer, visitor, res }) => {
  const { id: customerId, visitorId, email, isEmailVerified } = customer
  await transaction(async (tx) => {
    if (isEmailVerified) {
      await rows(
        `update orders.orders set customer_id = $customerId, visitor_id = $visitorId
         where customer_id is null and lower(email) = lower($email)`,
        { customerId, visitorId, email },
        tx,
      )
    }
  })
  for (const { id } of visitor ? await placedBy(visitor.visitorId) : []) grantOrder(res.req, id)
}

/** The newest last, for that is the one which a session keeps longest. */
function placedBy(visitorId: string): Promise<{ id: number }[]> {
  return rows<{ id: number }>(
    `select id from orders.orders where visitor_id = $visitorId and customer_id is null order by id desc limit 20`,
    { visitorId },
  ).then((found) => found.reverse())
}
