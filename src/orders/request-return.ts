import { row, rows, type Transaction, transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'
import { type LineCounts, lineCounts, returnable } from './line-counts.ts'
import { lockOrder } from './order.ts'
import { noteEvent } from './order-states.ts'
import { type Pieces, summed } from './pieces.ts'
import { type Outcome, refuse } from './refusal.ts'
import type { ReturnReason } from './return.ts'

export interface NewReturn {
  lines: Pieces[]
  reason: ReturnReason
  comment: string
  /** The one-time key of the form: sent twice, it is one return. */
  key: string
}

/**
 * A shopper asks to send pieces of an order back. Refuses more than may go back of a line (`left`): what was not
 * sent, is older than 30 days, is on its way back already or was refunded.
 */
export function requestReturn(
  orderId: number,
  asked: NewReturn,
  actor: string,
): Promise<Outcome<{ returnId: number; number: number }>> {
  return transaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (!order) return refuse('order-unknown')
    const known = await row<{ returnId: number; number: number }>(
      'select id as "returnId", number from orders.returns where order_id = $orderId and form_key = $key',
      { orderId, key: asked.key },
      tx,
    )
    if (known) return known
    const wanted = summed(asked.lines, await lineCounts(orderId, tx))
    if (!wanted) return refuse('lines')
    const tooMany = wanted.find(({ line, quantity }) => quantity > returnable(line))
    if (tooMany)
      return refuse('not-returnable', { title: tooMany.line.title, left: returnable(tooMany.line) })
    const written = await writeReturn(tx, orderId, asked, wanted)
    await noteEvent(tx, orderId, order.state, {
      kind: 'return_requested',
      actor,
      details: { number: written.number },
    })
    await publish(tx, 'return.requested', { returnId: written.returnId, orderId })
    return written
  })
}

async function writeReturn(
  tx: Transaction,
  orderId: number,
  { reason, comment, key }: NewReturn,
  wanted: { line: LineCounts; quantity: number }[],
): Promise<{ returnId: number; number: number }> {
  const written = await row<{ returnId: number; number: number }>(
    `insert into orders.returns (order_id, number, reason, comment, form_key)
     select $orderId, coalesce(max(number), 0) + 1, $reason, $comment, $key
     from orders.returns where order_id = $orderId
     returning id as "returnId", number`,
    { orderId, reason, comment, key },
    tx,
  )
  await rows(
    `insert into orders.return_lines (return_id, order_id, position, quantity)
     select $returnId, $orderId, line.position, line.quantity
     from unnest($positions::integer[], $quantities::integer[]) as line (position, quantity)`,
    {
      returnId: written!.returnId,
      orderId,
      positions: wanted.map(({ line }) => line.position),
      quantities: wanted.map(({ quantity }) => quantity),
    },
    tx,
  )
  return written!
}
