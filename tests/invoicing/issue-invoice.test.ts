import pg from 'pg'
import { beforeEach, describe, expect, test } from 'vitest'
import { invoicesOf } from '../../src/invoicing/invoice.ts'
import { issueInvoice } from '../../src/invoicing/issue-invoice.ts'
import { takeNumber } from '../../src/invoicing/take-number.ts'
import { config } from '../../src/platform/config.ts'
import { rows, transaction } from '../../src/platform/database.ts'
import { openShop } from '../support/shop.ts'
import { sold } from './sold.ts'

beforeEach(openShop)

const year = new Date().getFullYear()
const numbers = async () =>
  (await rows<{ number: string }>('select number from invoicing.invoices order by kind desc, position')).map(
    ({ number }) => number,
  )
const firstNumbers = (count: number) =>
  Array.from({ length: count }, (_none, index) => `${year}-${String(index + 1).padStart(5, '0')}`)

describe('an invoice', () => {
  test('is issued once for a paid order, however often and by however many it is asked for', async () => {
    const order = await sold({ lines: [{ unitPrice: 2400 }] })
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => issueInvoice(order.id)))
    expect(outcomes.map(({ refused }) => refused ?? 'issued').sort()).toEqual(
      ['issued', ...Array(4).fill('issued_before')].sort(),
    )
    expect(await numbers()).toEqual(firstNumbers(1))
    await issueInvoice((await sold({ lines: [{ unitPrice: 100 }] })).id)
    expect(await numbers()).toEqual(firstNumbers(2))
  })

  test('is not issued for an order that was never paid', async () => {
    const order = await sold({ lines: [{ unitPrice: 2400 }], isPaid: false })
    expect(await issueInvoice(order.id)).toEqual({ refused: 'not_paid' })
    expect(await numbers()).toEqual([])
  })

  test('keeps all that is printed: whoever changes the order later does not change it', async () => {
    const order = await sold({
      lines: [
        { title: 'Oat mug', unitPrice: 2400, quantity: 2, discount: 480 },
        { title: 'A book', unitPrice: 1500, rate: 70_000 },
      ],
      delivery: { amount: 390 },
      locale: 'de',
    })
    await issueInvoice(order.id)
    await rows('update orders.order_lines set title = $title', { title: 'Changed' })
    const [invoice] = await invoicesOf(order.id)
    expect(invoice!.snapshot).toMatchObject({
      locale: 'de',
      currency: 'EUR',
      seller: { name: 'Purveyor', bank: { bic: 'COBADEFFXXX' } },
      buyer: { lines: ['Asha Rao', 'Torstraße 1', '10119 Berlin', 'Deutschland'], email: 'asha@example.com' },
      order: { number: order.number, placedAt: '2026-11-20T12:32:00.000Z' },
      paymentMethod: 'card',
      delivery: { name: 'Standardversand', first: '2026-11-24', last: '2026-11-26' },
      lines: [
        { title: 'Oat mug', quantity: 2, unitPrice: 2400, discount: 480, taxRate: 190_000, total: 4320 },
        { title: 'A book', quantity: 1, unitPrice: 1500, discount: 0, taxRate: 70_000, total: 1500 },
      ],
      deliveryLine: { title: 'Standardversand', unitPrice: 390, total: 390 },
      taxes: [
        { rate: 190_000, net: 3958, tax: 752, gross: 4710 },
        { rate: 70_000, net: 1402, tax: 98, gross: 1500 },
      ],
      total: 6210,
      quote: {
        steps: [
          { rule: 'line', subject: 'SKU-0' },
          { rule: 'line', subject: 'SKU-1' },
        ],
      },
      corrects: null,
    })
  })

  test('shows delivery that a voucher has made free, and what it would have cost', async () => {
    const order = await sold({ lines: [{ unitPrice: 2400 }], delivery: { amount: 0, discount: 390 } })
    await issueInvoice(order.id)
    const [invoice] = await invoicesOf(order.id)
    expect(invoice!.snapshot.deliveryLine).toMatchObject({ unitPrice: 390, discount: 390, total: 0 })
    expect(invoice!.snapshot.total).toBe(2400)
  })

  test('adds the tax where it comes on top of the prices', async () => {
    const order = await sold({
      lines: [{ unitPrice: 1000, rate: 82_500 }],
      delivery: { amount: 500, rate: 0 },
      taxIncluded: false,
    })
    await issueInvoice(order.id)
    const [invoice] = await invoicesOf(order.id)
    expect(order.total).toBe(1583)
    expect(invoice!.snapshot.taxes).toEqual([
      { rate: 82_500, net: 1000, tax: 83, gross: 1083 },
      { rate: 0, net: 500, tax: 0, gross: 500 },
    ])
  })

  test('is refused loudly for an order whose parts are not its total', async () => {
    const order = await sold({ lines: [{ unitPrice: 2400 }] })
    await rows('update orders.orders set total = total + 1 where id = $id', { id: order.id })
    await expect(issueInvoice(order.id)).rejects.toThrow(/do not add up/)
    expect(await numbers()).toEqual([])
  })

  test('can be neither changed nor deleted', async () => {
    await issueInvoice((await sold({ lines: [{ unitPrice: 2400 }] })).id)
    await expect(rows('update invoicing.invoices set total = 0')).rejects.toThrow('append-only')
    await expect(rows('delete from invoicing.invoices')).rejects.toThrow('append-only')
  })
})

