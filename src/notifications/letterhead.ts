import { config } from '../platform/config.ts'
import { addressIn, formatsOf, type Locale } from '../platform/locale.ts'
import { translator } from '../platform/messages.ts'

/** What a mail's template has at hand: as on a page, but with addresses that work from a letter. */
export function letterhead(locale: Locale) {
  return {
    locale,
    t: translator(locale),
    url: (path: string) => config.baseUrl + addressIn(locale, path),
    asset: (name: string) => name,
    format: formatsOf(locale),
  }
}
