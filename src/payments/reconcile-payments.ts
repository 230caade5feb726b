import type { Books, OurBooks } from './books.ts'
import { compareBooks } from './compare-books.ts'
import { keepDiscrepancies } from './keep-discrepancies.ts'
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
  await keepDiscrepancies(found, compared)
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
