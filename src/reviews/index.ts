/**
 * Owns what buyers think of products, whether that is shown, and the views `reviews.ratings` and
 * `reviews.star_counts`. It does not own what is bought (orders) or sold (catalogue).
 */
export { adoptReviews } from './adopt-reviews.ts'
export { declineReview } from './decline-review.ts'
export { type ImportedReview, importReviews } from './import-reviews.ts'
export { ownReview } from './own-review.ts'
export { personalReviews } from './personal-reviews.ts'
export { type Rating, type ReviewPage, type ReviewView, reviewsOf } from './product-reviews.ts'
export { publishReview } from './publish-review.ts'
export { lengthOfText, reviewForm } from './review-form.ts'
export { reviewStateOf } from './review-state.ts'
export { buyerOf } from './reviewer.ts'
export { reviewsBy, type WrittenReview } from './reviews-by.ts'
export { reviewsToModerate } from './reviews-to-moderate.ts'
export { writeReview } from './write-review.ts'
