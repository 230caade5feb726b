import type { Locale } from '../platform/locale.ts'

/** In which language and in which currency (ISO 4217) goods are shown. */
export interface Locality {
  locale: Locale
  currency: string
}
