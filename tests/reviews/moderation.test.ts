import { beforeEach, describe, expect, test } from 'vitest'
import { row, rows, transaction } from '../../src/platform/database.ts'
import { importReviews, publishReview, reviewsToModerate } from '../../src/reviews/index.ts'
import { openShop } from '../support/shop.ts'
import { decline, opinion, publish, reviewed, shown, wrote } from './buyers.ts'

beforeEach(openShop)

const ines = { actor: 'staff:ines' }
const tom = { actor: 'staff:tom' }
const counted = () => rows('select stars, review_count from reviews.star_counts order by stars desc')
const stateOf = (id: number) =>
  row<{ state: string; by: string }>('select state, moderator as by from reviews.reviews where id = $id', {
    id,
  })

/** The kept tallies beside a count of the published reviews themselves. */
async function areTalliesRight() {
  const kept = await rows(
    'select product_id, review_count, star_sum from reviews.tallies where review_count > 0',
  )
  const told = await rows(
    `select product_id, count(*)::integer as review_count, sum(stars)::integer as star_sum
     from reviews.reviews where state = 'published' group by product_id`,
  )
  expect(kept).toEqual(told)
}

describe('deciding of a review', () => {
  test('publishing shows it and counts its stars; all of it stands in the trail', async () => {
    const [five, four] = [await wrote(), await wrote({ stars: 4 })]
    await publish(five)
    await publish(four)
    const { rating, starCounts, reviews } = await shown()
    expect(rating).toEqual({ count: 2, mean: 4.5 })
    expect(starCounts.map(({ count }) => count)).toEqual([1, 1, 0, 0, 0])
    expect(reviews.map(({ id }) => id)).toEqual([four, five])
    expect((await shown(4)).reviews.map(({ id }) => id)).toEqual([four])
    expect(await reviewsToModerate()).toEqual([])
    expect(
      await rows('select state, actor from reviews.review_events where review_id = $five order by id', {
        five,
      }),
    ).toEqual([
      { state: 'pending', actor: 'author' },
      { state: 'published', actor: 'staff:ines' },
    ])
  })

  test('a mean is told to one decimal, and lists may join it', async () => {
    for (const stars of [5, 5, 4]) await publish(await wrote({ stars }))
    expect((await shown()).rating?.mean).toBe(4.7)
    expect(await rows('select review_count, mean from reviews.ratings')).toEqual([
      { review_count: 3, mean: 4.7 },
    ])
    expect(await counted()).toEqual([
      { stars: 5, review_count: 2 },
      { stars: 4, review_count: 1 },
    ])
  })

  test('declining needs a reason, and takes down what was shown', async () => {
    const id = await wrote()
    await publish(id)
    expect(await decline(id, 2)).toEqual({ reviewId: id })
    expect((await shown()).rating).toBeNull()
    expect(await row('select state, reason from reviews.reviews where id = $id', { id })).toEqual({
      state: 'declined',
      reason: 'It is about the carrier.',
    })
    await publish(id, 3)
    expect((await shown()).rating).toEqual({ count: 1, mean: 5 })
    await areTalliesRight()
  })

  test('is about the version that was read: one written anew meanwhile is not published unread', async () => {
    const id = await wrote()
    await rows('update reviews.reviews set version = version + 1 where id = $id', { id })
    expect(await publish(id)).toEqual({ refused: 'changed', state: 'pending', by: null })
    expect((await shown()).reviews).toEqual([])
  })

  test('sent twice by the same person is one; a review that is not there is told', async () => {
    const id = await wrote()
    expect(await Promise.all([publish(id), publish(id), publish(id)])).toEqual(
      Array.from({ length: 3 }, () => ({ reviewId: id })),
    )
    expect((await shown()).rating).toEqual({ count: 1, mean: 5 })
    expect(await publishReview({ reviewId: 999_999, version: 1, ...ines })).toEqual({ refused: 'unknown' })
  })

  test('of two moderators at once the first decides, and the second is told', async () => {
    for (let round = 0; round < 10; round++) {
      const id = await wrote()
      const outcomes = await Promise.all([publish(id, 1, ines), decline(id, 1, tom)])
      const refused = outcomes.filter((outcome) => outcome.refused)
      expect(refused).toEqual([{ refused: 'changed', ...(await stateOf(id)) }])
    }
    await areTalliesRight()
  })

  test('of many reviews of one product at once counts every star', async () => {
    const ids = await Promise.all(
      Array.from({ length: 12 }, (_none, index) => wrote({ stars: 1 + (index % 5) })),
    )
    await Promise.all(ids.map((id) => publish(id)))
    expect((await shown()).rating?.count).toBe(12)
    await areTalliesRight()
    await Promise.all(ids.slice(0, 5).map((id) => decline(id, 2)))
    expect((await shown()).rating?.count).toBe(7)
    await areTalliesRight()
  })

  test('leaves a trail that nobody can change', async () => {
    const id = await wrote()
    await expect(rows('delete from reviews.review_events where review_id = $id', { id })).rejects.toThrow(
      'append-only',
    )
  })
})

describe('reviews that come from elsewhere', () => {
  const old = { ...opinion, key: 'a', stars: 3, writtenAt: new Date('2026-03-01T12:00:00Z') }
  const imports = async (...reviews: (typeof old)[]) => {
    const { productId } = await reviewed()
    await transaction((tx) => importReviews(tx, productId, reviews))
  }

  test('are shown and counted, but not as verified', async () => {
    await imports(old, { ...old, key: 'b', stars: 4 })
    const { rating, reviews } = await shown()
    expect(rating).toEqual({ count: 2, mean: 3.5 })
    expect(reviews.map(({ isVerified }) => isVerified)).toEqual([false, false])
  })

  test('come twice without being there twice, and bring their corrections', async () => {
    await imports(old)
    await imports({ ...old, stars: 5 })
    expect((await shown()).rating).toEqual({ count: 1, mean: 5 })
    await areTalliesRight()
  })

  test('stay away when staff have taken them down', async () => {
    await imports(old)
    const { id } = (await shown()).reviews[0]!
    await decline(id, 1)
    await imports({ ...old, stars: 5 })
    expect((await shown()).rating).toBeNull()
    await areTalliesRight()
  })
})
