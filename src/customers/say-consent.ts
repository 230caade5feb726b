import type { Owner } from '../identity/index.ts'
import { rows, transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'
import type { Purpose } from './consent.ts'

interface Said {
  purpose: Purpose
  isGiven: boolean
  /** The sentence that they answered, as they read it. */
  wording: string
}

/** Keeps what somebody has agreed to or refused, and in which words: one more row, for it is the proof. */
export function sayConsent({ visitorId }: Owner, { purpose, isGiven, wording }: Said): Promise<void> {
  return transaction(async (tx) => {
    await rows(
      `insert into customers.consents (visitor_id, purpose, is_given, wording)
       values ($visitorId, $purpose, $isGiven, $wording)`,
      { visitorId, purpose, isGiven, wording },
      tx,
    )
    if (!isGiven) await publish(tx, 'consent.withdrawn', { visitorId, purpose })
  })
}

/** What a visitor has agreed to or refused counts for the customer who they turn out to be, unless those have answered. */
export function mergeConsents(from: Owner, to: Owner): Promise<void> {
  return transaction(async (tx) => {
    await rows(
      `insert into customers.consents (visitor_id, purpose, is_given, wording, said_at)
       select $to, said.purpose, said.is_given, said.wording, said.said_at from customers.consents said
       where said.visitor_id = $from and not exists (
         select from customers.consents own where own.visitor_id = $to and own.purpose = said.purpose)
       order by said.id`,
      { from: from.visitorId, to: to.visitorId },
      tx,
    )
  })
}
