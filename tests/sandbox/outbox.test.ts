import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { load } from 'cheerio'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Mail } from '../../src/sandbox/mail/outbox.ts'
import { openSandbox } from './open-sandbox.ts'

let here: Awaited<ReturnType<typeof openSandbox>>
beforeAll(async () => {
  here = await openSandbox()
})
afterAll(() => here.close())

const confirmation = {
  from: 'Purveyor <shop@purveyor.example>',
  to: 'Asha Rao <asha@example.com>',
  subject: 'Order W-1001 – thank you, Ünsal',
  text: 'Your order: https://shop.example/orders/W-1001?key=a_b.\nThank you.',
  html: '<html><head><title>Mail</title></head><body><a href="https://shop.example/orders/W-1001">Your order</a><script>1</script></body></html>',
}

const send = (mail: object) => createTransport(here.sandbox.smtpUrl).sendMail(mail)
const mailsTo = async (to: string) =>
  (await fetch(`${here.sandbox.url}/outbox.json?to=${encodeURIComponent(to)}`)).json() as Promise<Mail[]>
const pageAt = async (path: string) => load(await (await fetch(here.sandbox.url + path)).text())

test('an empty outbox says so, and what fills it', async () => {
  expect((await pageAt('/outbox'))('main').text()).toContain('has not sent any mail yet')
})

test('a mail that was accepted is there, whole, and in a file', async () => {
  await send(confirmation)
  const [mail] = await mailsTo('ASHA@example.com')
  expect(mail).toMatchObject({
    to: ['asha@example.com'],
    from: 'Purveyor <shop@purveyor.example>',
    subject: confirmation.subject,
  })
  expect(mail?.text).toContain('https://shop.example/orders/W-1001?key=a_b')
  expect(mail?.html).toContain('Your order</a>')
  const file = await readFile(join(here.folder, 'outbox', `${mail?.id}.eml`), 'utf8')
  expect(file).toContain('To: Asha Rao <asha@example.com>')
  expect(await (await fetch(`${here.sandbox.url}/outbox/${mail?.id}/source`)).text()).toBe(file)
})

test('the newest mail is on top, and each address sees its own', async () => {
  await send({ ...confirmation, to: 'ben@example.com', subject: 'First' })
  await send({ ...confirmation, to: 'ben@example.com', bcc: 'orders@example.com', subject: 'Second' })
  expect((await mailsTo('ben@example.com')).map(({ subject }) => subject)).toEqual(['Second', 'First'])
  expect((await mailsTo('orders@example.com')).map(({ subject }) => subject)).toEqual(['Second'])
  expect(await mailsTo('nobody@example.com')).toEqual([])
  const $ = await pageAt('/outbox')
  expect($('.mails a').first().text()).toBe('Second')
})

test('a mail can be read as text, with links that work', async () => {
  await send({ ...confirmation, to: 'carla@example.com' })
  const [mail] = await mailsTo('carla@example.com')
  const $ = await pageAt(`/outbox/${mail?.id}`)
  expect($('h1').text()).toBe(confirmation.subject)
  expect($('.text a').attr('href')).toBe('https://shop.example/orders/W-1001?key=a_b')
  expect(
    $('.headers dt')
      .map((_, name) => $(name).text())
      .get(),
  ).toContain('Message-ID')
})

test('a mail is shown as a web page behind glass: no script, links lead out', async () => {
  await send({ ...confirmation, to: 'dora@example.com' })
  const [mail] = await mailsTo('dora@example.com')
  const $ = await pageAt(`/outbox/${mail?.id}`)
  const frame = $('iframe')
  expect(frame.attr('sandbox')).not.toMatch(/allow-scripts|allow-same-origin/)
  const framed = await fetch(here.sandbox.url + frame.attr('src'))
  const policy = framed.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toMatch(/sandbox(?!.*allow-scripts)/)
  expect(policy).not.toContain('script-src')
  expect(await framed.text()).toContain('<base target="_top">')
})

test('mails are still there after a restart', async () => {
  await send({ ...confirmation, to: 'emma@example.com' })
  await here.restart()
  expect(await mailsTo('emma@example.com')).toHaveLength(1)
})

test('a mail that is not there is said so', async () => {
  expect((await fetch(`${here.sandbox.url}/outbox/none`)).status).toBe(404)
})
