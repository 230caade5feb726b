import { row, type Transaction } from '../platform/database.ts'
import type { Locale } from '../platform/locale.ts'
import { publish } from '../platform/queue.ts'

/** A sign-in with a browser that its customer had never used here, and where they are told of it. */
export interface NewPlace {
  email: string
  locale: Locale | null
  browser: string
  startedAt: Date
}

/** Tells whoever listens when somebody, who has been here before, has signed in with another browser than ever. */
export async function publishNewPlace(tx: Transaction, signInId: string): Promise<void> {
  const place = await row(
    `select from identity.sign_ins here where id = $signInId
       and exists (select from identity.sign_ins earlier where earlier.customer_id = here.customer_id and earlier.id <> here.id)
       and not exists (select from identity.sign_ins earlier where earlier.customer_id = here.customer_id
         and earlier.id <> here.id and earlier.browser = here.browser)`,
    { signInId },
    tx,
  )
  if (place) await publish(tx, 'customer.at_new_place', { signInId })
}

/** Where it was, also when it has ended since: whoever has ended it may be somebody else than who is told. */
export function findNewPlace(signInId: string): Promise<NewPlace | undefined> {
  return row<NewPlace>(
    `select email, locale, browser, started_at as "startedAt" from identity.sign_ins
     join identity.customers customer on customer.id = customer_id
     where sign_ins.id = $signInId`,
    { signInId },
  )
}
