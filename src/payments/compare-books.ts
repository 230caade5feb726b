import type { Books, Discrepancy, DiscrepancyKind, Entry, OurBooks } from './books.ts'

/** Where two sides do not agree, both ways: what one has and the other has not, and what they tell differently. */
export function compareBooks(ours: OurBooks, theirs: Books): Discrepancy[] {
  return [
    ...compare(ours.payments, theirs.payments, paymentFault),
    ...compare(ours.refunds, theirs.refunds, refundFault),
    ...[...ours.unsentRefunds].map(([subject, entry]) =>
      found('refund_not_sent', subject, { ours: entry, theirs: null }),
    ),
  ]
}

interface Pair {
  ours: Entry | null
  theirs: Entry | null
}

function compare(
  ours: Map<string, Entry>,
  theirs: Map<string, Entry>,
  faultOf: (pair: Pair) => DiscrepancyKind | undefined,
): Discrepancy[] {
  const subjects = new Set([...ours.keys(), ...theirs.keys()])
  return [...subjects].flatMap((subject) => {
    const pair = { ours: ours.get(subject) ?? null, theirs: theirs.get(subject) ?? null }
    const kind = faultOf(pair)
    return kind ? [found(kind, subject, pair)] : []
  })
}

function paymentFault({ ours, theirs }: Pair): DiscrepancyKind | undefined {
  if (!ours) return 'payment_missing'
  if (!theirs) return ours.state === 'refused' ? undefined : 'payment_not_there'
  if (ours.state === 'refused') return undefined
  return isSame(ours, theirs) && ours.state === theirs.state ? undefined : 'payment_differs'
}

function refundFault({ ours, theirs }: Pair): DiscrepancyKind | undefined {
  if (!ours) return 'refund_missing'
  if (!theirs) return 'refund_not_there'
  if (!isSame(ours, theirs)) return 'refund_differs'
  return ours.state === theirs.state ? undefined : 'refund_state_differs'
}

function isSame(one: Entry, other: Entry): boolean {
  return one.amount === other.amount && one.currency === other.currency
}

function found(kind: DiscrepancyKind, subject: string, { ours, theirs }: Pair): Discrepancy {
  return { kind, subject, orderId: ours?.orderId ?? theirs?.orderId ?? null, ours, theirs }
}
