import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { cancelOrder, createShipment, dispatchShipment, refundOrder } from '../../src/orders/index.ts'
import { rows } from '../../src/platform/database.ts'
import {
  bought,
  done,
  eventsOf,
  jobsOf,
  pays,
  placed,
  refundsOf,
  stateOf,
  stockOf,
} from '../support/bought.ts'
import { openShop, products } from '../support/shop.ts'

beforeEach(openShop)

const parcelOf = (order: { id: number }, quantity = 1) =>
  done(
    createShipment(
      order.id,
      { lines: [{ position: 0, quantity }], carrier: 'dhl', trackingNumber: '00340434', key: randomUUID() },
      'staff:ines',
    ),
  )

describe('an order that is not paid yet', () => {
  test('is cancelled: its goods are on sale again, and nobody is owed anything', async () => {
    const order = await placed({ lastLamp: 1 })
    expect(await cancelOrder(order.id, 'shopper')).toEqual({ number: order.number })
    expect(await stateOf(order)).toBe('cancelled')
    expect(await stockOf(products.lastLamp)).toEqual({ onHand: 1, held: 0 })
    expect(await refundsOf(order)).toEqual([])
    expect(await jobsOf('order.cancelled')).toBe(1)
  })

  test('and paid all the same gives the money back, once, and sells nothing', async () => {
    const order = await placed({ lastLamp: 1 })
    await cancelOrder(order.id, 'shopper')
    await Promise.all([pays(order, 'evt_1'), pays(order, 'evt_1'), pays(order, 'evt_2')])
    expect(await stateOf(order)).toBe('cancelled')
    expect(await refundsOf(order)).toEqual([{ amount: 14900, state: 'requested' }])
    expect(await stockOf(products.lastLamp)).toEqual({ onHand: 1, held: 0 })
  })
})

describe('an order that is paid', () => {
  test('is cancelled: goods and money go back whole, with a movement and one refund', async () => {
    const order = await bought({ mug: 2, bowl: 1 }, { delivery: 390 })
    await cancelOrder(order.id, 'shopper')
    expect(await stateOf(order)).toBe('cancelled')
    expect(await stockOf(products.mug)).toEqual({ onHand: 480, held: 0 })
    expect(await stockOf(products.bowl)).toEqual({ onHand: 20, held: 0 })
    expect(await refundsOf(order)).toEqual([{ amount: order.total, state: 'requested' }])
    expect(await rows(`select 1 from ledger.stock_movements where reason = 'cancellation'`)).toHaveLength(2)
    expect(await eventsOf(order)).toEqual(['placed', 'paid', 'cancelled', 'refund_requested'])
  })

  test('cancelled eight times at once is cancelled once', async () => {
    const order = await bought({ mug: 2 })
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => cancelOrder(order.id, 'shopper')))
    expect(outcomes).toEqual(Array.from({ length: 8 }, () => ({ number: order.number })))
    expect(await refundsOf(order)).toHaveLength(1)
    expect(await stockOf(products.mug)).toEqual({ onHand: 480, held: 0 })
    expect(await jobsOf('order.cancelled')).toBe(1)
  })

  test('gives back what is left when a part went back before', async () => {
    const order = await bought({ mug: 2 }, { delivery: 390 })
    const cause = { reason: 'sorry', key: 'k1', actor: 'staff:ines' }
    await done(refundOrder(order.id, { amount: 1000 }, cause))
    await cancelOrder(order.id, 'shopper')
    const amounts = (await refundsOf(order)).map(({ amount }) => amount)
    expect(amounts).toEqual([1000, order.total - 1000])
  })

  test('is cancelled although a parcel is packed; that parcel cannot leave any more', async () => {
    const order = await bought({ mug: 2 })
    const { shipmentId } = await parcelOf(order)
    await cancelOrder(order.id, 'shopper')
    expect(await dispatchShipment(shipmentId, 'staff:ines')).toMatchObject({ refused: 'shipment-unknown' })
    expect(await stockOf(products.mug)).toEqual({ onHand: 480, held: 0 })
  })

  test('cannot be cancelled once something has left the house', async () => {
    const order = await bought({ mug: 2 })
    await dispatchShipment((await parcelOf(order)).shipmentId, 'staff:ines')
    expect(await cancelOrder(order.id, 'shopper')).toMatchObject({
      refused: 'order-partly_shipped',
      sentence: 'orders.refused.order-partly_shipped',
    })
    expect(await refundsOf(order)).toEqual([])
  })
})

describe('a race', () => {
  test.each([1, 2, 3, 4, 5])('of cancelling against paying ends whole: round %i', async () => {
    const order = await placed({ lastLamp: 1 })
    await Promise.all([cancelOrder(order.id, 'shopper'), pays(order)])
    expect(await stateOf(order)).toBe('cancelled')
    expect(await refundsOf(order)).toEqual([{ amount: 14900, state: 'requested' }])
    expect(await stockOf(products.lastLamp)).toEqual({ onHand: 1, held: 0 })
  })

  test.each([1, 2, 3, 4, 5])(
    'of cancelling against dispatching has exactly one winner: round %i',
    async () => {
      const order = await bought({ mug: 1 })
      const { shipmentId } = await parcelOf(order)
      const [cancelled, dispatched] = await Promise.all([
        cancelOrder(order.id, 'shopper'),
        dispatchShipment(shipmentId, 'staff:ines'),
      ])
      expect([cancelled, dispatched].filter(({ refused }) => refused)).toHaveLength(1)
      const isCancelled = !cancelled.refused
      expect(await stateOf(order)).toBe(isCancelled ? 'cancelled' : 'shipped')
      expect(await refundsOf(order)).toHaveLength(isCancelled ? 1 : 0)
      expect(await stockOf(products.mug)).toEqual({ onHand: isCancelled ? 480 : 479, held: 0 })
    },
  )
})
