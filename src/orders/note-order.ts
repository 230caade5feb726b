import { transaction } from '../platform/database.ts'
import { lockOrder } from './order.ts'
import { noteEvent } from './order-states.ts'
import { type Outcome, refuse } from './refusal.ts'

const LONGEST_NOTE = 4_000

/** Keeps what a member of staff wants to remember of an order; shoppers never see it. Refuses an empty or endless one. */
export function noteOrder(
  orderId: number,
  typed: string,
  actor: string,
): Promise<Outcome<{ orderId: number }>> {
  return transaction(async (tx) => {
    const text = typed.trim()
    const order = await lockOrder(tx, orderId)
    if (!order) return refuse('order-unknown')
    if (text === '' || text.length > LONGEST_NOTE) return refuse('note')
    await noteEvent(tx, orderId, order.state, { kind: 'note', actor, details: { text } })
    return { orderId }
  })
}
