import { randomUUID } from 'node:crypto'
import { writeOrder } from '../../src/orders/index.ts'
import { row, rows, transaction } from '../../src/platform/database.ts'
import { declineReview, publishReview, reviewsOf, writeReview } from '../../src/reviews/index.ts'
import { ashasHome } from '../support/bought.ts'
import { quoteOf } from '../support/quotes.ts'
import { products, variantId } from '../support/shop.ts'
import { picture } from '../support/view-models/shared.ts'

const piece = picture('mug-oat', 'An oat mug')
let basketId = 1_000_000

/** A visitor with an order for one piece, in a state. */
export async function buyer(product: { sku: string }, state = 'paid', visitorId: string = randomUUID()) {
  const line = {
    variantId: variantId(product),
    sku: product.sku,
    unitPrice: 100,
    quantity: 1,
  }
  const order = await transaction((tx) =>
    writeOrder(tx, {
      basketId: ++basketId,
      visitorId,
      email: 'asha@example.com',
      locale: 'en',
      paymentMethod: 'card',
      address: ashasHome,
      delivery: { code: 'standard', name: { en: 'Standard' }, first: '2026-11-24', last: '2026-11-25' },
      quote: quoteOf([line]),
      credits: [],
      lines: [
        { variantId: line.variantId, title: 'A piece', optionText: '', slug: 'oat-mug', picture: piece },
      ],
      holdSeconds: 60,
    }),
  )
  await rows('update orders.orders set state = $state where id = $id', { state, id: order.id })
  return { visitorId, orderIds: [], order }
}

/** A product as reviews know it. */
export async function reviewed(product: { sku: string } = products.mug) {
  const found = await row<{ productId: number }>(
    'select product_id as "productId" from catalogue.variants where sku = $sku',
    product,
  )
  return { productId: found!.productId, variantIds: [variantId(product)] }
}

export const opinion = {
  displayName: 'Asha R.',
  stars: 5,
  title: 'Warm in the hand',
  text: 'Round, warm and never in the cupboard.',
  locale: 'en',
} as const

/** Writes as somebody who has just bought a mug, and gives the review's id. */
export async function wrote(more: Partial<Parameters<typeof writeReview>[2]> = {}): Promise<number> {
  const outcome = await writeReview(await buyer(products.mug), await reviewed(), { ...opinion, ...more })
  if (outcome.refused) throw new Error(outcome.refused)
  return outcome.reviewId
}

const staff = { actor: 'staff:ines' }

export const publish = (reviewId: number, version = 1, by = staff) =>
  publishReview({ reviewId, version, ...by })

export const decline = (reviewId: number, version = 1, by = staff) =>
  declineReview({ reviewId, version, reason: 'It is about the carrier.', ...by })

/** What visitors of the mug's page see. */
export async function shown(stars: number | null = null) {
  const { productId } = await reviewed()
  return reviewsOf(productId, { stars, limit: 10, skipped: 0 })
}
