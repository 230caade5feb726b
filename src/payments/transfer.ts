import { row, rows, type Transaction } from '../platform/database.ts'

export { transferFacts } from './transfer-facts.ts'

/** Money on the shop's bank account, as a line of the bank's list or a member of staff says; minor units. */
export interface Transfer {
  /** The bank's own name for the line. */
  reference: string
  amount: number
  currency: string
  purpose: string
  sender: string
  /** As YYYY-MM-DD, where it is known. */
  bookedOn: string | undefined
}

export interface KeptTransfer {
  amount: number
  currency: string
  orderId: number | null
  outcome: 'recorded' | 'quarantined'
  reason: string | null
}

/** What is known of a line of the bank, locked until the end of the transaction. */
export function lockTransfer(tx: Transaction, reference: string): Promise<KeptTransfer | undefined> {
  return row<KeptTransfer>(
    `select amount, currency, order_id as "orderId", outcome, reason from payments.transfers
     where line_id = $reference for update`,
    { reference },
    tx,
  )
}

/** Keeps what became of a transfer; one that was set aside may still find its order. */
export async function keepTransfer(
  tx: Transaction,
  transfer: Transfer,
  became: { orderId: number | undefined; reason: string | undefined; actor: string },
): Promise<void> {
  const { orderId = null, reason = null, actor } = became
  await rows(
    `insert into payments.transfers
       (line_id, order_id, amount, currency, purpose, sender, booked_on, outcome, reason, actor)
     values ($reference, $orderId, $amount, $currency, $purpose, $sender, $bookedOn, $outcome, $reason, $actor)
     on conflict (line_id) do update set order_id = excluded.order_id, outcome = excluded.outcome,
       reason = excluded.reason, actor = excluded.actor
     where transfers.outcome = 'quarantined'`,
    {
      ...transfer,
      bookedOn: transfer.bookedOn ?? null,
      orderId,
      outcome: reason ? 'quarantined' : 'recorded',
      reason,
      actor,
    },
    tx,
  )
}
