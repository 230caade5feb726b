import { row, rows, type Transaction } from '../platform/database.ts'
import type { Role } from './permissions.ts'

/** Somebody who works here. */
export interface StaffView {
  id: number
  email: string
  name: string
  roles: Role[]
  isDisabled: boolean
  seenAt: Date | null
}

/** Everybody who had a role when they signed in last, by their addresses. */
export function staffView(): Promise<StaffView[]> {
  return rows<StaffView>(
    `select id, email, name, roles, disabled_at is not null as "isDisabled",
       (select max(seen_at) from identity.sign_ins where customer_id = customer.id) as "seenAt"
     from identity.customers customer where cardinality(roles) > 0 order by lower(email), id`,
  )
}

/** Whether an account is open, as the audit log keeps it. Locks it. */
export function accessOf(tx: Transaction, customerId: number): Promise<object | undefined> {
  return row<{ email: string; isDisabled: boolean }>(
    `select email, disabled_at is not null as "isDisabled",
       (select count(*)::integer from identity.sign_ins where customer_id = customer.id and ended_at is null) as "signIns"
     from identity.customers customer where id = $customerId for update`,
    { customerId },
    tx,
  )
}
