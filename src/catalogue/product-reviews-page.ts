import { NotFound } from '../platform/errors.ts'
import { numberedPages } from '../platform/numbered-pages.ts'
import { type ReviewPage, reviewsOf } from '../reviews/index.ts'
import type { ReviewedProduct } from './reviewed-product.ts'

export type ProductReviewsPage = {
  product: ReviewedProduct
  list: ReviewPage & ReturnType<typeof numberedPages> & { stars: number | null; page: number; total: number }
}

/** What somebody asks of a product's reviews: those with so many stars, or all. */
interface Asked {
  stars: number | null
  page: number
}

const PAGE_SIZE = 10

/**
 * A page of a product's published reviews, the newest first.
 * @throws NotFound for a page beyond the last one.
 */
export async function productReviewsPage(
  product: ReviewedProduct,
  asked: Asked,
): Promise<ProductReviewsPage> {
  const { stars, page } = asked
  const found = await reviewsOf(product.id, { stars, limit: PAGE_SIZE, skipped: (page - 1) * PAGE_SIZE })
  if (found.reviews.length === 0 && page > 1) throw new NotFound()
  const wanted = found.starCounts.filter((counted) => stars === null || counted.stars === stars)
  const total = wanted.reduce((sum, { count }) => sum + count, 0)
  const links = numberedPages(page, Math.ceil(total / PAGE_SIZE), (number) =>
    addressOf(product, stars, number),
  )
  return { product, list: { ...found, ...links, stars, page, total } }
}

function addressOf({ slug }: ReviewedProduct, stars: number | null, page: number): string {
  const query = new URLSearchParams()
  if (stars !== null) query.set('stars', String(stars))
  if (page > 1) query.set('page', String(page))
  return `/products/${slug}/reviews${query.size > 0 ? `?${query}` : ''}`
}
