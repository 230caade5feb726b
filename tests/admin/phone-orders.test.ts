import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { row } from '../../src/platform/database.ts'
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
  staff = await office.staff('support@example.com')
})
afterAll(() => office.close())

const ruth = {
  ...{ goods: 'MUG-OAT x 2\nlast-lamp-no\nBOWL-MOSS', email: 'ruth@example.com', name: 'Ruth Cole' },
  ...{
    line1: 'Torstraße 1',
    postcode: '10119',
    city: 'Berlin',
    country: 'DE',
    currency: 'EUR',
    locale: 'de',
  },
}
const draft = async (typed: object = {}) =>
  staff.presses(await staff.gets('/admin/orders/new'), 'Work out', {
    ...ruth,
    goods: 'MUG-OAT x 2\nBOWL-MOSS',
    ...typed,
  })

test('somebody on the phone is told what it comes to, and it is ordered once by a form that is sent three times', async () => {
  const shown = await draft()
  expect(shown.heading()).toBe('Check the order')
  expect(shown.$('tbody').text()).toMatch(/Oat mug.*2.*€48\.00.*Moss bowl.*1.*€31\.50/s)
  expect(shown.$('.totals').text()).toMatch(/79\.50.*3\.90.*83\.40/s)
  const express = await staff.presses(shown, 'Deliver it so', { delivery: 'express' })
  expect(express.$('.totals').text()).toContain('88.40')
  const answers = await Promise.all([1, 2, 3].map(() => staff.presses(express, 'Place the order')))
  expect(new Set(answers.map(({ address }) => address)).size).toBe(1)
  expect(answers[0]!.$('main').text()).toContain('ruth@example.com')
  const placed = await row<{ count: number; total: number; locale: string; method: string }>(
    `select count(*) over ()::integer as count, total, locale, payment_method as method from orders.orders`,
  )
  expect(placed).toEqual({ count: 1, total: 8840, locale: 'de', method: 'invoice' })
  const held = await row<{ held: number }>(
    `select held from inventory.stock_levels level join catalogue.variants variant on variant.id = level.variant_id where sku = 'MUG-OAT'`,
  )
  expect(held!.held).toBe(2)
  expect(await logged()).toMatchObject([{ action: 'phone-order-placed', after: { total: 8840 } }])
})

test('what is not to be had is named, and the rest is offered', async () => {
  const shown = await draft({ goods: 'MUG-OAT\nLAMP-LAST x 3\nBOWL-GONE' })
  expect(shown.alert()).toContain('Not all of it is to be had: Last lamp, Gone bowl')
  expect(shown.$('tbody tr')).toHaveLength(2)
})

test.each([
  [{ goods: '' }, 422, 'Enter what they want'],
  [{ goods: 'ZEPPELIN' }, 422, 'There is no ZEPPELIN'],
  [{ email: 'ruth' }, 422, 'Enter an e-mail address'],
  [{ postcode: '1' }, 422, 'postcode'],
  [{ goods: 'BOWL-GONE' }, 409, 'Nothing of it is to be had'],
])('it is not worked out from %j; what was typed stays', async (typed, status, sentence) => {
  const refused = await draft(typed)
  expect(refused.status).toBe(status)
  expect(refused.alert()).toContain(sentence)
  expect(refused.$('#name').attr('value')).toBe('Ruth Cole')
})

test('fields follow the country; a stale draft is looked at again, one of nobody is not there', async () => {
  const page = await staff.gets('/admin/orders/new')
  const abroad = await staff.presses(page, 'Work out', { ...ruth, country: 'US', step: 'country' })
  expect(abroad.$('#region option').length).toBeGreaterThan(40)
  const shown = await draft()
  await staff.presses(shown, 'Deliver it so', { delivery: 'express' })
  const stale = await staff.presses(shown, 'Place the order')
  expect([stale.status, stale.alert()]).toEqual([
    409,
    expect.stringContaining('Something has changed meanwhile'),
  ])
  expect((await staff.gets(`/admin/orders/new/${crypto.randomUUID()}`)).status).toBe(404)
  expect((await staff.gets('/admin/orders/new/zeppelin')).status).toBe(404)
  expect((await (await office.staff('products@example.com')).gets('/admin/orders/new')).status).toBe(403)
})
