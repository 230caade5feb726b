import { row, rows, type Transaction } from '../platform/database.ts'
import type { Discrepancy } from './books.ts'

export type OpenDiscrepancy = Discrepancy & { id: number }

const columns = `id, kind, subject, order_id as "orderId", ours, theirs`

/** What does not agree and is not mended yet, the oldest first. */
export function openDiscrepancies(): Promise<OpenDiscrepancy[]> {
  return rows<OpenDiscrepancy>(
    `select ${columns} from payments.discrepancies where mended_at is null order by id`,
  )
}

/** One of them, or undefined when it is mended or never was. */
export function findDiscrepancy(id: number): Promise<OpenDiscrepancy | undefined> {
  return row<OpenDiscrepancy>(
    `select ${columns} from payments.discrepancies where id = $id and mended_at is null`,
    { id },
  )
}

/** Somebody has mended it; said twice, the first counts. */
export async function closeDiscrepancy(id: number, actor: string, tx?: Transaction): Promise<void> {
  await rows(
    'update payments.discrepancies set mended_at = now(), mended_by = $actor where id = $id and mended_at is null',
    { id, actor },
    tx,
  )
}
