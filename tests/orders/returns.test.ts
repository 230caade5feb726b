import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  approveReturn,
  createShipment,
  declineReturn,
  dispatchShipment,
  noteRefund,
  orderView,
  receiveReturn,
  refundOrder,
  requestReturn,
} from '../../src/orders/index.ts'
import { returnableView } from '../../src/orders/returnable-view.ts'
import { row, rows } from '../../src/platform/database.ts'
import { bought, done, eventsOf, jobsOf, refundsOf, stateOf, stockOf } from '../support/bought.ts'
import { openShop, type ProductName, products } from '../support/shop.ts'

beforeEach(openShop)

const ines = 'staff:ines'
const MUGS = 0

/** An order of which everything has left the house. */
async function sent(goods: Partial<Record<ProductName, number>>) {
  const order = await bought(goods)
  const lines = Object.values(goods).map((quantity, position) => ({ position, quantity }))
  const parcel = { lines, carrier: 'dhl', key: randomUUID() }
  const { shipmentId } = await done(createShipment(order.id, parcel, ines))
  await done(dispatchShipment(shipmentId, ines))
  return order
}

const asking = (quantity: number, key: string = randomUUID()) => ({
  lines: [{ position: MUGS, quantity }],
  reason: 'changed-mind' as const,
  comment: '',
  key,
})

async function asked(order: { id: number }, quantity: number): Promise<number> {
  return (await done(requestReturn(order.id, asking(quantity), 'shopper'))).returnId
}

const arrival = (arrived: number, isSellable = true) => ({
  lines: [{ position: MUGS, arrived, isSellable }],
})

const stateOfReturn = async (id: number) =>
  (await row<{ state: string }>('select state from orders.returns where id = $id', { id }))!.state

/** The provider has given the money of an order's refund back. */
async function moneyGoesBack(order: { id: number }) {
  const refund = await row<{ refundId: number }>(
    'select id as "refundId" from payments.refunds where order_id = $id order by id desc limit 1',
    order,
  )
  await noteRefund({ ...refund!, orderId: order.id, reason: 'return' })
}

