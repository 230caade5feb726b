import { transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'
import { askForEnd, lockAuthorised } from './authorised-payment.ts'

/**
 * Lets money go that a card holds ready for an order; a job tells the provider. Said twice, it counts once. Refuses
 * what is not held ready any more, and what is to be taken.
 */
export function voidPayment(orderId: number, actor: string) {
  return transaction(async (tx) => {
    const payment = await lockAuthorised(tx, orderId)
    if (!payment) return { refused: 'not-authorised' as const }
    if (payment.wanted === 'capture') return { refused: 'to-be-captured' as const }
    if (payment.wanted === null) {
      await askForEnd(tx, payment.id, { wanted: 'void', amount: null, actor })
      await publish(tx, 'payment.end_wanted', { orderId })
    }
    return { orderId }
  })
}
