import { row, rows } from '../platform/database.ts'
import { type SortColumn, type SortedPage, sortedBy } from '../platform/sorting.ts'
import { sql } from '../platform/sql.ts'
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

const columns = {
  since: { by: sql`id`, kind: 'number' },
  email: { by: sql`lower(email)`, kind: 'text' },
  name: { by: sql`lower(name)`, kind: 'text' },
} satisfies Record<string, SortColumn>
export type CustomerColumn = keyof typeof columns
export const customerSorts = Object.keys(columns) as CustomerColumn[]

const FOUND = sql`id, visitor_id as "visitorId", email, name, roles, created_at as since, disabled_at is not null as "isDisabled"`

/** Customers by a piece of their name or address, sorted. */
export function findCustomers(text: string, page: SortedPage<CustomerColumn>, limit: number) {
  const { key, behind, order, values } = sortedBy(columns[page.sorting.column], sql`id`, page)
  const pattern = text ? `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%` : null
  return rows<FoundCustomer & { sortKey: string }>(
    sql`select ${FOUND}, ${key} from identity.customers
     where ($pattern::text is null or lower(email || ' ' || name) like $pattern)
       and ${behind}
     order by ${order} limit $limit`,
    { pattern, ...values, limit },
  )
}

/** One customer, or undefined. */
export function findCustomer(id: number): Promise<FoundCustomer | undefined> {
  return row<FoundCustomer>(`select ${FOUND} from identity.customers where id = $id`, { id })
}
