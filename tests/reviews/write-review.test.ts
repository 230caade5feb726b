import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { row, rows } from '../../src/platform/database.ts'
import { ownReview, reviewsToModerate, writeReview } from '../../src/reviews/index.ts'
import { openShop, products } from '../support/shop.ts'
import { buyer, opinion, publish, reviewed, shown, wrote } from './buyers.ts'

beforeEach(openShop)

describe('a review', () => {
  test('waits to be read before anybody else sees it', async () => {
    await wrote()
    expect(await shown()).toMatchObject({ rating: null, reviews: [] })
    expect(await reviewsToModerate()).toMatchObject([{ ...opinion, version: 1, isRewritten: false }])
  })

  test('keeps the order that proves it, and is marked as verified', async () => {
    const asha = await buyer(products.mug)
    const outcome = await writeReview(asha, await reviewed(), opinion)
    if (outcome.refused) throw new Error(outcome.refused)
    expect(
      await row('select order_id, author_kind, author_id from reviews.reviews where id = $id', {
        id: outcome.reviewId,
      }),
    ).toEqual({ order_id: asha.order.id, author_kind: 'visitor', author_id: asha.visitorId })
    await publish(outcome.reviewId)
    expect((await shown()).reviews).toMatchObject([{ isVerified: true, paragraphs: [opinion.text] }])
  })

  test.each(['paid', 'partly_shipped', 'shipped', 'delivered'])(
    'may be written once the order is %s',
    async (state) => {
      const outcome = await writeReview(await buyer(products.mug, state), await reviewed(), opinion)
      expect(outcome.refused).toBeUndefined()
    },
  )

  test.each(['awaiting_payment', 'cancelled', 'expired'])(
    'is refused while the order is %s',
    async (state) => {
      expect(await writeReview(await buyer(products.mug, state), await reviewed(), opinion)).toEqual({
        refused: 'not-bought',
      })
      expect(await rows('select 1 from reviews.reviews')).toEqual([])
    },
  )

  test('is refused to who has bought something else, and to who has no cookie', async () => {
    const ofBowl = await buyer(products.bowl)
    const nobody = { visitorId: undefined, orderIds: [] }
    for (const somebody of [ofBowl, nobody, { ...nobody, visitorId: randomUUID() }]) {
      expect(await writeReview(somebody, await reviewed(), opinion)).toEqual({ refused: 'not-bought' })
    }
  })

  test('is the same one on another device, where the link of the order was opened', async () => {
    const atHome = await buyer(products.mug)
    const onTheWay = { visitorId: randomUUID(), orderIds: [atHome.order.id] }
    const first = await writeReview(atHome, await reviewed(), opinion)
    const second = await writeReview(onTheWay, await reviewed(), { ...opinion, stars: 3 })
    expect(second).toEqual(first)
    const { productId, variantIds } = await reviewed()
    expect(await ownReview(atHome, productId, variantIds)).toMatchObject({
      mayReview: true,
      review: { stars: 3, state: 'pending' },
    })
  })

  test('sent twice is one, and stays published', async () => {
    const asha = await buyer(products.mug)
    const first = await writeReview(asha, await reviewed(), opinion)
    if (first.refused) throw new Error(first.refused)
    await publish(first.reviewId)
    expect(await writeReview(asha, await reviewed(), opinion)).toEqual(first)
    expect(await shown()).toMatchObject({ rating: { count: 1, mean: 5 } })
    expect(await rows('select 1 from reviews.review_events')).toHaveLength(2)
  })

  test('written anew goes back to be read, and its stars no longer count', async () => {
    const asha = await buyer(products.mug)
    const first = await writeReview(asha, await reviewed(), opinion)
    if (first.refused) throw new Error(first.refused)
    await publish(first.reviewId)
    await wrote({ stars: 1 }).then((id) => publish(id))
    expect((await shown()).rating).toEqual({ count: 2, mean: 3 })
    await writeReview(asha, await reviewed(), { ...opinion, stars: 2 })
    expect((await shown()).rating).toEqual({ count: 1, mean: 1 })
    expect(await reviewsToModerate()).toMatchObject([{ stars: 2, version: 3, isRewritten: true }])
  })

  test('by the same author in eight tabs at once is one review, with one trail', async () => {
    const asha = await buyer(products.mug)
    const product = await reviewed()
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_none, index) =>
        writeReview(asha, product, { ...opinion, stars: 1 + (index % 5) }),
      ),
    )
    expect(
      new Set(outcomes.map((outcome) => ('reviewId' in outcome ? outcome.reviewId : 'refused'))).size,
    ).toBe(1)
    const [review, ...others] = await rows<{ version: number }>('select version from reviews.reviews')
    expect(others).toEqual([])
    const trail = await rows<{ version: number }>(
      'select version from reviews.review_events order by version',
    )
    expect(trail.map(({ version }) => version)).toEqual(
      Array.from({ length: review!.version }, (_none, index) => index + 1),
    )
  })
})
