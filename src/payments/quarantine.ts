import { row, rows, type Transaction, transaction } from '../platform/database.ts'
import { oneAtATime } from '../platform/one-at-a-time.ts'

/** A report of the provider or a line of the bank that was not believed, and waits for somebody to look at it. */
export interface SetAside {
  kind: 'report' | 'transfer'
  /** The provider's or the bank's name for it. */
  subject: string
  reason: string
  /** In minor units; null where it speaks of none. */
  amount: number | null
  currency: string | null
  at: Date
}

const MOST = 200

/** What was set aside and is not settled yet, the oldest first. */
export function setAside(): Promise<SetAside[]> {
  return rows<SetAside>(
    `select kind, subject, reason, amount, currency, at from payments.quarantine waiting
     where not exists (
       select from payments.settled where settled.kind = waiting.kind and settled.subject = waiting.subject)
     order by at, subject limit ${MOST}`,
  )
}

/** Somebody has dealt with it, and says how; said twice, the first counts. Refuses what does not wait. */
export function settle({ kind, subject }: Pick<SetAside, 'kind' | 'subject'>, note: string, actor: string) {
  return transaction(async (tx) => {
    const waits = await row(
      'select from payments.quarantine where kind = $kind and subject = $subject',
      { kind, subject },
      tx,
    )
    if (!waits) return { refused: 'unknown' as const }
    await rows(
      `insert into payments.settled (kind, subject, note, actor) values ($kind, $subject, $note, $actor)
       on conflict do nothing`,
      { kind, subject, note, actor },
      tx,
    )
    return { refused: undefined }
  })
}

/** What was said of it, as the audit log keeps it. Whoever says so meanwhile waits. */
export async function settledState(
  tx: Transaction,
  kind: string,
  subject: string,
): Promise<object | undefined> {
  await oneAtATime(tx, `payments.settled ${kind} ${subject}`)
  return row<{ note: string }>(
    'select note, actor from payments.settled where kind = $kind and subject = $subject',
    { kind, subject },
    tx,
  )
}

/** How many wait: what was set aside, and where books differ. */
export async function paymentTroubles(): Promise<number> {
  const counted = await row<{ count: number }>(
    `select ((select count(*) from payments.quarantine waiting where not exists (
         select from payments.settled where settled.kind = waiting.kind and settled.subject = waiting.subject))
       + (select count(*) from payments.discrepancies where mended_at is null))::integer as count`,
  )
  return counted!.count
}
