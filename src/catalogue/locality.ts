import type { Locale } from '../platform/locale.ts'
import type { Currency } from '../platform/money.ts'

/** In which language and currency the goods are shown. */
export interface Locality {
  locale: Locale
  currency: Currency
}
