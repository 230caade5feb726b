import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  cancelOrder,
  noteFailedRefund,
  noteOrder,
  noteRefund,
  orderView,
  refundOrder,
  type SettledRefund,
  sendRefundAgain,
} from '../../src/orders/index.ts'
import { refundParts, wholeRest, worthOf } from '../../src/orders/refund-parts.ts'
import { connectStripe, markRefundTransferred, sendRefund } from '../../src/payments/index.ts'
import { row, rows } from '../../src/platform/database.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { bought, done, eventsOf, jobsOf, pays, placed, refundsOf, stateOf } from '../support/bought.ts'
import { runningSandbox } from '../support/running-shop.ts'
import { openShop } from '../support/shop.ts'

let provider: Sandbox
beforeAll(async () => {
  provider = await runningSandbox()
})
afterAll(() => provider.close())
beforeEach(openShop)

const because = (key: string) => ({ reason: 'sorry', key, actor: 'staff:ines' })
const mugs = (quantity: number) => ({ lines: [{ position: 0, quantity }] })

const onlyRefund = async () => (await row<{ id: number }>('select id from payments.refunds'))!.id

/** The job that follows what became of a refund. */
async function told(event: 'refund.succeeded' | 'refund.failed'): Promise<SettledRefund[]> {
  const jobs = await rows<{ payload: SettledRefund }>(
    `select payload from graphile_worker._private_jobs job
     join graphile_worker._private_tasks task on task.id = job.task_id
     where task.identifier = $event order by job.id`,
    { event },
  )
  return jobs.map(({ payload }) => payload)
}

describe('a refund by line', () => {
  test('adds up to what was paid for the line, in however many steps it goes back', () => {
    const line = fc.record({ paid: fc.nat(1_000_000_000), quantity: fc.integer({ min: 1, max: 99 }) })
    fc.assert(
      fc.property(line, fc.array(fc.integer({ min: 1, max: 20 })), ({ paid, quantity }, steps) => {
        let refunded = 0
        let sum = 0
        for (const step of [...steps, quantity]) {
          const pieces = Math.min(step, quantity - refunded)
          const worth = worthOf({ paid, quantity, refunded }, pieces)
          expect(worth).toBeGreaterThanOrEqual(0)
          refunded += pieces
          sum += worth
        }
        expect(sum).toBe(paid)
      }),
    )
  })

  test('never comes to more than is left, and the whole rest to exactly that', () => {
    const counted = fc
      .record({
        paid: fc.nat(1_000_000),
        quantity: fc.integer({ min: 1, max: 9 }),
        refunded: fc.nat(9),
      })
      .map((line) => ({ ...line, refunded: Math.min(line.refunded, line.quantity) }))
    const order = fc.record({
      lines: fc.array(counted, { minLength: 1, maxLength: 5 }),
      deliveryPaid: fc.nat(2_000),
      left: fc.nat(3_000_000),
    })
    fc.assert(
      fc.property(order, ({ lines, deliveryPaid, left }) => {
        const counts = lines.map((line, position) => ({ ...line, position, title: 'A thing' })) as never
        const room = { deliveryPaid, deliveryRefunded: 0, left }
        const rest = wholeRest(counts, room)
        expect(rest.total).toBe(left)
        const pieces = lines
          .map(({ quantity, refunded }, position) => ({ position, quantity: quantity - refunded }))
          .filter(({ quantity }) => quantity > 0)
        const wish = { lines: pieces, delivery: deliveryPaid }
        const parts = refundParts(wish, counts, room, { isUpTo: true })
        if (parts.refused) throw new Error(parts.refused)
        expect(parts.total).toBeLessThanOrEqual(left)
        for (const { lines, delivery, adjustment, total } of [rest, parts]) {
          expect(lines.reduce((sum, { amount }) => sum + amount, delivery + adjustment)).toBe(total)
        }
      }),
    )
  })

  test('is kept with its lines, and published to be sent', async () => {
    const order = await bought({ mug: 3 }, { delivery: 390 })
    const wish = { ...mugs(2), delivery: 100, amount: 50 }
    const { refundId } = await done(refundOrder(order.id, wish, because('k1')))
    expect(await refundsOf(order)).toEqual([{ amount: 4950, state: 'requested' }])
    expect(
      await rows('select position, quantity, amount from orders.refund_lines where refund_id = $refundId', {
        refundId,
      }),
    ).toEqual([{ position: 0, quantity: 2, amount: 4800 }])
    expect(await jobsOf('refund.requested')).toBe(1)
    expect(await stateOf(order)).toBe('paid')
  })

  test('counts the tax of an order whose prices are without it', async () => {
    const order = await bought({ mug: 3 })
    await rows('update orders.orders set tax_included = false where id = $id', { id: order.id })
    await rows('update orders.order_lines set tax = 100, total = total - 100 where order_id = $id', {
      id: order.id,
    })
    await done(refundOrder(order.id, mugs(3), because('k1')))
    expect(await refundsOf(order)).toEqual([{ amount: 7200, state: 'requested' }])
  })

  test.each([
    ['more pieces than were bought', mugs(4), 'refunded-already'],
    ['more of the delivery than was paid', { delivery: 391 }, 'delivery-refunded'],
    ['more than the whole payment', { amount: 7591 }, 'more-than-paid'],
    ['a line that is not there', { lines: [{ position: 3, quantity: 1 }] }, 'lines'],
    ['half a piece', mugs(0.5), 'lines'],
    ['less than nothing', { ...mugs(1), amount: -1 }, 'amount'],
    ['nothing', {}, 'nothing-to-refund'],
  ])('is refused for %s', async (_what, wish, refused) => {
    const order = await bought({ mug: 3 }, { delivery: 390 })
    expect(await refundOrder(order.id, wish, because('k1'))).toMatchObject({ refused })
    expect(await refundsOf(order)).toEqual([])
  })

  test('is refused while nothing is paid', async () => {
    const order = await placed({ mug: 1 })
    expect(await refundOrder(order.id, mugs(1), because('k1'))).toMatchObject({ refused: 'not-paid' })
  })
})

