import { rows } from '../platform/database.ts'
import { type SortedPage, sortedBy } from '../platform/sorting.ts'
import { sql } from '../platform/sql.ts'

export interface AuditRow {
  id: number
  at: Date
  actor: string
  action: string
  subject: string
  before: object | null
  after: object | null
  network: string
  request: string
  sortKey: string
}

/** What of the log is asked for; empty words ask for all. */
export interface AuditQuery {
  actor: string
  action: string
  subject: string
  page: SortedPage<'at'>
}

export const AUDIT_PAGE = 50

/** The audit log, one more than a page has so that it is known whether there are others. */
export function auditLog(
  { actor, action, subject, page }: AuditQuery,
  limit = AUDIT_PAGE + 1,
): Promise<AuditRow[]> {
  const { key, behind, order, values } = sortedBy({ by: sql`id`, kind: 'number' }, sql`id`, page)
  return rows<AuditRow>(
    sql`select id, at, actor, action, subject, before, after, network, request, ${key} from admin.audit
     where ($actor = '' or actor ilike '%' || $actor || '%') and ($action = '' or action = $action)
       and ($subject = '' or subject = $subject) and ${behind}
     order by ${order} limit $limit`,
    { actor: actor.replace(/[\\%_]/g, '\\$&'), action, subject, ...values, limit },
  )
}

/** Every action that the log knows. */
export async function auditActions(): Promise<string[]> {
  const found = await rows<{ action: string }>('select distinct action from admin.audit order by action')
  return found.map(({ action }) => action)
}
