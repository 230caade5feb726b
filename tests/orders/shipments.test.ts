import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { setStock } from '../../src/inventory/index.ts'
import {
  cancelLines,
  createShipment,
  deliverShipment,
  discardShipment,
  dispatchShipment,
  loseShipment,
  orderView,
} from '../../src/orders/index.ts'
import { rows, transaction } from '../../src/platform/database.ts'
import { bought, done, eventsOf, jobsOf, placed, refundsOf, stateOf, stockOf } from '../support/bought.ts'
import { openShop, products, variantId } from '../support/shop.ts'

beforeEach(openShop)

const ines = 'staff:ines'
const MUGS = 0
const BOWLS = 1

const packing = (pieces: [position: number, quantity: number][], more: object = {}) => ({
  lines: pieces.map(([position, quantity]) => ({ position, quantity })),
  carrier: 'dhl',
  trackingNumber: '00340434161094000001',
  key: randomUUID(),
  ...more,
})

async function packed(order: { id: number }, ...pieces: [position: number, quantity: number][]) {
  return (await done(createShipment(order.id, packing(pieces), ines))).shipmentId
}

async function sent(order: { id: number }, ...pieces: [position: number, quantity: number][]) {
  const shipmentId = await packed(order, ...pieces)
  await done(dispatchShipment(shipmentId, ines))
  return shipmentId
}

describe('parcels of an order', () => {
  test('take it from paid to partly shipped, shipped and delivered, each step with its event', async () => {
    const order = await bought({ mug: 2, bowl: 1 })
    const first = await sent(order, [MUGS, 1])
    expect(await stateOf(order)).toBe('partly_shipped')
    const second = await sent(order, [MUGS, 1], [BOWLS, 1])
    expect(await stateOf(order)).toBe('shipped')
    await deliverShipment(first, 'carrier')
    expect(await stateOf(order)).toBe('shipped')
    await deliverShipment(second, 'carrier')
    expect(await stateOf(order)).toBe('delivered')
    expect(await jobsOf('shipment.dispatched')).toBe(2)
    expect([await jobsOf('order.shipped'), await jobsOf('order.delivered')]).toEqual([1, 1])
    expect((await eventsOf(order)).slice(2)).toEqual([
      'shipment_prepared',
      'shipment_dispatched',
      'shipment_prepared',
      'shipment_dispatched',
      'shipment_delivered',
      'shipment_delivered',
    ])
  })

  test('hold no more than was ordered: also when they are packed at the same time', async () => {
    const order = await bought({ mug: 3 })
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => createShipment(order.id, packing([[MUGS, 1]]), ines)),
    )
    expect(outcomes.filter(({ refused }) => !refused)).toHaveLength(3)
    expect(outcomes.find(({ refused }) => refused)).toMatchObject({
      refused: 'too-many',
      values: { title: 'Oat mug', left: 0 },
    })
  })

  test('the same form sent eight times packs one', async () => {
    const order = await bought({ mug: 3 })
    const form = packing([[MUGS, 1]])
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => createShipment(order.id, form, ines)))
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1)
    expect(await rows('select 1 from orders.shipments')).toHaveLength(1)
  })

  test('move along their table only, and say the same step twice without harm', async () => {
    const order = await bought({ mug: 2 })
    const shipmentId = await packed(order, [MUGS, 1])
    expect(await deliverShipment(shipmentId, ines)).toMatchObject({ refused: 'shipment-preparing' })
    await dispatchShipment(shipmentId, ines)
    expect(await dispatchShipment(shipmentId, ines)).toEqual({ shipmentId })
    expect(await discardShipment(shipmentId, ines)).toMatchObject({ refused: 'shipment-shipped' })
    await deliverShipment(shipmentId, ines)
    expect(await deliverShipment(shipmentId, ines)).toEqual({ shipmentId })
    expect(await loseShipment(shipmentId, ines)).toMatchObject({ refused: 'shipment-delivered' })
    expect(await jobsOf('shipment.dispatched')).toBe(1)
    expect(await stateOf(order)).toBe('partly_shipped')
  })

  test('one that was packed wrongly is unpacked, and its pieces can be packed again', async () => {
    const order = await bought({ mug: 1 })
    await discardShipment(await packed(order, [MUGS, 1]), ines)
    await sent(order, [MUGS, 1])
    expect(await stateOf(order)).toBe('shipped')
  })

  test('are not packed for an order that is not paid, for nothing, or for lines that are not there', async () => {
    const unpaid = await placed({ mug: 1 })
    expect(await createShipment(unpaid.id, packing([[MUGS, 1]]), ines)).toMatchObject({
      refused: 'order-awaiting_payment',
    })
    const order = await bought({ mug: 1 })
    for (const pieces of [[], [[7, 1]], [[MUGS, 0]], [[MUGS, -1]], [[MUGS, 0.5]]] as [number, number][][]) {
      expect(await createShipment(order.id, packing(pieces), ines)).toMatchObject({ refused: 'lines' })
    }
  })

  test.each([
    ['an unknown carrier', { carrier: 'pigeon' }],
    ['a number that is no number', { trackingNumber: '"><script>' }],
    ['a link that is not https', { carrier: 'other', trackingAddress: 'http://parcels.example/1' }],
    ['a link that runs', { carrier: 'other', trackingAddress: 'javascript:alert(1)' }],
    ['a link of its own with a carrier of ours', { trackingAddress: 'https://elsewhere.example/1' }],
  ])('are not given to %s', async (_what, consignment) => {
    const order = await bought({ mug: 1 })
    expect(await createShipment(order.id, packing([[MUGS, 1]], consignment), ines)).toMatchObject({
      refused: 'carrier',
    })
  })

  test('can be followed: at the carrier, or where staff say', async () => {
    const order = await bought({ mug: 2 })
    await createShipment(
      order.id,
      packing([[MUGS, 1]], { carrier: 'ups', trackingNumber: '1Z 999 AA1' }),
      ines,
    )
    const link = { carrier: 'other', trackingNumber: '', trackingAddress: 'https://bikes.example/t/7' }
    await createShipment(order.id, packing([[MUGS, 1]], link), ines)
    const { parcels } = await orderView(order.id)
    expect(parcels.map(({ carrier, trackingLink }) => [carrier, trackingLink])).toEqual([
      ['UPS', 'https://www.ups.com/track?tracknum=1Z%20999%20AA1'],
      ['', 'https://bikes.example/t/7'],
    ])
    expect(parcels[0]!.lines).toEqual([{ title: 'Oat mug', optionText: '', quantity: 1 }])
  })
})

