import { execFile } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Checked, findBreaches } from '../../src/commands/verify/find-breaches.ts'
import { invariants } from '../../src/commands/verify/invariants.ts'
import { describe as described } from '../../src/commands/verify/report.ts'
import { expireOrder } from '../../src/orders/expire-order.ts'
import { recordPayment } from '../../src/orders/record-payment.ts'
import { rows, transaction } from '../../src/platform/database.ts'
import { root } from '../support/house/tree.ts'
import { paidFacts, placedOrder } from '../support/orders.ts'
import { openShop, products } from '../support/shop.ts'

/** A shop in which everything has happened that can happen to an order's money; the orders by what became of them. */
const orders: Record<'waiting' | 'paid' | 'late', { id: number; number: string }> = {} as never

beforeAll(openTheShop)

async function openTheShop() {
  await openShop()
  const late = await placedOrder(products.lastLamp, -1)
  await expireOrder(late.id)
  const quick = await placedOrder(products.lastLamp)
  await recordPayment(paidFacts(quick), 'provider')
  await recordPayment(paidFacts(late), 'provider')
  const paid = await placedOrder(products.mug)
  await recordPayment(paidFacts(paid, { amount: 1, reference: 'pi_wrong' }), 'provider')
  await recordPayment(paidFacts(paid, { eventId: 'evt_right' }), 'provider')
  Object.assign(orders, { late, paid, waiting: await placedOrder(products.bowl) })
}

