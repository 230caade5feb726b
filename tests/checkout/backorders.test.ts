import { beforeEach, describe, expect, test } from 'vitest'
import { basketView } from '../../src/basket/index.ts'
import { cardsOf } from '../../src/catalogue/cards.ts'
import { productPage } from '../../src/catalogue/index.ts'
import { adjustStock, allowBackorders, takeHolds } from '../../src/inventory/index.ts'
import { orderView } from '../../src/orders/index.ts'
import { row, transaction } from '../../src/platform/database.ts'
import { expectSound } from '../inventory/shelves.ts'
import { inEnglish, reviewing } from '../support/reviewing.ts'
import { openShop, products, variantId } from '../support/shop.ts'

const DAY = '2999-12-12'
const lamp = products.lastLamp
const allows = (limit: number, restockedOn: string | null = DAY) =>
  allowBackorders({ variantId: variantId(lamp), limit, restockedOn })
const arrive = (delta: number) =>
  adjustStock({ variantId: variantId(lamp), location: 'main', delta, reason: 'delivery', actor: 'test' })

beforeEach(openShop)

describe('a product of which more may be ordered than there are', () => {
  const page = async () => (await productPage({ slug: lamp.slug, ...inEnglish }))!

  test('is never sold out: some are here, and more are to come', async () => {
    await allows(4)
    const { choice, data } = await page()
    expect(choice.stock).toEqual({ level: 'some', left: 1, restockedOn: DAY })
    expect(choice.maximum).toBe(5)
    expect(data[0]).toMatchObject({ offers: { availability: 'https://schema.org/InStock' } })
  })

  test('is sent from the day on which it comes, and its delivery is counted from there', async () => {
    await allows(4)
    await (await reviewing([[lamp, 1]])).places()
    const { choice, data } = await page()
    expect(choice.stock).toEqual({ level: 'awaited', left: 0, restockedOn: DAY })
    expect(choice.delivery!.ways[0]!.first! > DAY).toBe(true)
    expect(data[0]).toMatchObject({
      offers: { availability: 'https://schema.org/BackOrder', availabilityStarts: DAY },
    })
  })

  test('promises no day that nobody knows', async () => {
    await allows(4, null)
    await (await reviewing([[lamp, 1]])).places()
    const { choice, product } = await page()
    expect(choice.stock).toEqual({ level: 'awaited', left: 0, restockedOn: null })
    expect(choice.delivery!.ways[0]).toMatchObject({ first: null, last: null })
    const { id } = (await row<{ id: number }>('select id from catalogue.products where slug = $slug', {
      slug: product.slug,
    }))!
    expect((await cardsOf([id], inEnglish))[0]!.stock.level).toBe('awaited')
  })

  test('is sold out once as many are ordered as may be', async () => {
    await allows(1)
    await (await reviewing([[lamp, 2]])).places()
    expect((await page()).choice.stock.level).toBe('none')
  })
})

describe('an order for more than there are', () => {
  test('says in the basket and in the order how many have yet to come, and when', async () => {
    await allows(4)
    const { places, owner } = await reviewing([
      [lamp, 3],
      [products.mug, 1],
    ])
    const basket = (await basketView(owner, inEnglish))!
    expect(basket.lines.map(({ awaited }) => awaited)).toEqual([{ quantity: 2, restockedOn: DAY }, null])
    expect(basket.isReady).toBe(true)
    const placed = await places()
    if (placed.refused) throw new Error(placed.refused)
    const awaited = async () => (await orderView(placed.orderId)).lines.map((line) => line.awaited?.quantity)
    expect(await awaited()).toEqual([2, undefined])
    await transaction((tx) => takeHolds(tx, placed.orderId, placed.number, 'test'))
    await arrive(1)
    expect(await awaited()).toEqual([1, undefined])
    await arrive(5)
    expect(await awaited()).toEqual([undefined, undefined])
    await expectSound()
  })

  test('is not placed when fewer are here than the shopper has seen', async () => {
    await allows(4)
    const first = await reviewing([[lamp, 1]])
    const second = await reviewing([[lamp, 1]])
    expect((await first.places()).refused).toBeUndefined()
    expect(await second.places()).toEqual({ refused: 'changed' })
  })

  test('30 shoppers for one lamp and nine that are to come make ten orders', async () => {
    await allows(9)
    await (await reviewing([[lamp, 1]])).places()
    const shoppers = await Promise.all(Array.from({ length: 30 }, () => reviewing([[lamp, 1]])))
    const outcomes = await Promise.all(shoppers.map(({ places }) => places()))
    expect(outcomes.filter(({ refused }) => !refused)).toHaveLength(9)
    expect(outcomes.filter(({ refused }) => refused === 'short')).toHaveLength(21)
    await expectSound()
  })
})
