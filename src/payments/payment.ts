import { row, type Transaction } from '../platform/database.ts'

/** How an order can be paid, where something is left to pay. */
export const paymentMethods = ['card', 'invoice'] as const
export type PaymentMethod = (typeof paymentMethods)[number] | 'none'

/** The payment of one order; amounts in minor units. */
export interface Payment {
  id: number
  orderId: number
  method: PaymentMethod
  state: 'pending' | 'authorised' | 'captured' | 'failed' | 'voided'
  currency: string
  amount: number
  captured: number
  /** The provider's payment page for this order, once it has been asked for. */
  session: string | null
  address: string | null
  /** The provider's own name for the payment. */
  reference: string | null
}

/** @throws Error when the order has none, which cannot be. */
export async function getPayment(orderId: number, tx?: Transaction): Promise<Payment> {
  const found = await row<Payment>(
    `select id, order_id as "orderId", method, state, currency, amount, captured, provider_session as session,
       provider_address as address, provider_reference as reference
     from payments.payments where order_id = $orderId`,
    { orderId },
    tx,
  )
  if (!found) throw new Error(`Order ${orderId} has no payment`)
  return found
}

/** The order that a page of the provider was opened for, or undefined. */
export async function findOrderOfSession(session: string): Promise<number | undefined> {
  const found = await row<{ orderId: number }>(
    'select order_id as "orderId" from payments.payments where provider_session = $session',
    { session },
  )
  return found?.orderId
}
