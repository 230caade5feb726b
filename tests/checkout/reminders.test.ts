import { beforeEach, expect, test } from 'vitest'
import { keepAnswers } from '../../src/checkout/answers.ts'
import { remindOfBaskets } from '../../src/checkout/index.ts'
import { rows } from '../../src/platform/database.ts'
import { reviewing } from '../support/reviewing.ts'
import { openShop, products } from '../support/shop.ts'

beforeEach(openShop)

const told = async () => {
  const jobs = await rows<{ payload: { basketId: number; token: string } }>(
    `select payload from graphile_worker._private_jobs job
     join graphile_worker._private_tasks task on task.id = job.task_id where task.identifier = 'basket.left'`,
  )
  return jobs.map(({ payload }) => payload)
}

/** A basket that somebody left hours ago. */
async function left({ wantsReminder = true, hours = 5 } = {}) {
  const shopper = await reviewing([[products.mug, 2]])
  await keepAnswers(shopper.basket.id, { wantsReminder, locale: 'de' })
  await rows('update checkout.checkouts set updated_at = now() - make_interval(hours => $hours)', { hours })
  await rows('update basket.baskets set updated_at = now() - make_interval(hours => $hours)', { hours })
  return shopper
}

test('who agreed is reminded once, in their language, however many workers there are', async () => {
  const { basket } = await left()
  await Promise.all(Array.from({ length: 4 }, () => remindOfBaskets()))
  await remindOfBaskets()
  expect(await told()).toMatchObject([{ basketId: basket.id, email: 'asha@example.com', locale: 'de' }])
  const { token } = (await told())[0]!
  expect(await rows('select lines from basket.shared_baskets where token = $token', { token })).toHaveLength(
    1,
  )
})

test('nobody is reminded who did not agree, or took it back', async () => {
  await left({ wantsReminder: false })
  await remindOfBaskets()
  expect(await told()).toEqual([])
})

test.each([
  ['just now', 1],
  ['a week and more ago', 24 * 8],
])('nobody is reminded of a basket that was left %s', async (_when, hours) => {
  await left({ hours })
  await remindOfBaskets()
  expect(await told()).toEqual([])
})

test('nobody is reminded of what was ordered', async () => {
  const { places } = await left()
  await places()
  await rows(`update checkout.checkouts set updated_at = now() - interval '5 hours'`)
  await remindOfBaskets()
  expect(await told()).toEqual([])
})
