import { rows } from '../platform/database.ts'

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
}

/** What of the log is asked for; empty words ask for all. */
export interface AuditQuery {
  actor: string
  action: string
  subject: string
  /** Only what is older than this entry. */
  before: number | null
}

export const AUDIT_PAGE = 50

/** The audit log, the newest first, one more than a page has so that it is known whether there are others. */
export function auditLog(
  { actor, action, subject, before }: AuditQuery,
  limit = AUDIT_PAGE + 1,
): Promise<AuditRow[]> {
  return rows<AuditRow>(
    `select id, at, actor, action, subject, before, after, network, request from admin.audit
     where ($actor = '' or actor ilike '%' || $actor || '%') and ($action = '' or action = $action)
       and ($subject = '' or subject = $subject) and ($before::bigint is null or id < $before)
     order by id desc limit $limit`,
    { actor: actor.replace(/[\\%_]/g, '\\$&'), action, subject, before, limit },
  )
}

/** Every action that the log knows. */
export async function auditActions(): Promise<string[]> {
  const found = await rows<{ action: string }>('select distinct action from admin.audit order by action')
  return found.map(({ action }) => action)
}
