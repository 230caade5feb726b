import { row, rows } from '../platform/database.ts'
import type { Role } from './permissions.ts'

/** A customer as staff find them. */
export interface FoundCustomer {
  id: number
  visitorId: string
  email: string
  name: string
  roles: Role[]
  since: Date
  isDisabled: boolean
}

const FOUND = `id, visitor_id as "visitorId", email, name, roles, created_at as since, disabled_at is not null as "isDisabled"`

/** Customers by a piece of their name or address, the newest first; those before one of them. */
export function findCustomers(text: string, before: number | null, limit: number): Promise<FoundCustomer[]> {
  const pattern = text ? `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%` : null
  return rows<FoundCustomer>(
    `select ${FOUND} from identity.customers
     where ($pattern::text is null or lower(email || ' ' || name) like $pattern)
       and ($before::bigint is null or id < $before)
     order by id desc limit $limit`,
    { pattern, before, limit },
  )
}

/** One customer, or undefined. */
export function findCustomer(id: number): Promise<FoundCustomer | undefined> {
  return row<FoundCustomer>(`select ${FOUND} from identity.customers where id = $id`, { id })
}