/** How each invariant can be broken by hand, and what of it has to be named. Guards that stand in the way are taken down. */
const breaches: Record<string, { by: () => string[]; named: () => object }> = {
  'stock-adds-up': {
    by: () => [`delete from inventory.stock_movements where reference = '${orders.paid.number}'`],
    named: () => ({ sku: 'MUG-OAT', on_hand: 479, moved: 480 }),
  },
  'stock-is-there': {
    by: () => [
      'alter table inventory.stock_levels drop constraint stock_levels_check',
      `update inventory.stock_levels set held = 21 where held = 1`,
    ],
    named: () => ({ sku: 'BOWL-MOSS', on_hand: 20, held: 21 }),
  },
  'holds-add-up': {
    by: () => ['update inventory.stock_levels set held = 0 where held = 1'],
    named: () => ({ sku: 'BOWL-MOSS', held: 0, holds: 1 }),
  },
  'places-add-up': {
    by: () => [`update inventory.location_levels set on_hand = 481 where on_hand = 479`],
    named: () => ({ sku: 'MUG-OAT', on_hand: 479, in_places: 481 }),
  },
  'each-place-adds-up': {
    by: () => ['delete from inventory.stock_hold_parts'],
    named: () => ({ sku: 'BOWL-MOSS', place: 'main', held: 1, holds: null }),
  },
  'holds-follow-orders': {
    by: () => [`update inventory.stock_holds set state = 'released' where order_id = ${orders.waiting.id}`],
    named: () => ({ number: orders.waiting.number, ordered: 1, held: null }),
  },
  'holds-end': {
    by: () => [
      `update inventory.stock_holds set expires_at = now() - interval '3 minutes' where state = 'held'`,
    ],
    named: () => ({ number: orders.waiting.number }),
  },
  'sold-once': {
    by: () => [
      `insert into inventory.stock_movements (variant_id, location_id, delta, reason, reference, actor)
       select variant_id, location_id, delta, reason, reference, actor from inventory.stock_movements
       where reference = '${orders.paid.number}'`,
    ],
    named: () => ({ number: orders.paid.number, ordered: 1, sold: 2 }),
  },
  'one-order-a-basket': {
    by: () => [
      'alter table orders.orders drop constraint orders_basket_id_key',
      'update orders.orders set basket_id = 1',
    ],
    named: () => ({ basket_id: 1 }),
  },
  'lines-add-up': {
    by: () => [`update orders.order_lines set discount = 1 where order_id = ${orders.paid.id}`],
    named: () => ({ number: orders.paid.number, unit_price: 2400, discount: 1, total: 2400 }),
  },
  'lines-are-as-quoted': {
    by: () => [`update orders.order_lines set unit_price = 1, total = 1 where order_id = ${orders.paid.id}`],
    named: () => ({ number: orders.paid.number, unit_price: 1 }),
  },
  'totals-add-up': {
    by: () => [`update orders.orders set delivery_amount = 1 where id = ${orders.paid.id}`],
    named: () => ({ number: orders.paid.number, total: 2400, lines: 2400, delivery_amount: 1 }),
  },
  'taxes-add-up': {
    by: () => [`update orders.orders set tax = 1 where id = ${orders.paid.id}`],
    named: () => ({ number: orders.paid.number, tax: 1, lines: 0 }),
  },
  'one-payment-an-order': {
    by: () => [`delete from payments.payments where order_id = ${orders.waiting.id}`],
    named: () => ({ number: orders.waiting.number, amount: null }),
  },
  'paid-orders-have-money': {
    by: () => [
      `update payments.payments set state = 'pending', captured = 0 where order_id = ${orders.paid.id}`,
    ],
    named: () => ({ number: orders.paid.number, payment: 'pending' }),
  },
  'captured-is-reported': {
    by: () => [`delete from payments.payment_events where event_id = 'evt_right'`],
    named: () => ({ number: orders.paid.number, captured: 2400 }),
  },
  'money-has-an-order': {
    by: () => [`delete from payments.refunds where order_id = ${orders.late.id}`],
    named: () => ({ number: orders.late.number, captured: 14_900, going_back: 0 }),
  },
  'money-is-accounted-for': {
    by: () => [
      `delete from payments.refunds where payment_reference = 'pi_wrong'`,
      `update payments.payment_events set at = now() - interval '11 minutes'`,
    ],
    named: () => ({ reference: 'pi_wrong', amount: 1 }),
  },
  'refunds-fit': {
    by: () => [`update payments.refunds set amount = 2 where payment_reference = 'pi_wrong'`],
    named: () => ({ reference: 'pi_wrong', came: 1, back: 2 }),
  },
  'vouchers-within-limits': {
    by: () => [
      `insert into pricing.voucher_redemptions (promotion_id, order_id, visitor_id, email, amount, state)
       select id, n, '0b0e7a52-6c0a-4b0e-9a39-6f7a3a3d9a10', 'asha@example.com', 1, 'used'
       from pricing.promotions cross join generate_series(1, 2) as n where code = 'ONCE'`,
    ],
    named: () => ({ code: 'ONCE', in_all: 2, limit_in_all: 1 }),
  },
  'vouchers-follow-orders': {
    by: () => [
      `insert into pricing.voucher_redemptions (promotion_id, order_id, visitor_id, email, amount, state)
       select id, ${orders.late.id}, '0b0e7a52-6c0a-4b0e-9a39-6f7a3a3d9a10', 'asha@example.com', 1, 'held'
       from pricing.promotions where code = 'ONCE'`,
    ],
    named: () => ({ number: orders.late.number, state: 'expired', promotion: 'held' }),
  },
  'parcels-fit': {
    by: () => [
      `insert into orders.shipments (order_id, number, carrier, form_key)
       values (${orders.paid.id}, 1, 'dhl', gen_random_uuid())`,
      `insert into orders.shipment_lines (shipment_id, order_id, position, quantity)
       select id, order_id, 0, 2 from orders.shipments`,
    ],
    named: () => ({ number: orders.paid.number, quantity: 1, pieces: 2 }),
  },
  'credit-adds-up': {
    by: () => [
      `insert into credit.accounts (kind, currency, balance, code_hash, code_end) values ('gift_card', 'EUR', 5, 'x', 'RX25')`,
    ],
    named: () => ({ code_end: 'RX25', balance: 5, moved: 0 }),
  },
  'orders-follow-their-customers': {
    by: () => [`update orders.orders set customer_id = 77 where id = ${orders.paid.id}`],
    named: () => ({ number: orders.paid.number, customer_id: 77, owned_by: null }),
  },
  'address-books-have-a-default': {
    by: () => [`insert into customers.addresses (customer_id, address) values (77, '{}')`],
    named: () => ({ customer_id: 77, kept: 1, defaults: 0 }),
  },
  'nobody-is-in-who-is-out': {
    by: () => [
      `with shut as (
         insert into identity.customers (issuer, subject, email, is_email_verified, disabled_at)
         values ('i', 's', 'kim@example.com', true, now()) returning id)
       insert into identity.sign_ins (customer_id, browser, network, ends_at)
       select id, '', '', now() + interval '1 day' from shut`,
    ],
    named: () => ({ email: 'kim@example.com' }),
  },
  'credit-stays-in-its-currency': {
    by: () => [
      `insert into credit.accounts (kind, currency, code_hash, code_end) values ('gift_card', 'EUR', 'x', 'RX25')`,
      `insert into credit.accounts (kind, currency) values ('shop', 'GBP')`,
      `insert into credit.transfers (key, from_id, to_id, amount, reason, actor)
       select 'wrong', source.id, target.id, 5, 'issued', 'nobody' from credit.accounts source, credit.accounts target
       where source.currency = 'GBP' and target.currency = 'EUR'`,
    ],
    named: () => ({ from_currency: 'GBP', to_currency: 'EUR' }),
  },
  'credit-follows-orders': {
    by: () => [`update orders.orders set credit = 5 where id = ${orders.paid.id}`],
    named: () => ({ number: orders.paid.number, credit: 5, spent: 0 }),
  },
  'credit-refunds-match': {
    by: () => [
      `insert into payments.refunds (order_id, amount, currency, reason, payment_reference, state)
       values (${orders.paid.id}, 5, 'EUR', 'sorry', 'credit:1', 'succeeded')`,
    ],
    named: () => ({ order_id: orders.paid.id, amount: 5, moved: null }),
  },
  'refunds-add-up': {
    by: () => [
      `insert into orders.order_refunds (refund_id, order_id, key, delivery)
       select id, order_id, 'by hand', 5 from payments.refunds where payment_reference = 'pi_wrong'`,
    ],
    named: () => ({ number: orders.paid.number, amount: 1, lines: 0, delivery: 5 }),
  },
  'refunds-fit-lines': {
    by: () => [
      `insert into orders.refund_lines (refund_id, order_id, position, quantity, amount)
       values (1, ${orders.paid.id}, 0, 2, 2401)`,
    ],
    named: () => ({ number: orders.paid.number, quantity: 1, pieces: 2, amount: 2401 }),
  },
  'invoices-have-no-gap': {
    by: () => [`insert into invoicing.series (kind, year, last) values ('invoice', 2026, 1)`],
    named: () => ({ kind: 'invoice', year: 2026, position: 1 }),
  },
  'states-are-replayed': {
    by: () => [`update orders.orders set state = 'delivered' where id = ${orders.paid.id}`],
    named: () => ({ number: orders.paid.number, state: 'delivered', replayed: 'paid' }),
  },
  'moves-are-allowed': {
    by: () => [
      `insert into orders.order_events (order_id, kind, state, actor)
       values (${orders.waiting.id}, 'delivered', 'delivered', 'nobody')`,
    ],
    named: () => ({
      number: orders.waiting.number,
      before: 'awaiting_payment',
      after: 'delivered',
      actor: 'nobody',
    }),
  },
  'history-is-kept': {
    by: () => ['alter table orders.order_events disable trigger append_only'],
    named: () => ({ history: 'orders.order_events' }),
  },
  'jobs-are-done': {
    by: () => [`update graphile_worker._private_jobs set run_at = now() - interval '11 minutes'`],
    named: () => ({ task: 'order.paid', attempts: 0 }),
  },
  'reports-are-read': {
    by: () => [
      `insert into payments.webhook_events (event_id, type, body, received_at)
       values ('evt_unread', 'charge.refunded', '{}', now() - interval '6 minutes')`,
    ],
    named: () => ({ event_id: 'evt_unread' }),
  },
  'shoppers-are-told': {
    by: () => ['delete from graphile_worker._private_jobs'],
    named: () => ({ number: orders.paid.number }),
  },
}

