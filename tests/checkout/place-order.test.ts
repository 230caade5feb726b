import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { keepAnswers } from '../../src/checkout/answers.ts'
import { placeOrder } from '../../src/checkout/place-order.ts'
import { availabilityOf } from '../../src/inventory/index.ts'
import { row, rows } from '../../src/platform/database.ts'
import { adds, inEnglish as audience, reviewing } from '../support/reviewing.ts'
import { openShop, products, variantId } from '../support/shop.ts'

beforeEach(openShop)

describe('placing an order', () => {
  test('keeps what was reviewed: lines, tax, delivery and the steps to the total', async () => {
    const { places, basket } = await reviewing([
      [products.mug, 2],
      [products.bowl, 1],
    ])
    const placed = await places()
    if (placed.refused) throw new Error(placed.refused)
    const order = await row<{ total: number; tax: number; delivery_amount: number; steps: number }>(
      `select total, tax, delivery_amount, jsonb_array_length(quote -> 'steps') as steps
       from orders.orders where id = $id`,
      { id: placed.orderId },
    )
    expect(order).toEqual({ total: 8340, tax: 383 * 2 + 503 + 62, delivery_amount: 390, steps: 6 })
    expect(basket.quote.total).toBe(8340)
  })

  test('holds the goods, and sells nothing yet', async () => {
    const { places } = await reviewing([[products.bowl, 3]])
    await places()
    const bowl = variantId(products.bowl)
    expect((await availabilityOf([bowl])).get(bowl)).toBe(17)
    expect(
      await row('select on_hand, held from inventory.stock_levels where variant_id = $bowl', { bowl }),
    ).toEqual({
      on_hand: 20,
      held: 3,
    })
  })

  test('eight presses of the button make one order', async () => {
    const { places } = await reviewing([[products.mug, 1]])
    const placed = await Promise.all(Array.from({ length: 8 }, () => places()))
    expect(new Set(placed.map((outcome) => (outcome.refused ? outcome.refused : outcome.number))).size).toBe(
      1,
    )
    expect(await rows('select id from orders.orders')).toHaveLength(1)
  })

  test('20 shoppers for the last lamp make one order and 19 polite refusals', async () => {
    const shoppers = await Promise.all(Array.from({ length: 20 }, () => reviewing([[products.lastLamp, 1]])))
    const outcomes = await Promise.all(shoppers.map(({ places }) => places()))
    expect(outcomes.filter((outcome) => !outcome.refused)).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome.refused === 'short')).toHaveLength(19)
    expect(await rows('select 1 from orders.orders')).toHaveLength(1)
    expect(await rows('select 1 from payments.payments')).toHaveLength(1)
  })

  test('a basket that was changed in another tab is not ordered', async () => {
    const { places, owner } = await reviewing([[products.mug, 1]])
    await adds(owner, products.bowl, 1)
    expect(await places()).toEqual({ refused: 'changed' })
    expect(await rows('select id from orders.orders')).toHaveLength(0)
  })

  test('an order does not go elsewhere than was reviewed: an answer changed in another tab stops it', async () => {
    const { places, basket } = await reviewing([[products.mug, 1]])
    await keepAnswers(basket.id, { paymentMethod: 'invoice' })
    expect(await places()).toEqual({ refused: 'changed' })
  })

  test('a price that rose since the review is not charged', async () => {
    const { places } = await reviewing([[products.mug, 1]])
    await rows('update catalogue.prices set amount = amount + 1 where variant_id = $mug', {
      mug: variantId(products.mug),
    })
    expect(await places()).toEqual({ refused: 'changed' })
  })

  test('somebody else cannot order my basket', async () => {
    const { basket, fingerprint } = await reviewing([[products.mug, 1]])
    const seen = { basketId: basket.id, version: basket.version, fingerprint }
    expect(await placeOrder({ visitorId: randomUUID() }, seen, audience)).toEqual({ refused: 'changed' })
  })

  test('a refused order leaves nothing behind: no hold, no order, no job', async () => {
    const { places } = await reviewing([
      [products.bowl, 5],
      [products.lastLamp, 1],
    ])
    await rows('update inventory.stock_levels set held = 1 where variant_id = $lamp', {
      lamp: variantId(products.lastLamp),
    })
    expect(await places()).toEqual({ refused: 'short' })
    expect(await rows('select 1 from inventory.stock_holds')).toHaveLength(0)
    expect(await rows('select 1 from orders.orders')).toHaveLength(0)
    expect(await rows('select 1 from graphile_worker.jobs')).toHaveLength(0)
  })
})
