import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { checkoutView } from '../../src/checkout/checkout-view.ts'
import { giveBasketBack } from '../../src/checkout/index.ts'
import { findBreaches } from '../../src/commands/verify/find-breaches.ts'
import { invariants } from '../../src/commands/verify/invariants.ts'
import { issueCredit } from '../../src/credit/index.ts'
import { expireOrder } from '../../src/orders/expire-order.ts'
import {
  cancelLines,
  cancelOrder,
  getOrderRecord,
  orderView,
  refundOrder,
  takeMoney,
} from '../../src/orders/index.ts'
import { recordPayment } from '../../src/orders/record-payment.ts'
import { getPayment } from '../../src/payments/index.ts'
import { row, rows, transaction } from '../../src/platform/database.ts'
import { savePromotion } from '../../src/pricing/index.ts'
import { done, stateOf, stockOf } from '../support/bought.ts'
import { inEnglish, reviewing } from '../support/reviewing.ts'
import { openShop, products } from '../support/shop.ts'

beforeEach(openShop)

const MUG = 2400
const DELIVERY = 390
const aMug: [typeof products.mug, number][] = [[products.mug, 1]]

async function card(amount: number, currency = 'EUR') {
  const issued = await issueCredit({ kind: 'gift_card', currency, amount, actor: 'staff:ines' })
  if (issued.refused) throw new Error(issued.refused)
  return issued
}

const balanceOf = async (accountId: number) =>
  (await row<{ balance: number }>('select balance from credit.accounts where id = $accountId', {
    accountId,
  }))!.balance

async function placedWith(cards: number[], lines = aMug, more: { codes?: string[] } = {}) {
  const shopper = await reviewing(lines, { cards, ...more })
  const placed = await shopper.places()
  if (placed.refused) throw new Error(placed.refused)
  return { ...placed, id: placed.orderId, owner: shopper.owner }
}

/** The provider says that what is to be paid was paid. */
async function pays(orderId: number, kind: 'succeeded' | 'authorised' = 'succeeded') {
  const { amount, currency } = await getPayment(orderId)
  const told = {
    eventId: randomUUID(),
    kind,
    session: randomUUID(),
    reference: randomUUID(),
  }
  return recordPayment({ ...told, orderId, amount, currency, body: {} }, 'provider')
}

async function lapse({ id, owner }: { id: number; owner: { visitorId: string } }) {
  await rows(`update orders.orders set held_until = now() - interval '1 second' where id = $id`, { id })
  await expireOrder(id)
  const order = await row<{ basketId: number }>(
    'select basket_id as "basketId" from orders.orders where id = $id',
    { id },
  )
  await giveBasketBack({ basketId: order!.basketId, visitorId: owner.visitorId })
}

async function allIsWell() {
  const checked = await transaction((tx) => findBreaches(invariants, tx))
  expect(checked.filter(({ broken }) => broken.length > 0)).toEqual([])
}

const refundsOf = (orderId: number) =>
  rows<{ amount: number; reference: string; state: string }>(
    `select amount, split_part(payment_reference, ':', 1) = 'credit' as "isCredit", state from payments.refunds
     where order_id = $orderId order by id`,
    { orderId },
  )

describe('a gift card', () => {
  test('pays a part of an order: the provider is asked for the rest, and the total stays the total', async () => {
    const { accountId } = await card(1000)
    const order = await placedWith([accountId])
    expect(await getPayment(order.id)).toMatchObject({
      amount: MUG + DELIVERY - 1000,
      method: 'card',
      state: 'pending',
    })
    expect(await balanceOf(accountId)).toBe(0)
    await pays(order.id)
    expect(await stateOf(order)).toBe('paid')
    const view = await orderView(order.id)
    expect([view.total.amount, view.due.amount, view.left.amount]).toEqual([2790, 1790, 2790])
    expect((await getOrderRecord(order.id)).credit).toBe(1000)
    await allIsWell()
  })

  test('pays all of it: nobody is asked for money, and the order is paid as it is placed', async () => {
    const { accountId } = await card(10_000)
    const order = await placedWith([accountId])
    expect(order.paymentMethod).toBe('none')
    expect(await stateOf(order)).toBe('paid')
    expect(await balanceOf(accountId)).toBe(10_000 - 2790)
    expect(await stockOf(products.mug)).toEqual({ onHand: 479, held: 0 })
    await allIsWell()
  })

  test('is not needed for what a voucher has paid already; the order is paid as it is placed', async () => {
    await transaction((tx) =>
      savePromotion(tx, { name: { en: 'All of it' }, code: 'ALL', kind: 'percentage', share: 1_000_000 }),
    )
    await transaction((tx) =>
      savePromotion(tx, { name: { en: 'And the way' }, code: 'WAY', kind: 'free_delivery' }),
    )
    const { accountId } = await card(500)
    const order = await placedWith([accountId], aMug, { codes: ['ALL', 'WAY'] })
    expect([order.paymentMethod, await stateOf(order), await balanceOf(accountId)]).toEqual([
      'none',
      'paid',
      500,
    ])
    await allIsWell()
  })

  test('in another currency, an empty one and one that has ended pay nothing, and say so', async () => {
    const [pounds, empty, ended] = [await card(1000, 'GBP'), await card(100), await card(1000)]
    await placedWith([empty.accountId])
    await rows('update credit.accounts set expires_at = now() where id = $id', { id: ended.accountId })
    const { owner } = await reviewing(aMug, {
      cards: [pounds, empty, ended].map(({ accountId }) => accountId),
    })
    const { basket } = (await checkoutView(owner, inEnglish))!
    expect(basket.cards.map(({ state, amount }) => [state, amount])).toEqual([
      ['other_currency', 0],
      ['empty', 0],
      ['ended', 0],
    ])
    expect(basket.due).toBe(2790)
  })

  test('is spent by one of six baskets at once, as far as it goes', async () => {
    const { accountId } = await card(1000)
    const shoppers = await Promise.all(
      Array.from({ length: 6 }, () => reviewing(aMug, { cards: [accountId] })),
    )
    const outcomes = await Promise.all(shoppers.map(({ places }) => places()))
    expect(outcomes.filter(({ refused }) => refused === undefined)).toHaveLength(1)
    expect(outcomes.filter(({ refused }) => refused === 'changed')).toHaveLength(5)
    expect(await balanceOf(accountId)).toBe(0)
    await allIsWell()
  })
})

