import { rows, type Transaction } from '../platform/database.ts'

/** Money that goes back to who paid it; the amount in minor units. */
export interface Refund {
  id: number
  orderId: number
  amount: number
  currency: string
  reason: string
  /** The name of the payment that goes back; none, or one of a bank transfer, when somebody sends it by hand. */
  reference: string | null
  state: 'requested' | 'succeeded' | 'failed'
  /** Which time it is asked for. */
  attempt: number
  /** The provider's own name for the refund, once it has taken it on. */
  providerReference: string | null
  requestedAt: Date
  settledAt: Date | null
}

const columns = `id, order_id as "orderId", amount, currency, reason, payment_reference as reference, state, attempt,
  provider_reference as "providerReference", requested_at as "requestedAt", settled_at as "settledAt"`

/** Every refund of an order, the oldest first. */
export function refundsOf(orderId: number, tx?: Transaction): Promise<Refund[]> {
  return rows<Refund>(
    `select ${columns} from payments.refunds where order_id = $orderId order by id`,
    { orderId },
    tx,
  )
}

/** One refund as it stands, or undefined. */
export async function findRefund(refundId: number, tx?: Transaction): Promise<Refund | undefined> {
  const [found] = await rows<Refund>(
    `select ${columns} from payments.refunds where id = $refundId`,
    { refundId },
    tx,
  )
  return found
}

/** Locks a refund until the end of the transaction. */
export async function lockRefund(tx: Transaction, refundId: number): Promise<Refund | undefined> {
  const [found] = await rows<Refund>(
    `select ${columns} from payments.refunds where id = $refundId for update`,
    { refundId },
    tx,
  )
  return found
}

const TRANSFER = 'transfer'

/** Whether the provider can give the money back; what came by bank transfer goes back by hand. */
export function isForProvider({ reference }: Pick<Refund, 'reference'>): boolean {
  return reference !== null && !reference.startsWith(TRANSFER)
}
