import { productsOfVariants } from '../catalogue/index.ts'
import { hasRefused } from '../customers/index.ts'
import type { Locale } from '../platform/locale.ts'
import type { Money } from '../platform/money.ts'
import { keptDismissals } from './dismissals.ts'
import type { BoughtGoods } from './keep-purchase.ts'
import type { Source } from './source.ts'
import { suggest } from './suggest.ts'

/** A product as a letter names it. */
interface MailSuggestion {
  title: string
  slug: string
  price: Money
}

const SHOWN = 3

/** What goes with an order, for the letter about it; nothing for whoever has said that they want no suggestions. */
export async function suggestByMail(
  source: Source,
  { visitorId, currency, locale, lines }: BoughtGoods & { locale: Locale },
): Promise<MailSuggestion[]> {
  if (await hasRefused({ visitorId }, 'personalisation')) return []
  const [products, hidden] = await Promise.all([
    productsOfVariants(lines.map(({ variantId }) => variantId)),
    keptDismissals({ visitorId }),
  ])
  const trail = [...new Set(products.values())].map((productId) => ({ productId, how: 'purchase' as const }))
  const { suggested } = await suggest(source, {
    ...{ placement: 'mail', trail, hidden, count: SHOWN, locale, currency },
  })
  return suggested.map(({ card: { title, slug, price } }) => ({ title, slug, price }))
}
