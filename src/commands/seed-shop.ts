import { findCategory, saveCategory, saveHero } from '../catalogue/index.ts'
import { type MediaStore, storeDrawing, storePlaceholder } from '../media/index.ts'
import { type Locale, locales } from '../platform/locale.ts'
import { saveDelivery, saveTaxRates } from '../pricing/index.ts'
import { saveSynonyms } from '../search/index.ts'
import type { DemoCategory, DemoProduct } from './demo/goods.ts'
import type { DemoReviews } from './demo/reviews/said.ts'
import { inParallel } from './in-parallel.ts'
import { progress } from './progress.ts'
import { once } from './seed-marks.ts'
import { seedProduct } from './seed-product.ts'
import { seedReviews } from './seed-reviews.ts'

export interface DemoShop {
  synonyms: Record<Locale, string[][]>
  categories: DemoCategory[]
  products: DemoProduct[]
  reviews: DemoReviews
  heroDrawing: () => string
  delivery: Parameters<typeof saveDelivery>[1][]
  taxRates: Parameters<typeof saveTaxRates>[1]
}

const AT_A_TIME = 2

const heroAlt = {
  en: 'On a table: a round vase with beech branches, a lamp, two bowls, a mug, a teapot and two pears',
  de: 'Auf einem Tisch: eine runde Vase mit Buchenzweigen, eine Leuchte, zwei Schalen, ein Becher, eine Kanne und zwei Birnen',
}

/** Puts the demo shop into an empty database; what is there already, and what people have made of it, stays. */
export async function seedShop(shop: DemoShop, media: MediaStore): Promise<void> {
  await once('delivery and tax', [shop.delivery, shop.taxRates], async (tx) => {
    for (const method of shop.delivery) await saveDelivery(tx, method)
    await saveTaxRates(tx, shop.taxRates)
  })
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
  await inParallel(shop.products, AT_A_TIME, async (product) => {
    await seedProduct(product, media)
    await seedReviews(product, shop.reviews)
    shown.step()
  })
  shown.end()
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
