import type { PaymentFacts } from './payment-facts.ts'
import type { Transfer } from './transfer.ts'

/** What a transfer says of an order's payment. */
export function transferFacts(orderId: number, transfer: Transfer): PaymentFacts {
  const reference = `transfer:${transfer.reference}`
  const { amount, currency } = transfer
  return {
    eventId: reference,
    kind: 'succeeded',
    orderId,
    session: null,
    reference,
    amount,
    currency,
    body: transfer,
  }
}
