import { refundCredit } from '../credit/index.ts'
import { CREDIT, requestRefund, settleRefund } from '../payments/index.ts'
import type { Transaction } from '../platform/database.ts'

interface Asked {
  orderId: number
  accountId: number
  /** In minor units. */
  amount: number
  currency: string
  reason: string
  key: string
}

/** A refund to the account that paid, which needs nobody outside: it is made at once. Gives its id. */
export async function creditRefund(
  tx: Transaction,
  { accountId, ...asked }: Asked,
  actor: string,
): Promise<number> {
  const refundId = await requestRefund(tx, { ...asked, reference: `${CREDIT}${accountId}` })
  const { orderId, amount } = asked
  await refundCredit(tx, { orderId, accountId, amount, actor, key: `refund ${refundId}` })
  await settleRefund(tx, { id: refundId, attempt: 1 }, { state: 'succeeded', providerReference: null, actor })
  return refundId
}
