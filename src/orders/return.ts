import { row, rows, type Transaction } from '../platform/database.ts'
import { lockOrder, type Order } from './order.ts'
import { noteEvent } from './order-states.ts'

/** Which state of a return may follow which. What is not here does not happen. */
const followers = {
  requested: ['approved', 'declined'],
  approved: ['received', 'declined'],
  received: ['refunded'],
  refunded: [],
  declined: [],
} as const satisfies Record<string, readonly string[]>

export type ReturnState = keyof typeof followers

/** Why shoppers send something back, as they may say it. */
export const returnReasons = [
  'changed-mind',
  'not-as-expected',
  'damaged',
  'faulty',
  'wrong-item',
  'too-late',
  'other',
] as const
export type ReturnReason = (typeof returnReasons)[number]

export interface Return {
  id: number
  orderId: number
  number: number
  state: ReturnState
}

/** A return with its order; both stay locked until the end of the transaction, the order first. */
export async function lockReturn(
  tx: Transaction,
  returnId: number,
): Promise<{ back: Return; order: Order } | undefined> {
  const known = await row<{ orderId: number }>(
    'select order_id as "orderId" from orders.returns where id = $returnId',
    { returnId },
    tx,
  )
  const order = known && (await lockOrder(tx, known.orderId))
  const back = await row<Return>(
    'select id, order_id as "orderId", number, state from orders.returns where id = $returnId for update',
    { returnId },
    tx,
  )
  return order && back && { back, order }
}

export function mayReturnMove(from: ReturnState, to: ReturnState): boolean {
  return (followers[from] as readonly string[]).includes(to)
}

/**
 * Moves a locked return to another state, with its event on the order's timeline.
 * @throws Error for a move that the table above does not know.
 */
export async function moveReturn(
  tx: Transaction,
  { back, order }: { back: Return; order: Order },
  to: Exclude<ReturnState, 'requested'>,
  { actor, because = null }: { actor: string; because?: string | null },
): Promise<void> {
  if (!mayReturnMove(back.state, to)) {
    throw new Error(`Return ${back.id} cannot go from ${back.state} to ${to}`)
  }
  await rows(
    'update orders.returns set state = $to, declined_because = $because where id = $id',
    { id: back.id, to, because },
    tx,
  )
  const details = { number: back.number, ...(because && { because }) }
  await noteEvent(tx, order.id, order.state, { kind: `return_${to}`, actor, details })
}

/** The money of a return has gone back: it is finished, unless it is already. */
export async function finishReturn(
  tx: Transaction,
  order: Order,
  returnId: number,
  actor: string,
): Promise<void> {
  const locked = await lockReturn(tx, returnId)
  if (locked?.back.state === 'received')
    await moveReturn(tx, { back: locked.back, order }, 'refunded', { actor })
}
