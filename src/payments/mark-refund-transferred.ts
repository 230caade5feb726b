import { transaction } from '../platform/database.ts'
import { reopenRefund } from './ask-refund-again.ts'
import { isForProvider, lockRefund, type Refund } from './refund.ts'
import { settleRefund } from './settle-refund.ts'

/**
 * Staff have sent the money of a refund by bank transfer: of an order that was paid so, or because the provider could
 * not give it back. Said twice, it counts once. Refuses a refund that the provider is still working on.
 */
export function markRefundTransferred(refundId: number, actor: string) {
  return transaction(async (tx) => {
    const refund = await lockRefund(tx, refundId)
    if (!refund) return { refused: 'unknown' as const }
    if (refund.state === 'succeeded') return { refundId }
    if (refund.state === 'requested' && isForProvider(refund)) return { refused: 'with-provider' as const }
    const open: Refund = refund.state === 'failed' ? await reopenRefund(tx, refund) : refund
    await settleRefund(tx, open, { state: 'succeeded', providerReference: null, actor })
    return { refundId }
  })
}
