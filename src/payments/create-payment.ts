import { rows, type Transaction } from '../platform/database.ts'
import type { PaymentMethod } from './payment.ts'

interface NewPayment {
  orderId: number
  method: PaymentMethod
  currency: string
  amount: number
}

/** The pending payment that an order is placed with; where nothing is to be paid, it has been. */
export async function createPayment(
  tx: Transaction,
  { orderId, method, currency, amount }: NewPayment,
): Promise<void> {
  await rows(
    `insert into payments.payments (order_id, method, currency, amount, state)
     values ($orderId, $method, $currency, $amount, case $method when 'none' then 'captured' else 'pending' end)`,
    { orderId, method, currency, amount },
    tx,
  )
}
