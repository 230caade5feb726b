import { row, rows, transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'
import { type EmailChange, emailChangeBy } from './email-change.ts'

/** One mailbox confirms a change of address; once both have, the provider is told. Refuses a key that counts no longer. */
export function confirmEmail(key: string) {
  return transaction(async (tx) => {
    const known = await emailChangeBy(key, tx)
    if (!known) return { refused: 'ended' as const }
    await rows(
      `update identity.email_changes set
         old_confirmed_at = case when key_at_old = $key then coalesce(old_confirmed_at, now()) else old_confirmed_at end,
         new_confirmed_at = case when key_at_new = $key then coalesce(new_confirmed_at, now()) else new_confirmed_at end
       where customer_id = $customerId`,
      { key, customerId: known.customerId },
      tx,
    )
    const change = (await emailChangeBy(key, tx)) as EmailChange
    const isDone = change.isOldConfirmed && change.isNewConfirmed
    const wasDone = known.isOldConfirmed && known.isNewConfirmed
    if (isDone && !wasDone)
      await publish(tx, 'email.confirmed', { customerId: change.customerId, change: change.keyAtNew })
    return { isDone, refused: undefined }
  })
}

/**
 * The provider has taken the new address, or would not: the shop follows. Twice is once.
 * @returns the addresses before and after, or undefined when there is nothing left to change.
 */
export function settleEmail(key: string, wasTaken: boolean) {
  return transaction(async (tx) => {
    const change = await emailChangeBy(key, tx)
    if (!change) return undefined
    const { customerId, email } = change
    if (!wasTaken) {
      await rows(
        'update identity.email_changes set refused_at = now() where customer_id = $customerId',
        { customerId },
        tx,
      )
      return undefined
    }
    await row(
      'update identity.customers set email = $email, is_email_verified = true where id = $customerId',
      { customerId, email },
      tx,
    )
    await rows('delete from identity.email_changes where customer_id = $customerId', { customerId }, tx)
    await publish(tx, 'email.changed', { customerId, old: change.old })
    return { old: change.old, email }
  })
}
