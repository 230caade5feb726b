import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { expireOrder } from '../../src/orders/expire-order.ts'
import { recordPayment } from '../../src/orders/record-payment.ts'
import { getPayment } from '../../src/payments/index.ts'
import { rows, transaction } from '../../src/platform/database.ts'
import { type PromotionDraft, savePromotion } from '../../src/pricing/index.ts'
import { reviewing } from '../support/reviewing.ts'
import { openShop, products } from '../support/shop.ts'

beforeEach(openShop)

const name = { en: 'Less' }
const save = (draft: Partial<PromotionDraft>) =>
  transaction((tx) => savePromotion(tx, { name, kind: 'percentage', share: 100_000, ...draft }))
const uses = () =>
  rows<{ code: string; state: string }>('select code, state from ledger.voucher_uses order by order_number')

const aMug: [typeof products.mug, number][] = [[products.mug, 1]]
const placedWith = async (code: string, manner: object = {}) => {
  const placed = await (await reviewing(aMug, { codes: [code], ...manner })).places()
  if (placed.refused) throw new Error(placed.refused)
  return placed
}
const paid = async (orderId: number) => {
  const { amount, currency } = await getPayment(orderId)
  const facts = {
    eventId: randomUUID(),
    kind: 'succeeded' as const,
    session: randomUUID(),
    reference: randomUUID(),
  }
  await recordPayment({ ...facts, orderId, amount, currency, body: {} }, 'provider')
}
const lapse = async (orderId: number) => {
  await rows(`update orders.orders set held_until = now() - interval '1 second' where id = $orderId`, {
    orderId,
  })
  await expireOrder(orderId)
}

describe('a voucher', () => {
  test('is held when the order is placed, used when it is paid', async () => {
    const { orderId } = await placedWith('WELCOME10')
    expect(await uses()).toEqual([{ code: 'WELCOME10', state: 'held' }])
    await paid(orderId)
    expect(await uses()).toEqual([{ code: 'WELCOME10', state: 'used' }])
    expect(await rows('select discount, total from orders.orders')).toEqual([
      { discount: 240, total: 2400 - 240 + 390 },
    ])
  })

  test('is let go of when the order lapses, and the next may use it', async () => {
    const { orderId } = await placedWith('ONCE')
    const other = await reviewing(aMug, { codes: ['ONCE'], email: 'ben@example.com' })
    expect(other.basket.vouchers).toMatchObject([{ state: 'used', amount: 0 }])
    await lapse(orderId)
    expect(await uses()).toEqual([{ code: 'ONCE', state: 'released' }])
    await placedWith('ONCE', { email: 'ben@example.com' })
    expect((await uses()).map(({ state }) => state)).toEqual(['released', 'held'])
  })

  test('that was used meanwhile is not used again by a payment that comes too late', async () => {
    const late = await placedWith('ONCE')
    await lapse(late.orderId)
    await placedWith('ONCE', { email: 'ben@example.com' })
    await paid(late.orderId)
    expect((await uses()).map(({ state }) => state)).toEqual(['released', 'held'])
    expect(await rows('select reason from payments.refunds')).toEqual([{ reason: 'paid_too_late' }])
  })

  test.each([1, 3])('for %i orders in all is used by as many of twenty who order at once', async (limit) => {
    await save({ code: 'FEW', limitInAll: limit })
    const shoppers = await Promise.all(
      Array.from({ length: 20 }, (_none, index) =>
        reviewing(aMug, { codes: ['FEW'], email: `${index}@example.com` }),
      ),
    )
    const outcomes = await Promise.all(shoppers.map(({ places }) => places()))
    expect(outcomes.filter(({ refused }) => refused === undefined)).toHaveLength(limit)
    expect(outcomes.filter(({ refused }) => refused === 'changed')).toHaveLength(20 - limit)
    expect(await uses()).toHaveLength(limit)
    expect(await rows('select from orders.orders')).toHaveLength(limit)
  })

  test('for one order a person is used once by somebody in six browsers', async () => {
    await save({ code: 'YOURS', limitEach: 1 })
    const browsers = await Promise.all(
      Array.from({ length: 6 }, () => reviewing(aMug, { codes: ['YOURS'], email: 'Asha@Example.com' })),
    )
    const outcomes = await Promise.all(browsers.map(({ places }) => places()))
    expect(outcomes.filter(({ refused }) => refused === undefined)).toHaveLength(1)
    expect(await uses()).toHaveLength(1)
  })

  test('for a first order does nothing for who has ordered before, by visit or by e-mail', async () => {
    await save({ code: 'FIRST', isForFirstOrder: true })
    const owner = { visitorId: randomUUID() }
    const { orderId } = await placedWith('FIRST', { owner })
    await paid(orderId)
    const again = await reviewing(aMug, { codes: ['FIRST'], email: 'ASHA@example.com' })
    const elsewhere = await reviewing(aMug, { codes: ['FIRST'], owner, email: 'other@example.com' })
    for (const { basket } of [again, elsewhere]) {
      expect(basket.quote.discount).toBe(0)
      expect(basket.vouchers).toMatchObject([{ code: 'FIRST', state: 'used_by_you', amount: 0 }])
    }
  })

  test('that has ended, has not begun or is unknown says so and takes nothing off', async () => {
    await save({ code: 'SOON', startsAt: new Date(Date.now() + 86_400_000) })
    const { basket } = await reviewing(aMug, { codes: ['ENDED', 'SOON', 'NEVER'] })
    expect(basket.vouchers.map(({ code, state }) => [code, state])).toEqual([
      ['ENDED', 'ended'],
      ['SOON', 'early'],
      ['NEVER', 'unknown'],
    ])
    expect(basket.quote.discounts).toEqual([])
  })

  test('that ends between the review and the order changes what is ordered: nothing is', async () => {
    const { places } = await reviewing(aMug, { codes: ['WELCOME10'] })
    await rows(`update pricing.promotions set stopped_at = now() where code = 'WELCOME10'`)
    expect(await places()).toEqual({ refused: 'changed' })
    expect(await uses()).toEqual([])
  })
})
