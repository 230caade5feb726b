import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { mailNames, sendAgain, sendOrderMail } from '../../src/notifications/index.ts'
import { row, rows } from '../../src/platform/database.ts'
import { bought, payloadsOf } from '../support/bought.ts'
import { openShop } from '../support/shop.ts'
import type { Shopper } from '../support/shopper.ts'
import { logged, openOffice } from './office.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let staff: Shopper
let orderId: number
let number: string
const outbox: { to: string; subject: string }[] = []
const mailer = { sendMail: async (mail: { to: string; subject: string }) => void outbox.push(mail) } as never
beforeAll(async () => {
  office = await openOffice()
})
beforeEach(async () => {
  await openShop()
  outbox.length = 0
  orderId = (await bought({ mug: 2 })).id
  number = (await row<{ number: string }>('select number from orders.orders where id = $orderId', {
    orderId,
  }))!.number
  staff = await office.staff('support@example.com')
})
afterAll(() => office.close())

test.each(mailNames)('the mail “%s” is seen in each language, as text and as HTML', async (name) => {
  for (const locale of ['en', 'de']) {
    const page = await staff.gets(`/admin/mails/${name}?locale=${locale}`)
    expect(page.status).toBe(200)
    expect(page.$('.letter').text().length).toBeGreaterThan(60)
    expect(page.$('.summary-list').text().length).toBeGreaterThan(12)
  }
  const cookie = [...staff.jar].map(([key, value]) => `${key}=${value}`).join('; ')
  const letter = await fetch(`${office.url}/admin/mails/${name}?as=html`, { headers: { cookie } })
  expect(letter.headers.get('content-security-policy')).toContain('sandbox')
  expect(await letter.text()).toContain('<html lang="en"')
})

test('without an order there is nothing to show a mail about one with', async () => {
  expect((await staff.gets('/admin/mails/parcel?order=P-1')).$('main').text()).toContain(
    'There is no such order',
  )
  expect((await staff.gets('/admin/mails/zeppelin')).status).toBe(404)
})

test('a mail about an order is sent once more by a form that is sent three times, as the order is now', async () => {
  await sendOrderMail(mailer, orderId, 'confirmed')
  const page = await staff.gets(`/admin/orders/${number}/mails`)
  expect(page.$('.entry').text()).toContain(`Order ${number} placed`)
  const letter = await staff.gets(String(page.$('.entry a').attr('href')))
  expect(letter.$('h1').text()).toContain('Thank you for your order')
  expect(letter.html).toContain(`/orders/${number}`)
  expect(letter.html).not.toContain('signature')
  await Promise.all([1, 2, 3].map(() => staff.presses(page, 'Send again')))
  const jobs = await payloadsOf<Parameters<typeof sendAgain>[1]>('mail.asked_again')
  expect(jobs).toHaveLength(1)
  for (let time = 0; time < 2; time++) await sendAgain(mailer, jobs[0]!)
  expect(outbox.map(({ to }) => to)).toEqual(['asha@example.com', 'asha@example.com'])
  expect((await staff.gets(page.address)).$('.entry').text()).toContain('sent once more')
  expect(await logged()).toMatchObject([
    { action: 'mail-sent-again', before: { again: 0 }, after: { again: 1 } },
  ])
})

test('no mail of another order is sent or seen by its key, and none that never went out', async () => {
  const other = await bought({ bowl: 1 })
  await sendOrderMail(mailer, other.id, 'confirmed')
  const [{ key }] = (await rows<{ key: string }>('select key from notifications.mails')) as [{ key: string }]
  const once = crypto.randomUUID()
  expect((await staff.posts(`/admin/orders/${number}/mails`, { key, once })).status).toBe(404)
  expect(
    (await staff.posts(`/admin/orders/${number}/mails`, { key: `order ${number} confirmed`, once })).status,
  ).toBe(404)
  expect(
    (await staff.gets(`/admin/orders/${number}/mails/letter?${new URLSearchParams({ key })}`)).status,
  ).toBe(404)
})

test('staff see that mail does not reach somebody, and have it tried again', async () => {
  await sendOrderMail(mailer, orderId, 'confirmed')
  await rows(
    `insert into notifications.unreachable (email, because, since) values ('asha@example.com', 'bounce', now())`,
  )
  await sendOrderMail(mailer, orderId, 'refunded')
  expect(outbox).toHaveLength(1)
  expect((await staff.gets(`/admin/orders/${number}`)).$('main').text()).toContain('is held back')
  const page = await staff.gets(`/admin/orders/${number}/mails`)
  expect(page.$('.notice').text()).toContain('Nothing is sent to asha@example.com')
  expect(page.$('.entries').text()).toContain('Did not go out')
  expect(page.$('.entries button')).toHaveLength(0)
  const once = crypto.randomUUID()
  const key = `order ${number} refunded`
  const kept = await staff.posts(`/admin/orders/${number}/mails`, { key, once })
  expect(kept.$('main').text()).toContain('It was not sent')
  await Promise.all([1, 2, 3].map(() => staff.presses(page, 'Write to this address again')))
  const again = await staff.gets(page.address)
  expect(again.$('main').text()).not.toContain('Nothing is sent')
  expect(await logged()).toMatchObject([
    { action: 'mail-reach-again', before: { because: 'bounce' }, after: null },
  ])
  const jobs = await payloadsOf('mail.reachable_again')
  expect(jobs).toEqual([{ email: 'asha@example.com' }])
  await staff.posts(`/admin/orders/${number}/mails`, { key, once })
  const [asked] = await payloadsOf<Parameters<typeof sendAgain>[1]>('mail.asked_again')
  await sendAgain(mailer, asked!)
  expect(outbox).toHaveLength(2)
  expect((await staff.gets(page.address)).$('.entries').text()).not.toContain('Did not go out')
})
