import { rows, type Transaction } from '../platform/database.ts'

/** Somebody of the staff has changed something. */
export interface AuditEntry {
  actor: string
  action: string
  subject: string
  before?: object | undefined
  after?: object | undefined
  network: string
  /** The id of the request, which is its reference in the server's log too. */
  request: string
}

/** Keeps who has changed what, in the transaction of the change. */
export async function writeAudit(tx: Transaction, { before, after, ...entry }: AuditEntry): Promise<void> {
  await rows(
    `insert into admin.audit (actor, action, subject, before, after, network, request)
     values ($actor, $action, $subject, $before, $after, $network, $request)`,
    {
      ...entry,
      before: before ? JSON.stringify(before) : null,
      after: after ? JSON.stringify(after) : null,
    },
    tx,
  )
}