describe('the numbers of a series', () => {
  test('have no gap and no twin when two processes issue at once and some of them fail half-way', async () => {
    const orders = await Promise.all(Array.from({ length: 24 }, () => sold({ lines: [{ unitPrice: 100 }] })))
    const elsewhere = new pg.Pool({ connectionString: config.databaseUrl, max: 6 })
    const ours = orders.map(({ id }) => issueInvoice(id))
    const failing = Array.from({ length: 8 }, () =>
      transaction(async (tx) => {
        await takeNumber(tx, 'invoice')
        throw new Error('half-way')
      }).catch((error: Error) => error.message),
    )
    const theirs = Array.from({ length: 16 }, (_none, index) => issuedElsewhere(elsewhere, index))
    const [, failed] = await Promise.all([Promise.all(ours), Promise.all(failing), Promise.all(theirs)])
    await elsewhere.end()
    expect(failed).toEqual(Array(8).fill('half-way'))
    expect(await numbers()).toEqual(firstNumbers(24 + 12))
  })

  test('wait for one another: the next is not given while the last may still be taken back', async () => {
    const order = await sold({ lines: [{ unitPrice: 100 }] })
    const elsewhere = new pg.Pool({ connectionString: config.databaseUrl, max: 1 })
    const client = await elsewhere.connect()
    await client.query('begin')
    await client.query(`insert into invoicing.series values ('invoice', ${year}, 1)`)
    const waiting = issueInvoice(order.id)
    await untilBlocked()
    await client.query('rollback')
    client.release()
    await elsewhere.end()
    expect(await waiting).toMatchObject({ number: `${year}-00001` })
  })

  test('run for invoices and credit notes by themselves, and begin anew with the year', async () => {
    await rows(`insert into invoicing.series values ('invoice', ${year - 1}, 99998)`)
    const taken = await transaction(async (tx) => [
      await takeNumber(tx, 'invoice'),
      await takeNumber(tx, 'credit_note'),
      await takeNumber(tx, 'invoice'),
    ])
    expect(taken.map(({ number }) => number)).toEqual([`${year}-00001`, `C${year}-00001`, `${year}-00002`])
  })

  test('grow longer when five digits do not do', async () => {
    await rows(`insert into invoicing.series values ('invoice', ${year}, 99999)`)
    expect((await transaction((tx) => takeNumber(tx, 'invoice'))).number).toBe(`${year}-100000`)
  })
})

/** What another process does, over connections of its own; every fourth is rolled back. */
async function issuedElsewhere(pool: pg.Pool, index: number): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows: taken } = await client.query(
      `insert into invoicing.series as series values ('invoice', $1, 1)
       on conflict (kind, year) do update set last = series.last + 1 returning last`,
      [year],
    )
    const { last } = taken[0]
    await client.query(
      `insert into invoicing.invoices (number, kind, year, position, order_id, currency, total, snapshot, issued_at)
       values ($1, 'invoice', $2, $3, $4, 'EUR', 1, '{}', now())`,
      [`${year}-${String(last).padStart(5, '0')}`, year, last, 900_000 + index],
    )
    await client.query(index % 4 === 0 ? 'rollback' : 'commit')
  } finally {
    client.release()
  }
}

async function untilBlocked(): Promise<void> {
  for (;;) {
    const blocked = await rows(
      `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%invoicing.series%'
       and datname = current_database()`,
    )
    if (blocked.length > 0) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
