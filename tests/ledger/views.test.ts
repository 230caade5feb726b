import { beforeEach, describe, expect, test } from 'vitest'
import { recordPayment } from '../../src/orders/record-payment.ts'
import { recordTransfer } from '../../src/orders/record-transfer.ts'
import { row, rows } from '../../src/platform/database.ts'
import { paidFacts, placedOrder } from '../support/orders.ts'
import { openShop, products } from '../support/shop.ts'

beforeEach(openShop)

/** The views and columns that reports and people hold on to, as the contract says. */
const contract = {
  audit: ['at', 'actor', 'action', 'subject', 'before', 'after'],
  jobs: ['id', 'task', 'state', 'attempts', 'run_at', 'last_error'],
  order_lines: ['order_number', 'sku', 'quantity', 'unit_price', 'discount', 'tax', 'total'],
  orders: ['number', 'state', 'currency', 'total', 'basket_id', 'email', 'placed_at'],
  payments: ['order_number', 'method', 'provider_reference', 'state', 'captured', 'refunded'],
  refunds: ['order_number', 'amount', 'state', 'at'],
  stock: ['sku', 'on_hand', 'held'],
  stock_movements: ['sku', 'delta', 'reason', 'reference', 'at'],
  voucher_uses: ['code', 'order_number', 'customer', 'state'],
}

describe('the ledger', () => {
  test('has every view of the contract, column by column', async () => {
    const found = await rows<{ name: string; columns: string[] }>(
      `select table_name::text as name, array_agg(column_name::text order by ordinal_position) as columns
       from information_schema.columns where table_schema = 'ledger' group by table_name`,
    )
    const views = Object.fromEntries(found.map(({ name, columns }) => [name, columns]))
    expect(views).toMatchObject(contract)
  })

  test.each(Object.keys(contract))('%s cannot be written through', async (view) => {
    await placedOrder(products.mug)
    const isWritable = await row<{ writable: boolean }>(
      `select pg_relation_is_updatable(to_regclass($view), false) <> 0 as writable`,
      { view: `ledger.${view}` },
    )
    expect(isWritable!.writable).toBe(false)
  })

  test('an order is not changed through its view', async () => {
    const order = await placedOrder(products.mug)
    await expect(rows(`update ledger.orders set state = 'paid'`)).rejects.toThrow('cannot update view')
    expect(
      await row('select state from ledger.orders where number = $number', { number: order.number }),
    ).toEqual({
      state: 'awaiting_payment',
    })
  })

  test('tells who did what to what, and how it was before and after', async () => {
    const order = await placedOrder(products.mug)
    await recordPayment(paidFacts(order), 'provider')
    await recordTransfer({ amount: 100, currency: 'EUR', reference: 'bank-1', actor: 'ben@example.com' })
    const told = await rows<{ actor: string; action: string; subject: string }>(
      `select actor, action, subject, before, after from ledger.audit where action <> 'stock opening' order by at, action`,
    )
    expect(told).toEqual([
      {
        actor: 'shopper',
        action: 'order placed',
        subject: order.number,
        before: null,
        after: 'awaiting_payment',
      },
      expect.objectContaining({ action: 'payment succeeded', subject: order.number, after: '2400 EUR' }),
      {
        actor: 'provider',
        action: 'stock sale',
        subject: 'MUG-OAT',
        before: '480',
        after: '479',
      },
      {
        actor: 'provider',
        action: 'order paid',
        subject: order.number,
        before: 'awaiting_payment',
        after: 'paid',
      },
      expect.objectContaining({
        actor: 'ben@example.com',
        action: 'transfer quarantined',
        subject: 'bank-1',
        after: '100 EUR unknown_order',
      }),
    ])
  })

  test('counts as refunded only what an order was paid with', async () => {
    const order = await placedOrder(products.mug)
    await recordPayment(
      paidFacts(order, { eventId: 'evt_wrong', amount: 1, reference: 'pi_wrong' }),
      'provider',
    )
    await recordPayment(paidFacts(order), 'provider')
    await rows(`update payments.refunds set state = 'succeeded'`)
    expect(await rows('select captured, refunded from ledger.payments')).toEqual([
      { captured: 2400, refunded: 0 },
    ])
    expect(await rows('select order_number, amount from ledger.refunds')).toEqual([
      { order_number: order.number, amount: 1 },
    ])
  })
})
