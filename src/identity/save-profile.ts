import { rows, transaction } from '../platform/database.ts'
import type { Locale } from '../platform/locale.ts'
import type { Currency } from '../platform/money.ts'

/** What a customer tells us of themselves. */
export interface Profile {
  name: string
  locale: Locale
  currency: Currency
}

/** Keeps what a customer tells us of themselves. The name is ours to keep from then on, whatever the provider calls them. */
export function saveProfile(customerId: number, { name, locale, currency }: Profile): Promise<void> {
  return transaction(async (tx) => {
    await rows(
      'update identity.customers set name = $name, locale = $locale, currency = $currency where id = $customerId',
      { customerId, name, locale, currency },
      tx,
    )
  })
}
