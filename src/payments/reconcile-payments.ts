import { rows, transaction } from '../platform/database.ts'
import { logger } from '../platform/logger.ts'
import { type Books, compareBooks, type Discrepancy, type OurBooks } from './compare-books.ts'
import { ourBooks, ourEntries } from './our-books.ts'
import { providerBooks, providerPayment, providerRefund } from './provider-books.ts'
import type { Stripe } from './stripe.ts'

/** What is younger may still be on its way between the two. */
const SETTLED_AFTER_MS = 10 * 60_000

/**
 * Compares our books with the provider's, both ways, and keeps where they do not agree, each once. What was found
 * before and agrees now is mended; what somebody has looked at comes back only when it has changed.
 * @param since From when on payments and refunds are compared.
 * @returns how many discrepancies are open.
 */
export async function reconcilePayments(
  stripe: Stripe,
  since: Date,
  until = new Date(Date.now() - SETTLED_AFTER_MS),
): Promise<number> {
  const theirs = await providerBooks(stripe, since, until)
  const ours = await ourBooks(since, until)
  await completeOurs(ours, theirs)
  await completeTheirs(stripe, ours, theirs)
  const found = compareBooks(ours, theirs)
  const compared = [
    ...ours.payments.keys(),
    ...theirs.payments.keys(),
    ...ours.refunds.keys(),
    ...theirs.refunds.keys(),
  ]
  await keepFound(found, compared)
  return found.length
}

/** What theirs name and the times left out of ours. */
async function completeOurs(ours: OurBooks, theirs: Books): Promise<void> {
  const known = await ourEntries([...theirs.payments.keys()], [...theirs.refunds.keys()])
  for (const [reference, entry] of known.payments) ours.payments.set(reference, entry)
  for (const [reference, entry] of known.refunds) ours.refunds.set(reference, entry)
}

async function completeTheirs(stripe: Stripe, ours: OurBooks, theirs: Books): Promise<void> {
  for (const reference of ours.payments.keys()) {
    const entry = theirs.payments.get(reference) ?? (await providerPayment(stripe, reference))
    if (entry) theirs.payments.set(reference, entry)
  }
  for (const reference of ours.refunds.keys()) {
    const entry = theirs.refunds.get(reference) ?? (await providerRefund(stripe, reference))
    if (entry) theirs.refunds.set(reference, entry)
  }
}

function keepFound(found: Discrepancy[], compared: string[]): Promise<void> {
  return transaction(async (tx) => {
    const kept = await rows<{ kind: string; subject: string; isNew: boolean }>(
      `insert into payments.discrepancies (kind, subject, order_id, ours, theirs)
       select kind, subject, "orderId", nullif(ours, 'null'), nullif(theirs, 'null')
       from jsonb_to_recordset($found) as found (kind text, subject text, "orderId" bigint, ours jsonb, theirs jsonb)
       where kind in ('refund_missing', 'refund_state_differs', 'refund_not_sent') or not exists (
         select 1 from payments.discrepancies before
         where (before.kind, before.subject) = (found.kind, found.subject) and before.mended_by <> 'reconciliation'
           and (before.ours, before.theirs) is not distinct from (nullif(found.ours, 'null'), nullif(found.theirs, 'null')))
       on conflict (kind, subject) where mended_at is null
         do update set ours = excluded.ours, theirs = excluded.theirs
       returning kind, subject, xmax = 0 as "isNew"`,
      { found: JSON.stringify(found) },
      tx,
    )
    for (const { kind, subject, isNew } of kept)
      if (isNew) logger.error({ kind, subject }, 'payments do not agree')
    await rows(
      `update payments.discrepancies set mended_at = now(), mended_by = 'reconciliation'
       where mended_at is null and (subject = any($compared) or kind = 'refund_not_sent')
         and (kind, subject) not in (
           select kind, subject from jsonb_to_recordset($found) as found (kind text, subject text))`,
      { found: JSON.stringify(found), compared },
      tx,
    )
  })
}
