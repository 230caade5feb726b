import { row, type Transaction } from '../platform/database.ts'
import type { Locale } from '../platform/locale.ts'
import { CHANGE_HOURS } from './ask-for-email.ts'

/** A change of e-mail address that is under way. */
export interface EmailChange {
  customerId: number
  /** The address until now, and the wanted one. */
  old: string
  email: string
  keyAtOld: string
  keyAtNew: string
  isOldConfirmed: boolean
  isNewConfirmed: boolean
  wasRefused: boolean
  locale: Locale | null
}

const CHANGE = `select change.customer_id as "customerId", customer.email as old, change.email,
    change.key_at_old as "keyAtOld", change.key_at_new as "keyAtNew", change.old_confirmed_at is not null as "isOldConfirmed",
    change.new_confirmed_at is not null as "isNewConfirmed", change.refused_at is not null as "wasRefused", customer.locale
  from identity.email_changes change join identity.customers customer on customer.id = change.customer_id
  where change.asked_at > now() - make_interval(hours => ${CHANGE_HOURS})`

/** The change that a customer has asked for and that is not done. */
export function emailChangeOf(customerId: number): Promise<EmailChange | undefined> {
  return row<EmailChange>(`${CHANGE} and change.customer_id = $customerId`, { customerId })
}

/** The change that the key in a mail belongs to. */
export function emailChangeBy(key: string, tx?: Transaction): Promise<EmailChange | undefined> {
  return row<EmailChange>(`${CHANGE} and $key::uuid in (change.key_at_old, change.key_at_new)`, { key }, tx)
}
