import { findVariant } from '../catalogue/index.ts'
import { importReviews } from '../reviews/index.ts'
import type { DemoProduct } from './demo/goods.ts'
import type { DemoReviews } from './demo/reviews/said.ts'
import { once } from './seed-marks.ts'

/** Publishes what is said of a product in the demo shop. Nobody has bought it there, so nothing is verified. */
export async function seedReviews({ slug, variants }: DemoProduct, reviews: DemoReviews): Promise<void> {
  const said = reviews[slug]
  if (!said) return
  const found = await findVariant(
    { sku: variants[0]!.sku, optionValueIds: [] },
    { locale: 'en', currency: 'EUR' },
  )
  if (!found) return
  await once(`reviews of ${slug}`, said, (tx) => importReviews(tx, found.productId, said))
}
