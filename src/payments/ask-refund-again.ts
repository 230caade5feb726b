import { rows, type Transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'
import { lockRefund, type Refund } from './refund.ts'

/**
 * Asks the provider once more for a refund that has failed, under a name of its own. It has counted as given back all
 * the while, so nothing can exceed what was paid. Refuses one that has not failed, and one that we had not asked for.
 */
export async function askRefundAgain(tx: Transaction, refundId: number) {
  const refund = await lockRefund(tx, refundId)
  if (refund?.state !== 'failed' || !refund.isAskedByUs) return { refused: 'not-failed' as const }
  const { attempt } = await reopenRefund(tx, refund)
  await publish(tx, 'refund.requested', { refundId })
  return { attempt }
}

/** A failed refund waits to be settled again: the next attempt. */
export async function reopenRefund(tx: Transaction, refund: Refund): Promise<Refund> {
  await rows(
    `update payments.refunds set state = 'requested', attempt = attempt + 1, settled_at = null, provider_reference = null
     where id = $id`,
    { id: refund.id },
    tx,
  )
  return { ...refund, state: 'requested', attempt: refund.attempt + 1 }
}
