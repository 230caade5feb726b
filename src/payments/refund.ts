import { row, rows, type Transaction } from '../platform/database.ts'

/** Money that goes back to who paid it; the amount in minor units. */
export interface Refund {
  id: number
  orderId: number
  amount: number
  currency: string
  reason: string
  /** The name of the payment that goes back; none, or one of a bank transfer, when somebody sends it by hand. */
  reference: string | null
  /** It gives back what the order was paid with, and not a payment that never counted for it. */
  isOfOrder: boolean
  /** It goes back to an account of credit, and not the way that money came. */
  isCredit: boolean
  /** We have asked for it, and ask again when it fails; else somebody made it in the provider's dashboard. */
  isAskedByUs: boolean
  state: 'requested' | 'succeeded' | 'failed'
  /** Which time it is asked for. */
  attempt: number
  requestedAt: Date
  settledAt: Date | null
}

const SELECT = `select refund.id, refund.order_id as "orderId", refund.amount, refund.currency, refund.reason,
    refund.payment_reference as reference, refund.state, refund.attempt, refund.requested_at as "requestedAt",
    refund.settled_at as "settledAt", coalesce(refund.payment_reference = payment.provider_reference,
      refund.payment_reference is null) or refund.payment_reference like 'credit:%' as "isOfOrder",
    coalesce(refund.payment_reference like 'credit:%', false) as "isCredit", refund.reason <> 'made_at_provider' as "isAskedByUs"
  from payments.refunds refund left join payments.payments payment on payment.order_id = refund.order_id`

/** Every refund of an order, the oldest first. */
export function refundsOf(orderId: number, tx?: Transaction): Promise<Refund[]> {
  return rows<Refund>(`${SELECT} where refund.order_id = $orderId order by refund.id`, { orderId }, tx)
}

/** One refund as it stands, or undefined. */
export function findRefund(refundId: number, tx?: Transaction): Promise<Refund | undefined> {
  return row<Refund>(`${SELECT} where refund.id = $refundId`, { refundId }, tx)
}

/** @throws Error for a refund that is not there. */
export async function getRefund(refundId: number, tx?: Transaction): Promise<Refund> {
  const found = await findRefund(refundId, tx)
  if (!found) throw new Error(`There is no refund ${refundId}`)
  return found
}

/** Locks a refund until the end of the transaction. */
export function lockRefund(tx: Transaction, refundId: number): Promise<Refund | undefined> {
  return row<Refund>(`${SELECT} where refund.id = $refundId for update of refund`, { refundId }, tx)
}

const TRANSFER = 'transfer:'
/** Begins the reference of what goes back to an account of credit, which is named by it. */
export const CREDIT = 'credit:'

/** Whether the provider can give the money back; what came by bank transfer goes back by hand, credit by itself. */
export function isForProvider({ reference }: Pick<Refund, 'reference'>): boolean {
  return reference !== null && ![TRANSFER, CREDIT].some((prefix) => reference.startsWith(prefix))
}
