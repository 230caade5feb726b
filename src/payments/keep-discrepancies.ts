import { rows, transaction } from '../platform/database.ts'
import { logger } from '../platform/logger.ts'
import type { Discrepancy } from './books.ts'

/**
 * Keeps what was found, each once, and closes what was compared and agrees again. What somebody has looked at comes
 * back only when it has changed.
 */
export function keepDiscrepancies(found: Discrepancy[], compared: string[]): Promise<void> {
  return transaction(async (tx) => {
    const kept = await rows<{ kind: string; subject: string; isNew: boolean }>(
      `insert into payments.discrepancies (kind, subject, order_id, ours, theirs)
       select kind, subject, "orderId", nullif(ours, 'null'), nullif(theirs, 'null')
       from jsonb_to_recordset($found) as found (kind text, subject text, "orderId" bigint, ours jsonb, theirs jsonb)
       where kind in ('refund_missing', 'refund_state_differs', 'refund_not_sent') or not exists (
         select 1 from payments.discrepancies before
         where (before.kind, before.subject) = (found.kind, found.subject) and before.mended_by <> 'reconciliation'
           and (before.ours, before.theirs) is not distinct from (nullif(found.ours, 'null'), nullif(found.theirs, 'null')))
       on conflict (kind, subject) where mended_at is null
         do update set ours = excluded.ours, theirs = excluded.theirs
       returning kind, subject, xmax = 0 as "isNew"`,
      { found: JSON.stringify(found) },
      tx,
    )
    for (const { kind, subject, isNew } of kept)
      if (isNew) logger.error({ kind, subject }, 'payments do not agree')
    await rows(
      `update payments.discrepancies set mended_at = now(), mended_by = 'reconciliation'
       where mended_at is null and (subject = any($compared) or kind = 'refund_not_sent')
         and (kind, subject) not in (
           select kind, subject from jsonb_to_recordset($found) as found (kind text, subject text))`,
      { found: JSON.stringify(found), compared },
      tx,
    )
  })
}
