import { type Transaction, transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'
import { askForEnd, lockAuthorised } from './authorised-payment.ts'

/**
 * Takes money that a card holds ready for an order, all of it unless `amount` (minor units) says less; the rest goes
 * free. A job tells the provider. Said twice, it counts once, and what was said first counts. Refuses more than is
 * held ready, what is not held ready any more, and what is to be let go.
 */
export function capturePayment(orderId: number, amount: number | undefined, actor: string) {
  return transaction((tx) => capture(tx, orderId, amount, actor))
}

async function capture(tx: Transaction, orderId: number, amount: number | undefined, actor: string) {
  const payment = await lockAuthorised(tx, orderId)
  if (!payment) return { refused: 'not-authorised' as const }
  if (payment.wanted === 'void') return { refused: 'to-be-voided' as const }
  if (payment.wantedAmount !== null) return { amount: payment.wantedAmount }
  const wanted = amount ?? payment.amount
  if (wanted < 1 || wanted > payment.amount) return { refused: 'too-much' as const }
  await askForEnd(tx, payment.id, { wanted: 'capture', amount: wanted, actor })
  await publish(tx, 'payment.end_wanted', { orderId })
  return { amount: wanted }
}
