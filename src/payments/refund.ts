import { row } from '../platform/database.ts'

/** Money that went back; amount in minor units. */
export interface Refund {
  id: number
  orderId: number
  amount: number
  currency: string
  state: 'requested' | 'succeeded' | 'failed'
  /** It gives back what the order was paid with, and not a payment that never counted for it. */
  isOfOrder: boolean
}

/** @throws Error for a refund that is not there. */
export async function getRefund(refundId: number): Promise<Refund> {
  const found = await row<Refund>(
    `select refund.id, refund.order_id as "orderId", refund.amount, refund.currency, refund.state,
       coalesce(refund.payment_reference = payment.provider_reference, true) as "isOfOrder"
     from payments.refunds refund join payments.payments payment on payment.order_id = refund.order_id
     where refund.id = $refundId`,
    { refundId },
  )
  if (!found) throw new Error(`There is no refund ${refundId}`)
  return found
}
