import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { config } from '../../src/platform/config.ts'
import { row } from '../../src/platform/database.ts'
import { statementsOf } from '../catalogue/goods.ts'
import { bought } from '../support/bought.ts'
import { openShop, products, variantId } from '../support/shop.ts'
import type { Shopper } from '../support/shopper.ts'
import { often } from '../support/thorough.ts'
import { multitude } from './multitude.ts'
import { openOffice } from './office.ts'

const COUNT = often(3_000, 100_000)
const LONGEST_MS = 250

let office: Awaited<ReturnType<typeof openOffice>>
let staff: Shopper
let order: Awaited<ReturnType<typeof bought>> & { number: string }
let productId: number
let customerId: number
beforeAll(async () => {
  office = await openOffice()
  await openShop()
  order = { ...(await bought({ mug: 2, bowl: 1 })), number: '' }
  order.number = (await row<{ number: string }>('select number from orders.orders where id = $id', {
    id: order.id,
  }))!.number
  productId = (await row<{ id: number }>(`select id from catalogue.products where slug = 'oat-mug'`))!.id
  staff = await office.staff()
  await multitude({ orderId: order.id, productId }, 1, 60)
  customerId = (await row<{ id: number }>(`select id from identity.customers where name = 'Person 9'`))!.id
})
afterAll(() => office.close())

/** Every list, with what it can be asked for, and every screen of one thing. */
const addresses = () => [
  ...['/admin/orders?sort=-total', '/admin/orders?sort=customer', '/admin/products?sort=title'],
  ...[
    '/admin/products?sort=-changed',
    '/admin/customers?sort=email',
    '/admin/stock?sort=sku',
    '/admin/stock?sort=product',
  ],
  ...['/admin', '/admin/orders', '/admin/orders?filter=to-ship', '/admin/orders?filter=delivered'],
  ...[
    '/admin/orders?q=person',
    '/admin/orders?q=Person+12',
    `/admin/orders?q=${order.number}`,
    '/admin/orders?q=zeppelin',
  ],
  ...[`/admin/orders/${order.number}`, `/admin/orders/${order.number}/refund`, '/admin/returns'],
  ...[
    '/admin/products',
    '/admin/products?filter=hidden',
    '/admin/products?q=oat',
    '/admin/products?q=mug-',
    '/admin/products/new',
  ],
  ...[
    `/admin/products/${productId}`,
    `/admin/products/${productId}/variants`,
    `/admin/products/${productId}/pictures`,
  ],
  ...[
    '/admin/stock',
    '/admin/stock?q=oat-mug-copy-1',
    '/admin/stock?q=mug',
    '/admin/stock?few=yes',
    '/admin/stock/back-in-stock',
  ],
  ...[
    `/admin/stock/${variantId(products.mug)}`,
    '/admin/reviews',
    '/admin/sales',
    '/admin/sales/new',
    '/admin/promotions',
  ],
  ...[
    '/admin/customers',
    '/admin/customers?q=person1',
    '/admin/customers?q=zeppelin',
    `/admin/customers/${customerId}`,
  ],
  ...[
    '/admin/jobs',
    '/admin/staff',
    '/admin/audit',
    '/admin/audit?action=product-edited&actor=ada',
    '/admin/audit?subject=product+9',
  ],
]

async function look(): Promise<Record<string, [status: number, statements: number]>> {
  const seen: Record<string, [number, number]> = {}
  for (const address of addresses()) {
    await staff.gets(address)
    let status = 0
    const statements = await statementsOf(async () => {
      status = (await staff.gets(address)).status
    })
    seen[address] = [status, statements]
  }
  return seen
}

test('every screen of the office takes as many statements among thousands as among a few', {
  timeout: 600_000,
}, async () => {
  const few = await look()
  for (const [address, [status]] of Object.entries(few)) expect([address, status]).toEqual([address, 200])
  await multitude({ orderId: order.id, productId }, 61, COUNT)
  await vacuum()
  expect(await look()).toEqual(few)
  if (process.env.THOROUGH) expect(await slowOnes()).toEqual([])
})

/** Takes longer with thousands of everything than a statement of the shop may. */
async function vacuum(): Promise<void> {
  const client = new pg.Client({ connectionString: config.databaseUrl })
  await client.connect()
  await client.query('vacuum analyze')
  await client.end()
}

/** The screens that one in twenty times take longer than people should wait. */
async function slowOnes(): Promise<[string, number][]> {
  const slow: [string, number][] = []
  for (const address of addresses()) {
    const times: number[] = []
    for (let turn = 0; turn < 40; turn++) {
      const start = performance.now()
      await staff.gets(address)
      times.push(performance.now() - start)
    }
    const p95 = times.toSorted((a, b) => a - b)[37]!
    console.log(`${address}: ${p95.toFixed(0)} ms`)
    if (p95 > LONGEST_MS) slow.push([address, Math.round(p95)])
  }
  return slow
}
