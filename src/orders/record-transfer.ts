import {
  getPayment,
  keepTransfer,
  lockTransfer,
  type Payment,
  type Transfer,
  transferFacts,
} from '../payments/index.ts'
import { type Transaction, transaction } from '../platform/database.ts'
import { logger } from '../platform/logger.ts'
import { lockOrder, type Order } from './order.ts'
import { recordPaymentOf } from './record-payment.ts'

/** Why a transfer pays for nothing, for staff to look at. */
export type TransferDoubt =
  | 'unknown_order'
  | 'several_orders'
  | 'to_be_paid_by_card'
  | 'paid_already'
  | 'other_currency'
  | 'underpaid'
  | 'overpaid'

/** A transfer, and the order that it is for where that is known; the amount in minor units. */
export interface TransferToRecord
  extends Pick<Transfer, 'reference' | 'amount' | 'currency'>,
    Partial<Pick<Transfer, 'purpose' | 'sender' | 'bookedOn'>> {
  orderId?: number | undefined
  /** What was found wrong before. */
  doubt?: TransferDoubt | undefined
  actor: string
}

export type RecordedTransfer =
  /** The order is paid; or its goods are gone and the money is to be sent back by hand; or the line was known. */
  | { outcome: 'recorded' | 'late' | 'known' }
  | { outcome: 'quarantined'; reason: TransferDoubt | 'line_differs' }

/**
 * Records money that came by bank transfer: exactly what an order waits for pays it, all else is kept for staff with
 * the reason. A line of the bank counts once; one that was set aside is looked at again when it comes again.
 */
export function recordTransfer(request: TransferToRecord): Promise<RecordedTransfer> {
  return transaction((tx) => recordTransferIn(tx, request))
}

/** The same in a transaction of the caller. */
export async function recordTransferIn(
  tx: Transaction,
  { orderId, doubt, actor, ...line }: TransferToRecord,
): Promise<RecordedTransfer> {
  const transfer: Transfer = { purpose: '', sender: '', bookedOn: undefined, ...line }
  const order = orderId === undefined ? undefined : await lockOrder(tx, orderId)
  const known = await lockTransfer(tx, transfer.reference)
  if (known && (known.amount !== transfer.amount || known.currency !== transfer.currency))
    return { outcome: 'quarantined', reason: 'line_differs' }
  if (known?.outcome === 'recorded') return { outcome: 'known' }
  const reason = doubt ?? (order ? doubtAbout(await getPayment(order.id, tx), transfer) : 'unknown_order')
  await keepTransfer(tx, transfer, { orderId: order?.id, reason, actor })
  if (order && !reason) return pay(tx, order, transfer, actor)
  if (!known) logger.error({ line: transfer.reference, order: order?.number, reason }, 'transfer quarantined')
  return { outcome: 'quarantined', reason: reason ?? 'unknown_order' }
}

async function pay(
  tx: Transaction,
  order: Order,
  transfer: Transfer,
  actor: string,
): Promise<RecordedTransfer> {
  const recorded = await recordPaymentOf(tx, order, transferFacts(order.id, transfer), actor)
  if (recorded.outcome === 'recorded' || recorded.outcome === 'late') return { outcome: recorded.outcome }
  throw new Error(`The transfer ${transfer.reference} fitted order ${order.number}, and did not`)
}

function doubtAbout(payment: Payment, transfer: Transfer): TransferDoubt | undefined {
  if (payment.method !== 'invoice') return 'to_be_paid_by_card'
  if (payment.state !== 'pending') return 'paid_already'
  if (transfer.currency !== payment.currency) return 'other_currency'
  if (transfer.amount === payment.amount) return undefined
  return transfer.amount < payment.amount ? 'underpaid' : 'overpaid'
}
