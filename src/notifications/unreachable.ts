import { row, rows, type Transaction, transaction } from '../platform/database.ts'
import { count } from '../platform/figures.ts'
import type { PersonalData } from '../platform/personal-data.ts'
import { publish } from '../platform/queue.ts'

/** Why somebody is not written to any more: their mailbox refuses for good, or they have complained. */
type Because = 'bounce' | 'complaint'

export interface Unreachable {
  because: Because
  since: Date
}

/** Whether nobody is to be written to at an address, and why. */
export function findUnreachable(email: string): Promise<Unreachable | undefined> {
  return row<Unreachable>(
    'select because, since from notifications.unreachable where email = lower($email) and freed_at is null',
    { email },
  )
}

/**
 * Notes that these addresses are not to be written to since a moment; whoever is noted stays so for the first reason, and whoever
 * was freed after that moment stays free. An address to which we have not written, or that has been erased since, is not kept
 * because somebody else tells of it.
 */
export async function noteUnreachable(emails: string[], because: Because, since: Date): Promise<void> {
  const noted = await rows(
    `insert into notifications.unreachable as known (email, because, since)
     select distinct lower(email), $because, $since::timestamptz from json_array_elements_text($emails::json) as each(email)
     where exists (select from notifications.mails where lower(recipient) = lower(email))
     on conflict (email) do update set because = excluded.because, since = excluded.since, freed_at = null
       where known.freed_at < excluded.since returning email`,
    { emails: JSON.stringify(emails), because, since },
  )
  count('MailsReturned', noted.length)
}

/** Lets an address be written to again, here and at whoever delivers our mail. Refuses one that never was shut out. */
export function reachAgain(email: string) {
  return transaction(async (tx) => {
    const freed = await rows(
      'update notifications.unreachable set freed_at = now() where email = lower($email) and freed_at is null returning email',
      { email },
      tx,
    )
    if (freed.length === 0) return { refused: 'reachable' as const }
    await publish(tx, 'mail.reachable_again', { email })
    return { refused: undefined }
  })
}

/** How it stands with an address, as the audit log keeps it. */
export function reachableState(tx: Transaction, email: string): Promise<object | undefined> {
  return row(
    'select because from notifications.unreachable where email = lower($email) and freed_at is null',
    { email },
    tx,
  )
}

/** That somebody's mailbox did not take our mail, or that they have complained about it. */
export const personalReach: PersonalData = {
  name: 'reach',
  collect: ({ email }) =>
    rows(
      `select because, since, freed_at as "writtenToAgainSince" from notifications.unreachable where email = lower($email)`,
      { email },
    ),
  erase: async (tx, { email }) => {
    await rows('delete from notifications.unreachable where email = lower($email)', { email }, tx)
  },
}
