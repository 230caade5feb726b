import { row, type Transaction } from '../platform/database.ts'

/** The order that a payment was for, by the provider's name for the payment; also one that was refused. */
export async function findOrderOfPayment(tx: Transaction, reference: string): Promise<number | undefined> {
  const found = await row<{ orderId: number }>(
    `select order_id as "orderId" from payments.payments where provider_reference = $reference
     union all
     select order_id from payments.payment_events where reference = $reference limit 1`,
    { reference },
    tx,
  )
  return found?.orderId
}
