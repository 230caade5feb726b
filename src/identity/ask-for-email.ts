import { row, transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'

/** A change that nobody has confirmed at both ends is forgotten after so long. */
export const CHANGE_HOURS = 24

/**
 * Somebody wants another e-mail address: both mailboxes are asked. A new wish takes the place of the one before, whose
 * links count no longer. Refuses the address that they have already.
 */
export function askForEmail(customerId: number, email: string) {
  return transaction(async (tx) => {
    const current = await row<{ email: string }>(
      'select email from identity.customers where id = $customerId for update',
      { customerId },
      tx,
    )
    if (current?.email.toLowerCase() === email.toLowerCase()) return { refused: 'same' as const }
    await row('delete from identity.email_changes where customer_id = $customerId', { customerId }, tx)
    const change = await row<{ keyAtNew: string }>(
      `insert into identity.email_changes (customer_id, email) values ($customerId, $email)
       returning key_at_new as "keyAtNew"`,
      { customerId, email },
      tx,
    )
    await publish(tx, 'email.change_asked', { customerId, change: change!.keyAtNew })
    return { refused: undefined }
  })
}