describe('a return', () => {
  test('goes from asked for over approved and received to refunded, with stock, money and a word each time', async () => {
    const order = await sent({ mug: 3 })
    const returnId = await asked(order, 2)
    await done(approveReturn(returnId, ines))
    await done(receiveReturn(returnId, arrival(2), ines))
    expect(await stateOfReturn(returnId)).toBe('received')
    expect(await stockOf(products.mug)).toEqual({ onHand: 479, held: 0 })
    expect(await refundsOf(order)).toEqual([{ amount: 4800, state: 'requested' }])
    await moneyGoesBack(order)
    expect(await stateOfReturn(returnId)).toBe('refunded')
    for (const news of ['requested', 'approved', 'received']) expect(await jobsOf(`return.${news}`)).toBe(1)
    expect((await eventsOf(order)).slice(4)).toEqual([
      'return_requested',
      'return_approved',
      'return_received',
      'refund_requested',
      'refunded',
      'return_refunded',
    ])
    expect(await stateOf(order)).toBe('shipped')
  })

  test('asked for eight times with the same form is one; approved and received eight times, too', async () => {
    const order = await sent({ mug: 3 })
    const form = asking(2)
    const eight = <T>(change: () => Promise<T>) => Promise.all(Array.from({ length: 8 }, change))
    const outcomes = await eight(() => requestReturn(order.id, form, 'shopper'))
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1)
    const { returnId } = await done(Promise.resolve(outcomes[0]!))
    await eight(() => approveReturn(returnId, ines))
    await eight(() => receiveReturn(returnId, arrival(2), ines))
    expect(await refundsOf(order)).toEqual([{ amount: 4800, state: 'requested' }])
    expect(await stockOf(products.mug)).toEqual({ onHand: 479, held: 0 })
    expect([await jobsOf('return.requested'), await jobsOf('return.approved')]).toEqual([1, 1])
  })

  test('several at once never hold more than was sent', async () => {
    const order = await sent({ mug: 3 })
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => requestReturn(order.id, asking(1), 'shopper')),
    )
    expect(outcomes.filter(({ refused }) => !refused)).toHaveLength(3)
    expect(outcomes.find(({ refused }) => refused)).toMatchObject({
      refused: 'not-returnable',
      values: { title: 'Oat mug', left: 0 },
    })
  })

  test('refunds what came, and sells only what can be sold; what did not come can be asked for again', async () => {
    const order = await sent({ mug: 3 })
    const returnId = await asked(order, 3)
    await approveReturn(returnId, ines)
    await done(receiveReturn(returnId, arrival(2, false), ines))
    expect(await stockOf(products.mug)).toEqual({ onHand: 477, held: 0 })
    expect(await refundsOf(order)).toEqual([{ amount: 4800, state: 'requested' }])
    expect(await requestReturn(order.id, asking(2), 'shopper')).toMatchObject({ refused: 'not-returnable' })
    await asked(order, 1)
  })

  test('keeps to its table', async () => {
    const order = await sent({ mug: 3 })
    const returnId = await asked(order, 1)
    expect(await receiveReturn(returnId, arrival(1), ines)).toMatchObject({ refused: 'return-requested' })
    await approveReturn(returnId, ines)
    expect(await receiveReturn(returnId, arrival(2), ines)).toMatchObject({ refused: 'not-announced' })
    expect(await receiveReturn(returnId, arrival(0), ines)).toMatchObject({ refused: 'nothing-arrived' })
    await receiveReturn(returnId, arrival(1), ines)
    expect(await declineReturn(returnId, 'No.', ines)).toMatchObject({ refused: 'return-received' })
    expect(await approveReturn(returnId, ines)).toMatchObject({ refused: 'return-received' })
  })

  test('that is declined tells the shopper why, and its pieces may be asked for again', async () => {
    const order = await sent({ mug: 1 })
    const returnId = await asked(order, 1)
    expect(await declineReturn(returnId, ' ', ines)).toMatchObject({ refused: 'no-reason' })
    await done(declineReturn(returnId, 'It has been used.', ines))
    expect((await orderView(order.id)).returns).toMatchObject([
      { state: 'declined', declinedBecause: 'It has been used.' },
    ])
    await asked(order, 1)
  })

  test('of pieces that were refunded before gives no money twice', async () => {
    const order = await sent({ mug: 2 })
    const returnId = await asked(order, 2)
    await approveReturn(returnId, ines)
    const cause = { reason: 'sorry', key: 'k', actor: ines }
    await done(refundOrder(order.id, { lines: [{ position: MUGS, quantity: 2 }] }, cause))
    await done(receiveReturn(returnId, arrival(2), ines))
    expect(await refundsOf(order)).toEqual([{ amount: 4800, state: 'requested' }])
    expect(await stateOfReturn(returnId)).toBe('refunded')
  })

  test('after a goodwill refund gives back what is left of the payment, and no more', async () => {
    const order = await sent({ mug: 2 })
    await done(refundOrder(order.id, { amount: 500 }, { reason: 'sorry', key: 'k', actor: ines }))
    const returnId = await asked(order, 2)
    await approveReturn(returnId, ines)
    await done(receiveReturn(returnId, arrival(2), ines))
    expect((await refundsOf(order)).map(({ amount }) => amount)).toEqual([500, 4300])
  })
})

describe('what cannot go back is named', () => {
  const whyOf = async (order: { id: number }) =>
    (await returnableView(order.id)).map(({ left, why }) => [left, why])

  test('what was not sent, and what went back already', async () => {
    const order = await bought({ mug: 1, bowl: 1 })
    const parcel = { lines: [{ position: 0, quantity: 1 }], carrier: 'dhl', key: randomUUID() }
    const { shipmentId } = await done(createShipment(order.id, parcel, ines))
    expect(await whyOf(order)).toEqual([
      [0, 'not-sent'],
      [0, 'not-sent'],
    ])
    await dispatchShipment(shipmentId, ines)
    expect(await whyOf(order)).toEqual([
      [1, ''],
      [0, 'not-sent'],
    ])
    await asked(order, 1)
    expect(await whyOf(order)).toEqual([
      [0, 'returned'],
      [0, 'not-sent'],
    ])
  })

  test('what left the house more than 30 days ago, and what was refunded', async () => {
    const old = await sent({ mug: 1 })
    await rows(
      `update orders.shipments set shipped_at = now() - interval '30 days 1 minute' where order_id = $id`,
      { id: old.id },
    )
    expect(await whyOf(old)).toEqual([[0, 'too-late']])
    expect(await requestReturn(old.id, asking(1), 'shopper')).toMatchObject({ refused: 'not-returnable' })
    const order = await sent({ mug: 1 })
    const wish = { lines: [{ position: MUGS, quantity: 1 }] }
    await done(refundOrder(order.id, wish, { reason: 'sorry', key: 'k', actor: ines }))
    expect(await whyOf(order)).toEqual([[0, 'refunded']])
  })
})
