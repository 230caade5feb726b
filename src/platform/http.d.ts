import type { Deed } from './deeds.ts'
import type { Locale } from './locale.ts'
import type { Currency } from './money.ts'
import type { Model } from './views.ts'

declare global {
  namespace Express {
    interface Request {
      /** The request's id, which is also its reference in logs and on error pages. */
      id: string | number | object
      locale: Locale
      currency: Currency
      /** The answer goes into a part of a page that is there already. */
      isHtmx: boolean
      /** A path of the shop as an address in the visitor's language. */
      addressTo(path: string): string
      /** Tells what the visitor has done just now. */
      tell(deed: Deed): void
    }
    interface Response {
      /** Answers with a whole page: a template of `views/` inside its layout. */
      page(view: string, model?: Model): Promise<void>
      /** Answers with one piece of a page; wrapped in a small page for a shopper without script. */
      fragment(view: string, model?: Model): Promise<void>
    }
  }
}
