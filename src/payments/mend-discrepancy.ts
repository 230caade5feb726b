import { row, type Transaction, transaction } from '../platform/database.ts'
import { closeDiscrepancy } from './discrepancy.ts'

/** Somebody has seen to it that the books agree, or that they need not; said twice, the first counts. */
export function mendDiscrepancy(id: number, actor: string): Promise<void> {
  return transaction((tx) => closeDiscrepancy(id, actor, tx))
}

/** Whether it is mended, as the audit log keeps it. Locks it. */
export function discrepancyStateOf(tx: Transaction, id: number): Promise<object | undefined> {
  return row<{ kind: string }>(
    `select kind, subject, mended_by as "mendedBy" from payments.discrepancies where id = $id for update`,
    { id },
    tx,
  )
}