describe('where a card is only charged when the goods leave', () => {
  test('what is given up before goes back to the gift card first, and the card is charged for the rest', async () => {
    const { accountId } = await card(1000)
    const order = await placedWith([accountId], [[products.mug, 3]])
    await pays(order.id, 'authorised')
    const cause = { key: 'k', reason: 'sorry', actor: 'staff' }
    await done(cancelLines(order.id, [{ position: 0, quantity: 1 }], cause))
    expect(await balanceOf(accountId)).toBe(1000)
    await takeMoney({ orderId: order.id })
    const wanted = await row('select wanted_amount from payments.payments where order_id = $id', order)
    expect(wanted).toEqual({ wanted_amount: 3 * MUG + DELIVERY - 1000 - (MUG - 1000) })
    await allIsWell()
  })

  test('an order that is cancelled gives the gift card back what it paid, and nothing is refunded', async () => {
    const { accountId } = await card(1000)
    const order = await placedWith([accountId])
    await pays(order.id, 'authorised')
    await done(cancelOrder(order.id, 'shopper'))
    expect(await balanceOf(accountId)).toBe(1000)
    expect(await refundsOf(order.id)).toEqual([{ amount: 1000, isCredit: true, state: 'succeeded' }])
  })
})

describe('what a gift card paid', () => {
  test('is on it again when the order lapses, and the card is in the basket again', async () => {
    const { accountId } = await card(1000)
    const order = await placedWith([accountId])
    await lapse(order)
    expect(await balanceOf(accountId)).toBe(1000)
    expect((await checkoutView(order.owner, inEnglish))!.basket.cards).toMatchObject([{ amount: 1000 }])
    await allIsWell()
  })

  test('is spent once more by money that comes late, while it is there', async () => {
    const { accountId } = await card(1000)
    const order = await placedWith([accountId])
    await lapse(order)
    await pays(order.id)
    expect([await stateOf(order), await balanceOf(accountId)]).toEqual(['paid', 0])
    await allIsWell()
  })

  test('and was spent elsewhere meanwhile sends late money back; goods and voucher are let go of', async () => {
    const { accountId } = await card(1000)
    const order = await placedWith([accountId], aMug, { codes: ['ONCE'] })
    await lapse(order)
    await placedWith([accountId])
    await pays(order.id)
    expect(await stateOf(order)).toBe('expired')
    expect(await rows('select reason from payments.refunds')).toEqual([{ reason: 'paid_too_late' }])
    expect((await stockOf(products.mug)).held).toBe(1)
    expect(await rows(`select state from ledger.voucher_uses`)).toEqual([{ state: 'released' }])
    await allIsWell()
  })

  test('goes back after the money, when the order is cancelled twice at once', async () => {
    const { accountId } = await card(1000)
    const order = await placedWith([accountId])
    await pays(order.id)
    await Promise.all([cancelOrder(order.id, 'shopper'), cancelOrder(order.id, 'staff')])
    expect(await refundsOf(order.id)).toEqual([
      { amount: 1790, isCredit: false, state: 'requested' },
      { amount: 1000, isCredit: true, state: 'succeeded' },
    ])
    expect(await balanceOf(accountId)).toBe(1000)
    expect((await orderView(order.id)).left.amount).toBe(0)
    await allIsWell()
  })

  test('is exact in however many steps it goes back', async () => {
    const step = fc.record({ quantity: fc.nat(2), delivery: fc.nat(200), amount: fc.nat(1500) })
    await fc.assert(
      fc.asyncProperty(fc.nat(7000), fc.array(step, { maxLength: 6 }), async (credit, steps) => {
        const cards = credit > 0 ? [(await card(credit)).accountId] : []
        const order = await placedWith(cards, [[products.mug, 3]])
        const { amount: due } = await getPayment(order.id)
        if (due > 0) await pays(order.id)
        for (const [index, { quantity, delivery, amount }] of steps.entries()) {
          const lines = quantity > 0 ? [{ position: 0, quantity }] : []
          const before = (await orderView(order.id)).left.amount
          const made = await refundOrder(
            order.id,
            { lines, delivery, amount },
            { key: `${index}`, reason: 'sorry', actor: 'staff' },
          )
          const after = (await orderView(order.id)).left.amount
          expect(after).toBeGreaterThanOrEqual(0)
          if (made.refused) expect(after).toBe(before)
          else expect(before - after).toBeGreaterThan(0)
        }
        await cancelOrder(order.id, 'staff')
        const back = await refundsOf(order.id)
        const of = (isCredit: boolean) =>
          back
            .filter((each) => (each as unknown as { isCredit: boolean }).isCredit === isCredit)
            .reduce((sum, { amount }) => sum + amount, 0)
        expect([of(false), of(true)]).toEqual([due, 7590 - due])
        for (const accountId of cards) expect(await balanceOf(accountId)).toBe(credit)
      }),
      { numRuns: 40 },
    )
    await allIsWell()
  })
})
