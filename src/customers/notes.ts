import { row, rows, type Transaction, transaction } from '../platform/database.ts'
import { oneAtATime } from '../platform/one-at-a-time.ts'

/** What staff keep in mind of a customer. */
export interface CustomerNote {
  text: string
  /** Who wrote it, as the logs name them. */
  actor: string
  at: Date
}

/** Keeps a note about a customer; under the same key, once. */
export function keepNote(
  customerId: number,
  note: { text: string; actor: string; key: string },
): Promise<void> {
  return transaction(async (tx) => {
    await rows(
      `insert into customers.notes (customer_id, text, actor, key) values ($customerId, $text, $actor, $key)
       on conflict (key) do nothing`,
      { customerId, ...note },
      tx,
    )
  })
}

/** The notes about a customer, the last one first. */
export function notesOf(customerId: number): Promise<CustomerNote[]> {
  return rows<CustomerNote>(
    'select text, actor, at from customers.notes where customer_id = $customerId order by id desc limit 200',
    { customerId },
  )
}

/** How many notes there are, as the audit log keeps it: what they say is the customer's own, and goes with them. */
export async function notesStateOf(tx: Transaction, customerId: number): Promise<object | undefined> {
  await oneAtATime(tx, `customers.notes ${customerId}`)
  return row<{ notes: number }>(
    'select count(*)::integer as notes from customers.notes where customer_id = $customerId',
    { customerId },
    tx,
  )
}
