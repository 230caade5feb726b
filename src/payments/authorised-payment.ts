import { row, rows, type Transaction } from '../platform/database.ts'

/** A payment that a card holds ready, and what was asked for it; amounts in minor units. */
export interface AuthorisedPayment {
  id: number
  orderId: number
  amount: number
  reference: string
  wanted: 'capture' | 'void' | null
  wantedAmount: number | null
  wantedBy: string | null
}

const columns = `id, order_id as "orderId", amount, provider_reference as reference, wanted,
  wanted_amount as "wantedAmount", wanted_by as "wantedBy"`

/** An order's payment, when its card holds the money ready; undefined otherwise. */
export function findAuthorised(orderId: number): Promise<AuthorisedPayment | undefined> {
  return row<AuthorisedPayment>(
    `select ${columns} from payments.payments where order_id = $orderId and state = 'authorised'`,
    { orderId },
  )
}

/** The same, locked until the end of the transaction. */
export function lockAuthorised(tx: Transaction, orderId: number): Promise<AuthorisedPayment | undefined> {
  return row<AuthorisedPayment>(
    `select ${columns} from payments.payments where order_id = $orderId and state = 'authorised' for update`,
    { orderId },
    tx,
  )
}

/** What is to become of money that a card holds ready, as the audit log keeps it. Locks it. */
export async function authorisedStateOf(tx: Transaction, orderId: number): Promise<object | undefined> {
  const found = await lockAuthorised(tx, orderId)
  return found && { held: found.amount, wanted: found.wanted, amount: found.wantedAmount }
}

/** Keeps what is to become of it. */
export async function askForEnd(
  tx: Transaction,
  id: number,
  end: { wanted: 'capture' | 'void'; amount: number | null; actor: string },
): Promise<void> {
  await rows(
    `update payments.payments set wanted = $wanted, wanted_amount = $amount, wanted_by = $actor where id = $id`,
    { id, ...end },
    tx,
  )
}
