import { findCategory, saveCategory, saveHero } from '../catalogue/index.ts'
import { issueCredit } from '../credit/index.ts'
import { type MediaStore, storeDrawing, storePlaceholder } from '../media/index.ts'
import { inParallel } from '../platform/in-parallel.ts'
import { type Locale, locales } from '../platform/locale.ts'
import { type PricingRules, savePromotion, saveRules } from '../pricing/index.ts'
import { saveSynonyms } from '../search/index.ts'
import type { DemoGiftCard } from './demo/gift-cards.ts'
import type { DemoCategory, DemoProduct } from './demo/goods.ts'
import type { DemoPromotion } from './demo/pricing-rules.ts'
import type { DemoReviews } from './demo/reviews/said.ts'
import type { DemoVisit } from './demo/visits.ts'
import { progress } from './progress.ts'
import { once } from './seed-marks.ts'
import { seedProduct } from './seed-product.ts'
import { seedReviews } from './seed-reviews.ts'
import { seedVisits } from './seed-visits.ts'

export interface DemoShop {
  synonyms: Record<Locale, string[][]>
  categories: DemoCategory[]
  products: DemoProduct[]
  reviews: DemoReviews
  heroDrawing: () => string
  rules: PricingRules
  promotions: DemoPromotion[]
  giftCards: DemoGiftCard[]
  visits: DemoVisit[]
}

const AT_A_TIME = 2

const heroAlt = {
  en: 'On a table: a round vase with beech branches, a lamp, two bowls, a mug, a teapot and two pears',
  de: 'Auf einem Tisch: eine runde Vase mit Buchenzweigen, eine Leuchte, zwei Schalen, ein Becher, eine Kanne und zwei Birnen',
}

/** Puts the demo shop into an empty database; what is there already, and what people have made of it, stays. */
export async function seedShop(shop: DemoShop, media: MediaStore): Promise<void> {
  await once('pricing rules', shop.rules, (tx) => saveRules(tx, shop.rules))
  for (const locale of locales) {
    await once(`synonyms ${locale}`, shop.synonyms[locale], (tx) =>
      saveSynonyms(locale, shop.synonyms[locale], tx),
    )
  }
  await storePlaceholder(media)
  const hero = { stored: await storeDrawing(media, shop.heroDrawing()), alt: heroAlt }
  await once('hero', hero, (tx) => saveHero(hero, tx))
  const shown = progress('Categories and products', shop.categories.length + shop.products.length)
  for (const [position, category] of shop.categories.entries()) {
    await seedCategory(category, position, media)
    shown.step()
  }
  for (const promotion of shop.promotions) await seedPromotion(promotion)
  for (const card of shop.giftCards) await seedGiftCard(card)
  await inParallel(shop.products, AT_A_TIME, async (product) => {
    await seedProduct(product, media)
    await seedReviews(product, shop.reviews)
    shown.step()
  })
  await seedVisits(shop.visits)
  shown.end()
}

async function seedPromotion({ categories = [], ...draft }: DemoPromotion): Promise<void> {
  const found = await Promise.all(categories.map((path) => findCategory(path)))
  const categoryIds = found.flatMap((category) => category?.id ?? [])
  await once(`promotion ${draft.name.en}`, draft, (tx) => savePromotion(tx, { ...draft, categoryIds }))
}

async function seedGiftCard(card: DemoGiftCard): Promise<void> {
  await once(`gift card ${card.code}`, card, (tx) =>
    issueCredit({ ...card, kind: 'gift_card', note: 'To be tried', actor: 'seed' }, tx),
  )
}

/** Parents stand before their children in the list. */
async function seedCategory({ path, drawing, ...texts }: DemoCategory, position: number, media: MediaStore) {
  const stored = drawing && (await storeDrawing(media, drawing()))
  const [slug, ...ancestors] = path.split('/').reverse() as [string, ...string[]]
  const parent = ancestors.length > 0 ? await findCategory(ancestors.reverse().join('/')) : undefined
  const draft = {
    ...texts,
    slug,
    parentId: parent?.id,
    position,
    ...(stored && { picture: { stored, alt: {} } }),
  }
  await once(`category ${path}`, draft, (tx) => saveCategory(draft, tx))
}
