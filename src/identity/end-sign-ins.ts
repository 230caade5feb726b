import { rows, transaction } from '../platform/database.ts'

/** Ends a customer's sign-in; with `others`, all but this one; with `all`, every one. True when one was there to end. */
export function endSignIns(
  customerId: number,
  which: { only: string } | { others: string } | { all: true },
): Promise<boolean> {
  const only = 'only' in which ? which.only : null
  const others = 'others' in which ? which.others : null
  return transaction(async (tx) => {
    const ended = await rows(
      `update identity.sign_ins set ended_at = now()
       where customer_id = $customerId and ended_at is null
         and ($only::uuid is null or id = $only) and ($others::uuid is null or id <> $others) returning id`,
      { customerId, only, others },
      tx,
    )
    return ended.length > 0
  })
}
