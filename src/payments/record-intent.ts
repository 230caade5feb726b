import { row, rows, type Transaction, transaction } from '../platform/database.ts'
import { logger } from '../platform/logger.ts'
import { publish } from '../platform/queue.ts'
import { keepEvent } from './record-facts.ts'
import type { Stripe } from './stripe.ts'

interface EndedPayment {
  orderId: number
  wanted: 'capture' | 'void' | null
}

/**
 * Records that money which a card held ready was taken, all or a part, or let go, whoever did it. Nothing happens to
 * a payment that is not held ready, or none of ours.
 */
export async function recordIntent(intent: Stripe.PaymentIntent): Promise<void> {
  if (intent.status !== 'succeeded' && intent.status !== 'canceled') return
  await transaction(async (tx) => {
    const isTaken = intent.status === 'succeeded'
    const ended = await end(tx, intent.id, isTaken ? intent.amount_received : 0)
    if (!ended) return
    await keepEvent(
      tx,
      {
        eventId: `${intent.id}:${intent.status}`,
        kind: isTaken ? 'succeeded' : 'voided',
        orderId: ended.orderId,
        session: null,
        reference: intent.id,
        amount: isTaken ? intent.amount_received : intent.amount,
        currency: intent.currency.toUpperCase(),
        body: intent,
      },
      undefined,
    )
    if (isTaken || ended.wanted === 'void') return
    logger.error({ orderId: ended.orderId, payment: intent.id }, 'authorised payment is gone')
    await publish(tx, 'payment.lost', { orderId: ended.orderId })
  })
}

async function end(tx: Transaction, reference: string, captured: number): Promise<EndedPayment | undefined> {
  const locked = await row<EndedPayment>(
    `select order_id as "orderId", wanted from payments.payments
     where provider_reference = $reference and state = 'authorised' for update`,
    { reference },
    tx,
  )
  if (!locked) return undefined
  await rows(
    `update payments.payments set state = $state, captured = $captured where order_id = $orderId`,
    { orderId: locked.orderId, state: captured > 0 ? 'captured' : 'voided', captured },
    tx,
  )
  return locked
}
