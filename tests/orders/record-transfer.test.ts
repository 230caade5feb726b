import { beforeEach, describe, expect, test } from 'vitest'
import { findBreaches } from '../../src/commands/verify/find-breaches.ts'
import { invariants } from '../../src/commands/verify/invariants.ts'
import { expireOrder } from '../../src/orders/expire-order.ts'
import { namedOrder } from '../../src/orders/named-order.ts'
import { recordPayment } from '../../src/orders/record-payment.ts'
import { recordTransfer } from '../../src/orders/record-transfer.ts'
import { getPayment } from '../../src/payments/index.ts'
import { row, rows, transaction } from '../../src/platform/database.ts'
import { paidFacts, placedOrder } from '../support/orders.ts'
import { openShop, products } from '../support/shop.ts'

beforeEach(openShop)

const transferFor = (order: { id: number; total: number } | undefined, changed = {}) => ({
  orderId: order?.id,
  amount: order?.total ?? 2400,
  currency: 'EUR',
  reference: 'bank-1',
  purpose: 'Thank you',
  sender: 'Asha Rao',
  actor: 'ben@example.com',
  ...changed,
})

const invoiceOrder = (product = products.mug, holdSeconds = 60) =>
  placedOrder(product, holdSeconds, 'invoice')

const stateOf = async (order: { id: number }) =>
  (await row<{ state: string }>('select state from orders.orders where id = $id', { id: order.id }))!.state

const quarantine = () => rows('select subject, reason, amount from payments.quarantine')

const broken = async () => {
  const checked = await transaction((tx) => findBreaches(invariants, tx))
  return checked.filter((each) => each.broken.length > 0)
}

describe('a bank transfer', () => {
  test('of exactly what an order waits for pays it, once however often it is recorded, also at once', async () => {
    const order = await invoiceOrder()
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => recordTransfer(transferFor(order))))
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual([...Array(4).fill('known'), 'recorded'])
    expect(await stateOf(order)).toBe('paid')
    expect(await getPayment(order.id)).toMatchObject({
      state: 'captured',
      captured: 2400,
      reference: 'transfer:bank-1',
    })
    expect(await rows(`select actor from orders.order_events where kind = 'paid'`)).toEqual([
      { actor: 'ben@example.com' },
    ])
    expect(await broken()).toEqual([])
  })

  test.each([
    ['less', 'underpaid', { amount: 2399 }],
    ['more', 'overpaid', { amount: 2401 }],
    ['another currency', 'other_currency', { currency: 'USD' }],
    ['no order that is known', 'unknown_order', { orderId: undefined }],
    ['an order that never was', 'unknown_order', { orderId: 999_999 }],
  ])('of %s is kept for staff, and the order goes on waiting', async (_what, reason, changed) => {
    const order = await invoiceOrder()
    const outcome = await recordTransfer(transferFor(order, changed))
    expect(outcome).toEqual({ outcome: 'quarantined', reason })
    expect(await quarantine()).toMatchObject([{ subject: 'bank-1', reason }])
    expect(await stateOf(order)).toBe('awaiting_payment')
    expect(await rows('select 1 from payments.refunds')).toEqual([])
    expect(await broken()).toEqual([])
  })

  test('for an order that is paid already, or is to be paid by card, is kept for staff', async () => {
    const order = await invoiceOrder()
    await recordTransfer(transferFor(order))
    const again = await recordTransfer(transferFor(order, { reference: 'bank-2' }))
    expect(again).toEqual({ outcome: 'quarantined', reason: 'paid_already' })
    const byCard = await placedOrder(products.bowl)
    const other = await recordTransfer(transferFor(byCard, { reference: 'bank-3' }))
    expect(other).toEqual({ outcome: 'quarantined', reason: 'to_be_paid_by_card' })
  })

  test('finds its order when staff name it later', async () => {
    const order = await invoiceOrder()
    await recordTransfer(transferFor(undefined))
    expect(await recordTransfer(transferFor(order))).toEqual({ outcome: 'recorded' })
    expect(await stateOf(order)).toBe('paid')
    expect(await quarantine()).toEqual([])
  })

  test('is not another one under the same name', async () => {
    const order = await invoiceOrder()
    await recordTransfer(transferFor(order))
    const other = await invoiceOrder(products.bowl)
    const outcome = await recordTransfer(transferFor(other))
    expect(outcome).toEqual({ outcome: 'quarantined', reason: 'line_differs' })
    expect(await stateOf(other)).toBe('awaiting_payment')
  })

  test('that is late buys the goods when they are there, and is to be sent back when they are not', async () => {
    const late = await invoiceOrder(products.lastLamp, -1)
    await expireOrder(late.id)
    const quick = await placedOrder(products.lastLamp)
    await recordPayment(paidFacts(quick), 'provider')
    expect(await recordTransfer(transferFor(late))).toEqual({ outcome: 'late' })
    expect(await stateOf(late)).toBe('expired')
    expect(await rows('select order_id, amount, state, payment_reference from payments.refunds')).toEqual([
      { order_id: late.id, amount: 14_900, state: 'requested', payment_reference: 'transfer:bank-1' },
    ])
    const lucky = await invoiceOrder(products.mug, -1)
    await expireOrder(lucky.id)
    expect(await recordTransfer(transferFor(lucky, { reference: 'bank-2' }))).toEqual({ outcome: 'recorded' })
    expect(await stateOf(lucky)).toBe('paid')
    expect(await broken()).toEqual([])
  })
})

test('an order is found by its number however the bank writes it', async () => {
  const { id, number } = await invoiceOrder()
  const digits = number.slice(2)
  for (const text of [
    number,
    `Bestellung ${number.toLowerCase()} danke`,
    `RECHNUNG P${digits}, RAO`,
    `p ${digits}`,
    `SVWZ+P-${digits}`,
  ])
    expect(await namedOrder(text), text).toEqual({ id, number })
  for (const text of ['', 'P-999999', `X${digits}`, `P-${digits}0`, `SHOP${digits}`])
    expect(await namedOrder(text), text).toBeUndefined()
  const other = await invoiceOrder()
  expect(await namedOrder(`${number} and ${other.number}`)).toBe('several')
  expect(await namedOrder(`${number} ${number}`)).toEqual({ id, number })
})
