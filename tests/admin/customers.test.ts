import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { row, rows } from '../../src/platform/database.ts'
import { bought } from '../support/bought.ts'
import { openShop } from '../support/shop.ts'
import { type Shopper, shopperAt, signsIn } from '../support/shopper.ts'
import { logged, openOffice } from './office.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let support: Shopper
let ben: Shopper
let at: string
beforeAll(async () => {
  office = await openOffice()
})
beforeEach(async () => {
  await openShop()
  ben = shopperAt(office.url)
  await signsIn(ben, 'ben@example.com')
  const found = await row<{ id: number }>(`select id from identity.customers where email = 'ben@example.com'`)
  at = `/admin/customers/${found!.id}`
  support = await office.staff('support@example.com')
})
afterAll(() => office.close())

test('what somebody has agreed to is seen with its words, and what staff note stays among the staff', async () => {
  await ben.posts('/account/privacy/marketing', { marketing: 'yes' })
  const page = await support.gets(at)
  expect(page.$('tbody').text()).toMatch(/mails about news\s*agreed/)
  expect(page.$('main').text()).toContain('Nobody has noted anything')
  const answers = await Promise.all(
    [1, 2, 3].map(() => support.presses(page, 'Keep the note', { text: 'Rings <b>at noon</b>.' })),
  )
  expect(answers.at(-1)!.$('.entry').text()).toContain('Rings <b>at noon</b>.')
  expect((await support.gets(at)).$('.entry')).toHaveLength(1)
  expect((await ben.gets('/account')).html).not.toContain('Rings')
  expect(await logged()).toMatchObject([
    { action: 'customer-noted', before: { notes: 0 }, after: { notes: 1 } },
  ])
  const empty = await support.presses(page, 'Keep the note', { text: ' ' })
  expect(empty.alert()).toContain('Enter what is to be noted')
})

test('an administrator hands out all that is kept of somebody, and erases them; support may do neither', async () => {
  await support.presses(await support.gets(at), 'Keep the note', { text: 'Moves in May.' })
  for (const path of ['export', 'erasure'])
    expect((await support.posts(`${at}/${path}`, {})).status).toBe(403)
  const admin = await office.staff()
  const cookie = [...admin.jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await fetch(`${office.url}${at}/export`, { method: 'POST', headers: { cookie } })
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  expect(strFromU8(files['data.json']!)).toContain('Moves in May.')
  const page = await admin.gets(`${at}/erasure`)
  const refused = await admin.presses(page, 'Erase for good', { email: 'somebody@example.com' })
  expect([refused.status, refused.alert()]).toEqual([
    422,
    expect.stringContaining('Enter the e-mail address'),
  ])
  const erased = await admin.presses(page, 'Erase for good', { email: 'Ben@example.com' })
  expect(erased.alert()).toContain('The account is erased')
  expect((await admin.gets(at)).status).toBe(404)
  const kept = await row<{ notes: number; people: number }>(
    `select (select count(*)::integer from customers.notes) as notes,
       (select count(*)::integer from identity.customers where email = 'ben@example.com') as people`,
  )
  expect(kept).toEqual({ notes: 0, people: 0 })
  const log = await logged()
  expect(log.map(({ action }) => action)).toEqual(['customer-noted', 'customer-exported', 'customer-erased'])
  expect(JSON.stringify(log)).not.toContain('ben@example.com')
})

test('nobody is erased who has an order under way', async () => {
  const { id } = await bought({ mug: 1 })
  await rows('update orders.orders set customer_id = $customerId where id = $id', {
    id,
    customerId: at.split('/').at(-1),
  })
  const admin = await office.staff()
  const page = await admin.gets(`${at}/erasure`)
  expect(page.$('main').text()).toMatch(/cannot be done yet.*P-\d+/s)
  expect((await admin.posts(page.address, { email: 'ben@example.com' })).status).toBe(409)
})
