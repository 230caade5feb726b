import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { rows } from '../../src/platform/database.ts'
import { bought } from '../support/bought.ts'
import { openShop } from '../support/shop.ts'
import type { Shopper } from '../support/shopper.ts'
import { logged, openOffice } from './office.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let staff: Shopper
beforeAll(async () => {
  office = await openOffice()
})
beforeEach(async () => {
  await openShop()
  staff = await office.staff('orders@example.com')
  await rows(
    `insert into payments.transfers (line_id, amount, currency, purpose, sender, outcome, reason, actor)
     values ('line 7', 4200, 'EUR', 'thank you', 'Ruth', 'quarantined', 'unknown_order', 'bank list')`,
  )
})
afterAll(() => office.close())

test('a transfer that names no order waits until somebody says what was done about it', async () => {
  expect((await staff.gets('/admin')).$('main').text()).toContain('payment to look at')
  const page = await staff.gets('/admin/payments')
  expect(page.$('.entry').text()).toMatch(/line 7.*€42\.00.*unknown_order/s)
  const silent = await staff.presses(page, 'Settle line 7', { note: ' ' })
  expect([silent.status, silent.alert()]).toEqual([
    422,
    expect.stringContaining('Enter what was done about it'),
  ])
  const answers = await Promise.all(
    [1, 2].map(() => staff.presses(page, 'Settle line 7', { note: 'Sent back.' })),
  )
  expect(answers.every(({ html }) => !html.includes('line 7'))).toBe(true)
  expect((await staff.gets('/admin')).$('main').text()).not.toContain('payment to look at')
  expect((await staff.posts('/admin/payments', { kind: 'report', subject: 'evt_0', note: 'x' })).status).toBe(
    404,
  )
  expect(await logged()).toMatchObject([
    { action: 'payment-settled', subject: 'transfer line 7', before: null, after: { note: 'Sent back.' } },
  ])
})

test('where books differ is seen with both sides, and is mended once', async () => {
  await rows(
    `insert into payments.discrepancies (kind, subject, ours, theirs)
     values ('payment_differs', 'pi_1', '{"amount": 4200}', '{"amount": 4100}')`,
  )
  const page = await staff.gets('/admin/payments')
  expect(page.$('tbody').text()).toMatch(/another amount.*pi_1.*4200.*4100/s)
  const mended = await staff.presses(page, 'Mended pi_1')
  expect(mended.alert()).toContain('It is mended')
  expect(mended.$('tbody')).toHaveLength(0)
  await staff.presses(page, 'Mended pi_1')
  expect((await logged()).map(({ action }) => action)).toEqual(['discrepancy-mended'])
})

test('is no business of those who may not settle payments', async () => {
  expect((await (await office.staff('products@example.com')).gets('/admin/payments')).status).toBe(403)
})

test('what a card holds ready is taken before the goods leave, once, when somebody says so', async () => {
  const { id } = await bought({ mug: 1 })
  await rows(
    `update payments.payments set state = 'authorised', captured = 0, provider_reference = 'pi_held' where order_id = $id`,
    { id },
  )
  const [order] = await rows<{ number: string }>('select number from orders.orders where id = $id', { id })
  const page = await staff.gets(`/admin/orders/${order!.number}`)
  expect(page.$('main').text()).toContain('holds')
  const answers = await Promise.all([1, 2].map(() => staff.presses(page, 'Take the money now')))
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(answers.map(({ alert }) => alert()).join()).toContain('The provider is asked for the money')
  expect(await logged()).toMatchObject([
    {
      ...{ action: 'payment-captured', subject: order!.number, before: { wanted: null } },
      after: { wanted: 'capture' },
    },
  ])
  const wanted = await rows('select wanted, wanted_by as by from payments.payments where order_id = $id', {
    id,
  })
  expect(wanted).toEqual([{ wanted: 'capture', by: 'staff:orders@example.com' }])
  await rows(`update payments.payments set state = 'voided' where order_id = $id`, { id })
  const late = await staff.presses(page, 'Take the money now')
  expect([late.status, late.alert()]).toEqual([409, expect.stringContaining('holds nothing ready any more')])
})
