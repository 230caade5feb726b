import { rows, transaction } from '../platform/database.ts'

/**
 * Ends a customer's sign-ins: their `own` one, where they are now; `only` one, somewhere else; or all `others`. Whoever is
 * signed out from elsewhere is asked for the password the next time, even where the provider still knows them.
 * @returns whether there was one to end.
 */
export function endSignIns(
  customerId: number,
  which: { own: string } | { only: string } | { others: string } | { all: true },
): Promise<boolean> {
  const only = 'only' in which ? which.only : 'own' in which ? which.own : null
  const others = 'others' in which ? which.others : null
  return transaction(async (tx) => {
    const ended = await rows(
      `update identity.sign_ins set ended_at = now()
       where customer_id = $customerId and ended_at is null
         and ($only::uuid is null or id = $only) and ($others::uuid is null or id <> $others) returning id`,
      { customerId, only, others },
      tx,
    )
    if (!('own' in which) && ended.length > 0) {
      await rows(
        'update identity.customers set password_after = now() where id = $customerId',
        { customerId },
        tx,
      )
    }
    return ended.length > 0
  })
}
