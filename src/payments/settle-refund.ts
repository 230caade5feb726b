import { row, type Transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'
import type { Refund } from './refund.ts'

/** What became of a refund, and who says so. */
interface Outcome {
  state: 'succeeded' | 'failed'
  providerReference: string | null
  actor: string
}

/** Keeps what became of an attempt to give money back, once, and tells whoever listens. */
export async function settleRefund(
  tx: Transaction,
  { id, attempt }: Pick<Refund, 'id' | 'attempt'>,
  { state, providerReference, actor }: Outcome,
): Promise<void> {
  const settled = await row<{ orderId: number; reason: string }>(
    `update payments.refunds set state = $state, provider_reference = coalesce($providerReference, provider_reference),
       settled_at = now()
     where id = $id and attempt = $attempt and state = 'requested'
     returning order_id as "orderId", reason`,
    { id, attempt, state, providerReference },
    tx,
  )
  if (settled) await publish(tx, `refund.${state}`, { ...settled, refundId: id, actor })
}
