import type { Transfer } from '../payments/index.ts'
import { patientTransaction } from '../platform/database.ts'
import { namedOrder } from './named-order.ts'
import {
  type RecordedTransfer,
  recordTransfer,
  recordTransferIn,
  type TransferToRecord,
} from './record-transfer.ts'

export interface MatchedTransfer {
  transfer: Transfer
  /** Of the order that its purpose names. */
  number: string | undefined
  recorded: RecordedTransfer
}

/**
 * Records a bank's list of transfers, each for the order that its purpose names and each by itself. A rehearsal goes
 * the same way and leaves nothing.
 */
export async function recordTransfers(
  transfers: Transfer[],
  { actor, isRehearsal }: { actor: string; isRehearsal: boolean },
): Promise<MatchedTransfer[]> {
  if (!isRehearsal) return inTurn(transfers, actor, recordTransfer)
  const outcome = await patientTransaction(async (tx) => ({
    refused: 'rehearsal' as const,
    matched: await inTurn(transfers, actor, (request) => recordTransferIn(tx, request)),
  }))
  return outcome.matched
}

async function inTurn(
  transfers: Transfer[],
  actor: string,
  record: (request: TransferToRecord) => Promise<RecordedTransfer>,
): Promise<MatchedTransfer[]> {
  const matched: MatchedTransfer[] = []
  for (const transfer of transfers) {
    const order = await namedOrder(transfer.purpose)
    const found =
      order === 'several'
        ? { doubt: 'several_orders' as const }
        : { orderId: order?.id, number: order?.number }
    const recorded = await record({ ...transfer, orderId: found.orderId, doubt: found.doubt, actor })
    matched.push({ transfer, number: found.number, recorded })
  }
  return matched
}
