import { row, transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'

/** Whoever has the link of the mail confirms an alert. Confirmed twice, it counts from the first time. */
export function confirmAlert(key: string): Promise<void> {
  return transaction(async (tx) => {
    const confirmed = await row<{ variantId: number }>(
      `update alerts.alerts set confirmed_at = now() where key = $key::uuid and confirmed_at is null
       returning variant_id as "variantId"`,
      { key },
      tx,
    )
    if (confirmed) await publish(tx, 'alert.confirmed', { variantIds: [confirmed.variantId] })
  })
}
