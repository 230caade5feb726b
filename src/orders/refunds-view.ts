import { refundsOf } from '../payments/index.ts'
import { type Money, money } from '../platform/money.ts'

/** Money that goes back, as the shopper sees it: one that has failed is on its way still, for we see to it. */
export interface RefundView {
  id: number
  amount: Money
  /** It is of what the order was paid with, and not of a payment that never counted for it. */
  isOfOrder: boolean
  isDone: boolean
  at: Date
}

/** The refunds of an order, the oldest first. */
export async function refundsView(orderId: number): Promise<RefundView[]> {
  const refunds = await refundsOf(orderId)
  return refunds.map(({ id, amount, currency, isOfOrder, state, requestedAt, settledAt }) => ({
    id,
    amount: money(amount, currency),
    isOfOrder,
    isDone: state === 'succeeded',
    at: (state === 'succeeded' && settledAt) || requestedAt,
  }))
}
