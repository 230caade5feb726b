import { orderCredits } from '../credit/index.ts'
import { getPayment, type Payment, refundsOf, requestRefund } from '../payments/index.ts'
import { row, rows, type Transaction } from '../platform/database.ts'
import { creditRefund } from './credit-refund.ts'
import type { Order } from './order.ts'
import { noteEvent } from './order-states.ts'
import type { RefundParts, RefundRoom } from './refund-parts.ts'

/** Why and by whom money goes back, and the key under which it does once. */
export interface RefundCause {
  reason: string
  key: string
  actor: string
  returnId?: number
}

/** What of an order can still go back, and to where. */
export interface OpenRefund extends RefundRoom {
  payment: Payment
  /** Of what was paid with money. */
  moneyLeft: number
  /** Of what accounts paid. */
  credits: { accountId: number; left: number }[]
  isPaid: boolean
}

/**
 * How much of what a locked order was paid with can still go back. What we asked to go back counts as gone, even if that
 * failed: it is asked for again.
 */
export async function refundRoom(tx: Transaction, order: Order): Promise<OpenRefund> {
  const [payment, refunds, delivery] = [
    await getPayment(order.id, tx),
    await refundsOf(order.id, tx),
    await deliveryOf(tx, order.id),
  ]
  const gone = refunds
    .filter(
      ({ state, isOfOrder, isAskedByUs, isCredit }) =>
        isOfOrder && !isCredit && (state !== 'failed' || isAskedByUs),
    )
    .reduce((sum, { amount }) => sum + amount, 0)
  const moneyLeft = payment.captured - gone
  const paid = payment.state === 'pending' ? [] : await orderCredits(order.id, tx)
  const credits = paid.map(({ accountId, spent, refunded }) => ({ accountId, left: spent - refunded }))
  const left = credits.reduce((sum, credit) => sum + credit.left, moneyLeft)
  const isPaid = payment.captured > 0 || paid.length > 0
  return { ...delivery, payment, moneyLeft, credits, left, isPaid }
}

/**
 * Asks for a refund of a locked order and keeps what it is for: money goes back first, then credit to the accounts that
 * it came from, as refunds of their own. Gives the first one's id, or undefined when it comes to nothing.
 */
export async function writeRefund(
  tx: Transaction,
  order: Order,
  room: OpenRefund,
  parts: RefundParts,
  cause: RefundCause,
): Promise<number | undefined> {
  const ids: number[] = []
  for (const [index, share] of sharesOf(parts.total, room).entries()) {
    const key = index === 0 ? cause.key : `${cause.key} ${index + 1}`
    const known = parts.lines.reduce((sum, line) => sum + line.amount, parts.delivery)
    const own =
      index === 0
        ? { ...parts, adjustment: share.amount - known }
        : { lines: [], delivery: 0, adjustment: share.amount }
    ids.push(await writeShare(tx, order, { ...own, total: share.amount }, share, { ...cause, key }))
  }
  return ids[0]
}

/** A part of a refund, and to where it goes: to an account, or the way that money came. */
interface Share {
  amount: number
  payment: Payment
  accountId: number | null
}

function sharesOf(total: number, { payment, moneyLeft, credits }: OpenRefund): Share[] {
  let left = total
  return [{ accountId: null, left: moneyLeft }, ...credits]
    .map(({ accountId, left: most }) => {
      const amount = Math.min(left, most)
      left -= amount
      return { accountId, amount, payment }
    })
    .filter(({ amount }) => amount > 0)
}

async function writeShare(
  tx: Transaction,
  order: Order,
  { lines, delivery, adjustment, total: amount }: RefundParts,
  { accountId, payment }: Share,
  { reason, key, actor, returnId }: RefundCause,
): Promise<number> {
  const { id: orderId, currency } = order
  const asked = { orderId, amount, currency, reason, key }
  const refundId =
    accountId === null
      ? await requestRefund(tx, { ...asked, reference: payment.reference })
      : await creditRefund(tx, { ...asked, accountId }, actor)
  await rows(
    `insert into orders.order_refunds (refund_id, order_id, key, return_id, delivery, adjustment)
     values ($refundId, $orderId, $key, $returnId, $delivery, $adjustment)`,
    { refundId, orderId, key, returnId: returnId ?? null, delivery, adjustment },
    tx,
  )
  await rows(
    `insert into orders.refund_lines (refund_id, order_id, position, quantity, amount)
     select $refundId, $orderId, line.position, line.quantity, line.amount
     from unnest($positions::integer[], $quantities::integer[], $amounts::bigint[])
       as line (position, quantity, amount)`,
    {
      refundId,
      orderId,
      positions: lines.map(({ position }) => position),
      quantities: lines.map(({ quantity }) => quantity),
      amounts: lines.map((line) => line.amount),
    },
    tx,
  )
  await noteEvent(tx, orderId, order.state, {
    kind: 'refund_requested',
    actor,
    details: { refundId, amount, reason },
  })
  return refundId
}

async function deliveryOf(tx: Transaction, orderId: number) {
  const delivery = await row<{ deliveryPaid: number; deliveryRefunded: number }>(
    `select delivery_amount + case when tax_included then 0
         else coalesce((quote -> 'delivery' ->> 'tax')::bigint, 0) end as "deliveryPaid",
       (select coalesce(sum(delivery), 0) from orders.order_refunds where order_id = $orderId)::bigint as "deliveryRefunded"
     from orders.orders where id = $orderId`,
    { orderId },
    tx,
  )
  return delivery!
}
