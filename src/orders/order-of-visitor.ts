import { row, type Transaction } from '../platform/database.ts'
import { oneAtATime } from '../platform/one-at-a-time.ts'

/** The order that a visitor has placed last, as the audit log keeps it: nothing of it says whose it is. */
export async function orderOfVisitor(tx: Transaction, visitorId: string): Promise<object | undefined> {
  await oneAtATime(tx, `orders.orders ${visitorId}`)
  return row<{ number: string }>(
    'select number, total, currency from orders.orders where visitor_id = $visitorId order by id desc limit 1',
    { visitorId },
    tx,
  )
}