describe('a parcel that is lost', () => {
  test('is sent again from the shelf, and the order arrives after all', async () => {
    const order = await bought({ mug: 2 })
    await loseShipment(await sent(order, [MUGS, 2]), 'carrier')
    expect(await stateOf(order)).toBe('shipped')
    expect(await stockOf(products.mug)).toEqual({ onHand: 478, held: 0 })
    await deliverShipment(await sent(order, [MUGS, 2]), 'carrier')
    expect(await stockOf(products.mug)).toEqual({ onHand: 476, held: 0 })
    expect(await stateOf(order)).toBe('delivered')
  })

  test('takes nothing from the shelf for pieces that still lie in the house', async () => {
    const order = await bought({ mug: 3 })
    await loseShipment(await sent(order, [MUGS, 1]), 'carrier')
    await packed(order, [MUGS, 2])
    expect(await stockOf(products.mug)).toEqual({ onHand: 477, held: 0 })
    await packed(order, [MUGS, 1])
    expect(await stockOf(products.mug)).toEqual({ onHand: 476, held: 0 })
  })

  test('leaves its replacement on the shelf when that is unpacked again', async () => {
    const order = await bought({ mug: 2 })
    await loseShipment(await sent(order, [MUGS, 2]), 'carrier')
    const replacement = await packed(order, [MUGS, 2])
    expect(await stockOf(products.mug)).toEqual({ onHand: 476, held: 0 })
    await done(discardShipment(replacement, ines))
    expect(await stockOf(products.mug)).toEqual({ onHand: 478, held: 0 })
  })

  test('cannot be sent again when there is none left; then it is given back', async () => {
    const order = await bought({ lastLamp: 1, mug: 1 })
    await loseShipment(await sent(order, [0, 1]), 'carrier')
    expect(await createShipment(order.id, packing([[0, 1]]), ines)).toMatchObject({
      refused: 'no-replacement',
      values: { title: 'Last lamp' },
    })
    const cause = { reason: 'lost', key: 'k', actor: ines }
    await done(cancelLines(order.id, [{ position: 0, quantity: 1 }], cause))
    expect(await stockOf(products.lastLamp)).toEqual({ onHand: 0, held: 0 })
    expect(await refundsOf(order)).toEqual([{ amount: 14900, state: 'requested' }])
    await deliverShipment(await sent(order, [1, 1]), 'carrier')
    expect(await stateOf(order)).toBe('delivered')
  })
})

describe('pieces that are given up before they are sent', () => {
  const mugs = (quantity: number) => [{ position: MUGS, quantity }]
  const because = (key: string) => ({ reason: 'broken', key, actor: ines })

  test('are refunded, on sale again, and never sent; the rest completes the order', async () => {
    const order = await bought({ mug: 3 })
    await sent(order, [MUGS, 1])
    await done(cancelLines(order.id, mugs(2), because('k1')))
    expect(await stateOf(order)).toBe('shipped')
    expect(await refundsOf(order)).toEqual([{ amount: 4800, state: 'requested' }])
    expect(await stockOf(products.mug)).toEqual({ onHand: 479, held: 0 })
    expect(await createShipment(order.id, packing([[MUGS, 1]]), ines)).toMatchObject({ refused: 'too-many' })
  })

  test('count once under their key, and cannot be what is packed, nor all of an order', async () => {
    const order = await bought({ mug: 3 })
    await packed(order, [MUGS, 1])
    expect(await cancelLines(order.id, mugs(3), because('k1'))).toMatchObject({ refused: 'too-many' })
    await Promise.all(Array.from({ length: 8 }, () => cancelLines(order.id, mugs(1), because('k2'))))
    expect(await refundsOf(order)).toEqual([{ amount: 2400, state: 'requested' }])
    const whole = await bought({ mug: 3 })
    expect(await cancelLines(whole.id, mugs(3), because('k3'))).toMatchObject({ refused: 'whole-order' })
  })

  test('of goods that were held for somebody else meanwhile stay exact', async () => {
    const order = await bought({ bowl: 2 })
    await transaction((tx) =>
      setStock(tx, { variantId: variantId(products.bowl), onHand: 0, reason: 'count', actor: ines }),
    )
    await done(cancelLines(order.id, mugs(1), because('k')))
    expect(await stockOf(products.bowl)).toEqual({ onHand: 1, held: 0 })
  })
})
