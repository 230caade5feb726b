import { row, rows, transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'

/**
 * Shuts somebody out at once, on every server, or lets them in again; the provider is told afterwards. Nobody shuts out
 * themselves. Refuses who is not there.
 */
export function disableCustomer(actorId: number, customerId: number, isDisabled: boolean) {
  return transaction(async (tx) => {
    if (actorId === customerId) return { refused: 'self' as const }
    const found = await row<{ id: number }>(
      `update identity.customers set disabled_at = case when $isDisabled then coalesce(disabled_at, now()) end
       where id = $customerId returning id`,
      { customerId, isDisabled },
      tx,
    )
    if (!found) return { refused: 'unknown' as const }
    if (isDisabled) {
      await rows(
        'update identity.sign_ins set ended_at = now() where customer_id = $customerId and ended_at is null',
        { customerId },
        tx,
      )
    }
    await publish(tx, 'customer.disabled', { customerId })
    return { refused: undefined }
  })
}
