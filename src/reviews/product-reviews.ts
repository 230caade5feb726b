import { row } from '../platform/database.ts'
import type { Locale } from '../platform/locale.ts'

/** What the published reviews of a product come to: how many there are, and the mean of their stars to one decimal. */
export interface Rating {
  count: number
  mean: number
}

/** A published review. */
export interface ReviewView {
  id: number
  displayName: string
  stars: number
  title: string
  paragraphs: string[]
  locale: Locale
  writtenAt: string
  /** Its author has bought the product here. */
  isVerified: boolean
}

/** Some published reviews of a product, the newest first. */
export interface ReviewPage {
  rating: Rating | null
  /** How many give so many stars, five stars first. */
  starCounts: { stars: number; count: number }[]
  reviews: ReviewView[]
}

/** Which of a product's reviews: those with so many stars, or all of them. */
interface Asked {
  stars: number | null
  limit: number
  skipped: number
}

/** The rating of a product with some of its published reviews: one statement. */
export async function reviewsOf(productId: number, asked: Asked): Promise<ReviewPage> {
  const found = await row<ReviewPageRow>(REVIEWS, { productId, ...asked })
  return {
    rating: found && found.count > 0 ? { count: found.count, mean: found.mean } : null,
    starCounts: [5, 4, 3, 2, 1].map((stars, index) => ({ stars, count: found?.counts[index] ?? 0 })),
    reviews: (found?.reviews ?? []).map(({ text, ...review }) => ({
      ...review,
      paragraphs: text.split(/\n{2,}/),
    })),
  }
}

interface ReviewPageRow extends Rating {
  counts: number[]
  reviews: (Omit<ReviewView, 'paragraphs'> & { text: string })[]
}

const REVIEWS = `
  select tally.review_count as count, rating.mean,
    to_jsonb(array[tally.five, tally.four, tally.three, tally.two, tally.one]) as counts,
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'displayName', display_name, 'stars', stars, 'title', title,
        'text', text, 'locale', locale, 'writtenAt', written_at, 'isVerified', order_id is not null
      ) order by written_at desc, id desc), '[]')
     from (
       select * from reviews.reviews review
       where review.product_id = tally.product_id and review.state = 'published'
         and ($stars::integer is null or review.stars = $stars)
       order by review.written_at desc, review.id desc limit $limit offset $skipped
     ) shown) as reviews
  from reviews.tallies tally join reviews.ratings rating on rating.product_id = tally.product_id
  where tally.product_id = $productId`
