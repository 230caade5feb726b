import { NotFound } from '../platform/errors.ts'
import { type ReviewPage, reviewsOf } from '../reviews/index.ts'
import { pageLinks } from './page-links.ts'
import type { ReviewedProduct } from './reviewed-product.ts'

export type ProductReviewsPage = {
  product: ReviewedProduct
  list: ReviewPage & ReturnType<typeof pageLinks> & { stars: number | null; page: number; total: number }
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
  const links = pageLinks({
    address: `/products/${product.slug}/reviews`,
    query: null,
    sort: null,
    page,
    pageCount: Math.ceil(total / PAGE_SIZE),
  })
  return { product, list: { ...found, ...withStars(links, stars), stars, page, total } }
}

/** The same links, to the reviews with so many stars only. */
function withStars(links: ReturnType<typeof pageLinks>, stars: number | null): ReturnType<typeof pageLinks> {
  const at = (address: string) =>
    stars === null ? address : `${address}${address.includes('?') ? '&' : '?'}stars=${stars}`
  return {
    ...links,
    pages: links.pages.map((link) => ({ ...link, address: at(link.address) })),
    next: links.next && at(links.next),
    previous: links.previous && at(links.previous),
  }
}