/** What the checks find while the statements have been run, of which nothing stays. */
async function foundAfter(statements: string[]): Promise<Map<string, Checked>> {
  let checked: Checked[] = []
  await transaction(async (tx) => {
    await rows('set local session_replication_role = replica', [], tx)
    for (const statement of statements) await rows(statement, [], tx)
    checked = await findBreaches(invariants, tx)
    return { refused: 'only a rehearsal' }
  })
  return new Map(checked.map((each) => [each.name, each]))
}

describe('the invariants', () => {
  test('hold in a shop in which orders were paid, lapsed, came late and did not fit', async () => {
    const broken = [...(await foundAfter([])).values()].filter((each) => each.broken.length > 0)
    expect(broken).toEqual([])
  })

  test('are each known to be noticed when they are broken', () => {
    expect(Object.keys(breaches).sort()).toEqual(invariants.map(({ name }) => name).sort())
  })

  test.each(Object.keys(breaches))('%s: what breaks it is named', async (name) => {
    const { by, named } = breaches[name]!
    const found = await foundAfter(by())
    expect(found.get(name)!.broken).toContainEqual(expect.objectContaining(named()))
  })
})

test('the report has a tick for what holds and the rows of what does not', () => {
  const report = described([
    { name: 'a-rule', sentence: 'It holds', broken: [] },
    { name: 'b-rule', sentence: 'It does not', broken: [{ number: 'P-1001', held: null, lines: [1] }] },
  ])
  expect(stripVTControlCharacters(report)).toBe(
    '✓ a-rule: It holds\n✗ b-rule: It does not\n    number P-1001 · held – · lines [1]\n\n1 of 2 invariants are broken.',
  )
})

describe('npm run verify', () => {
  beforeEach(openTheShop)

  const verify = () =>
    new Promise<{ code: number; words: string }>((resolve) => {
      const environment = { ...process.env, NO_COLOR: '1' }
      execFile(
        process.execPath,
        ['src/commands/verify.ts'],
        { cwd: root, env: environment },
        (error, words) => resolve({ code: Number(error?.code ?? 0), words }),
      )
    })

  test('ends well where all is well', async () => {
    const { code, words } = await verify()
    expect(words).toContain(`All ${invariants.length} invariants hold.`)
    expect(code).toBe(0)
  })

  test('ends with 1 and names the rows where something is broken', async () => {
    await rows(`update orders.orders set tax = 1 where id = ${orders.paid.id}`)
    const { code, words } = await verify()
    expect(words).toContain('✗ taxes-add-up')
    expect(words).toContain(`number ${orders.paid.number} · tax 1`)
    expect(code).toBe(1)
  })
})