describe('refunds at the same time', () => {
  test('never exceed what was paid: of eight by line three are made, of eight of the rest one', async () => {
    const order = await bought({ mug: 3 }, { delivery: 390 })
    const keys = Array.from({ length: 8 }, (_none, index) => `k${index}`)
    const byLine = await Promise.all(keys.map((key) => refundOrder(order.id, mugs(1), because(key))))
    expect(byLine.filter(({ refused }) => !refused)).toHaveLength(3)
    const ofRest = await Promise.all(
      keys.map((key) => refundOrder(order.id, { amount: 390 }, because(`rest ${key}`))),
    )
    expect(ofRest.filter(({ refused }) => !refused)).toHaveLength(1)
    const sum = (await refundsOf(order)).reduce((total, { amount }) => total + amount, 0)
    expect(sum).toBe(order.total)
  })

  test('under one key are one refund', async () => {
    const order = await bought({ mug: 3 })
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => refundOrder(order.id, mugs(1), because('k'))),
    )
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1)
    expect(await refundsOf(order)).toEqual([{ amount: 2400, state: 'requested' }])
  })
})

describe('what became of a refund', () => {
  test('one by bank transfer waits until staff have sent it, and is then told once', async () => {
    const order = await bought({ mug: 3 }, { method: 'invoice' })
    const { refundId } = await done(refundOrder(order.id, mugs(1), because('k')))
    expect(await jobsOf('refund.requested')).toBe(0)
    await Promise.all([1, 2, 3].map(() => markRefundTransferred(refundId, 'staff:ines')))
    expect(await refundsOf(order)).toEqual([{ amount: 2400, state: 'succeeded' }])
    const events = await told('refund.succeeded')
    expect(events).toHaveLength(1)
    await Promise.all([1, 2, 3].map(() => noteRefund(events[0]!)))
    expect((await eventsOf(order)).filter((kind) => kind === 'refunded')).toHaveLength(1)
    expect((await orderView(order.id)).refunds).toMatchObject([{ amount: { amount: 2400 }, isDone: true }])
  })

  test('one that the provider has is not marked as transferred meanwhile', async () => {
    const order = await bought({ mug: 1 })
    const { refundId } = await done(refundOrder(order.id, mugs(1), because('k')))
    expect(await markRefundTransferred(refundId, 'staff:ines')).toEqual({ refused: 'with-provider' })
  })

  test('one for which the provider has no payment has failed: it is noted for staff only, and asked for again once', async () => {
    const order = await bought({ mug: 1 })
    const { refundId } = await done(refundOrder(order.id, mugs(1), because('k')))
    expect(await sendRefundAgain(refundId, 'staff:ines')).toMatchObject({ refused: 'refund-not-failed' })
    await sendRefund(connectStripe(), refundId)
    expect(await refundsOf(order)).toEqual([{ amount: 2400, state: 'failed' }])
    const [failed] = await told('refund.failed')
    await noteFailedRefund(failed!)
    await noteFailedRefund(failed!)
    expect((await eventsOf(order)).filter((kind) => kind === 'refund_failed')).toHaveLength(1)
    expect((await orderView(order.id)).timeline.map(({ kind }) => kind)).not.toContain('refund_failed')
    expect(await refundOrder(order.id, mugs(1), because('other'))).toMatchObject({
      refused: 'refunded-already',
    })
    const again = await Promise.all([1, 2, 3].map(() => sendRefundAgain(refundId, 'staff:ines')))
    expect(again.filter(({ refused }) => !refused)).toHaveLength(1)
    expect(await row('select state, attempt from payments.refunds')).toEqual({
      state: 'requested',
      attempt: 2,
    })
  })

  test('one of money that came too late counts while it has failed: nothing goes back twice', async () => {
    const order = await placed({ mug: 1 })
    await cancelOrder(order.id, 'shopper')
    await pays(order)
    await sendRefund(connectStripe(), await onlyRefund())
    expect(await refundsOf(order)).toEqual([{ amount: 2400, state: 'failed' }])
    expect(await refundOrder(order.id, { amount: 1 }, because('k'))).toMatchObject({
      refused: 'more-than-paid',
    })
    await done(sendRefundAgain(await onlyRefund(), 'staff:ines'))
  })

  test('one that somebody made at the provider is not asked for by us', async () => {
    const order = await bought({ mug: 1 })
    await rows(
      `insert into payments.refunds (order_id, amount, currency, reason, payment_reference, state)
       values ($id, 100, 'EUR', 'made_at_provider', $reference, 'failed')`,
      { id: order.id, reference: `pi_${order.id}` },
    )
    expect(await sendRefundAgain(await onlyRefund(), 'staff:ines')).toMatchObject({
      refused: 'refund-not-failed',
    })
    await done(refundOrder(order.id, mugs(1), because('k')))
  })

  test('one that failed may be transferred by hand instead', async () => {
    const order = await bought({ mug: 1 })
    const { refundId } = await done(refundOrder(order.id, mugs(1), because('k')))
    await sendRefund(connectStripe(), refundId)
    await markRefundTransferred(refundId, 'staff:ines')
    expect(await refundsOf(order)).toEqual([{ amount: 2400, state: 'succeeded' }])
  })
})

test('a note is for staff: it is kept, and no shopper reads it', async () => {
  const order = await bought({ mug: 1 })
  await done(noteOrder(order.id, ' rang twice ', 'staff:ines'))
  expect(await noteOrder(order.id, '  ', 'staff:ines')).toMatchObject({ refused: 'note' })
  const [note] = await rows(
    `select actor, details from orders.order_events where kind = 'note' and order_id = $id`,
    { id: order.id },
  )
  expect(note).toEqual({ actor: 'staff:ines', details: { text: 'rang twice' } })
  expect((await orderView(order.id)).timeline.map(({ kind }) => kind)).toEqual(['placed', 'paid'])
})
