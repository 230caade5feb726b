import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { createDeps } from '../../src/deps.ts'
import { disableCustomer } from '../../src/identity/index.ts'
import { row } from '../../src/platform/database.ts'
import type { Mail } from '../../src/sandbox/mail/outbox.ts'
import { listening } from '../support/house/listening.ts'
import { nobodysAccount } from '../support/nobodys-account.ts'
import { runningProcess, runningSandbox, until } from '../support/running-shop.ts'
import { openShop } from '../support/shop.ts'
import { type Shopper, shopperAt, signsIn } from '../support/shopper.ts'

const deps = createDeps()
let shop: Awaited<ReturnType<typeof listening>>
let sandbox: Awaited<ReturnType<typeof runningSandbox>>
let worker: Awaited<ReturnType<typeof runningProcess>>

beforeAll(async () => {
  sandbox = await runningSandbox()
  shop = await listening(createApp({ ...deps, limits: () => async () => {} }))
  worker = await runningProcess('worker', undefined, {
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: sandbox.url,
    ...nobodysAccount,
  })
})
beforeEach(openShop)
afterAll(async () => {
  await worker.stop()
  await shop[Symbol.asyncDispose]()
  await sandbox.close()
  await deps.close()
})

async function mailsTo(email: string): Promise<Mail[]> {
  return (await (await fetch(`${sandbox.url}/outbox.json?to=${email}`)).json()) as Mail[]
}

/** The path of the link in the newest mail to somebody. */
async function linkTo(email: string): Promise<string> {
  const mail = await until(`a mail to ${email}`, async () =>
    (await mailsTo(email)).find(({ text }) => text.includes('/email-confirmations/')),
  )
  return /\/email-confirmations\/[\w-]+/.exec(mail.text)![0]
}

async function confirms(path: string, shopper: Shopper = shopperAt(shop.url)): Promise<string> {
  const page = await shopper.gets(path)
  return (await shopper.presses(page, 'Confirm the change')).alert()
}

test('an address is changed once both mailboxes have confirmed it, at the provider and here', async () => {
  const ben = shopperAt(shop.url)
  await signsIn(ben, 'ben@example.com')
  expect((await ben.posts('/account/email', { email: 'ben@' })).status).toBe(422)
  expect((await ben.posts('/account/email', { email: 'BEN@example.com' })).alert()).toContain(
    'your address already',
  )
  const asked = await ben.posts('/account/email', { email: 'ben.okafor@example.com' })
  expect(asked.alert()).toContain('link to both addresses')

  const [atOld, atNew] = [await linkTo('ben@example.com'), await linkTo('ben.okafor@example.com')]
  expect(atOld).not.toBe(atNew)
  expect(await confirms(atNew)).toContain('Once the other address has confirmed')
  expect((await ben.gets('/account/email')).$('main').text()).toContain('not confirmed yet')
  expect(await confirms(atOld)).toContain('Both addresses have confirmed')
  await until('the shop has followed', async () =>
    (await ben.gets('/account')).$('main').text().includes('ben.okafor@example.com'),
  )
  expect((await signsIn(shopperAt(shop.url), 'ben.okafor@example.com')).heading()).toBe('Hello, Ben Okafor')
  expect((await signsIn(shopperAt(shop.url), 'ben@example.com')).status).toBe(422)
  await until('the old mailbox is told', async () =>
    (await mailsTo('ben@example.com')).some(({ subject }) => subject.includes('another e-mail address now')),
  )
  expect((await ben.gets(atOld)).status).toBe(404)
})

test('a later wish takes the place of an earlier one, and an address that is taken is not taken over', async () => {
  const asha = shopperAt(shop.url)
  await signsIn(asha, 'asha@example.com')
  await asha.posts('/account/email', { email: 'first@example.com' })
  const first = await linkTo('first@example.com')
  await asha.posts('/account/email', { email: 'support@example.com' })
  expect((await asha.gets(first)).status).toBe(404)
  const [atOld, atNew] = [
    await until('the second mail', async () => {
      const link = await linkTo('asha@example.com')
      return link !== first && (await asha.gets(link)).status === 200 && link
    }),
    await linkTo('support@example.com'),
  ]
  await confirms(atNew)
  await confirms(atOld)
  await until('the refusal is told', async () =>
    (await asha.gets('/account/email')).$('main').text().includes('could not be taken'),
  )
  expect((await asha.gets('/account')).$('main').text()).toContain('asha@example.com')
})

test.each(['/email-confirmations/made-up', `/email-confirmations/${crypto.randomUUID()}`])(
  '%s is nobody’s',
  async (path) => {
    const shopper = shopperAt(shop.url)
    expect((await shopper.gets(path)).status).toBe(404)
    expect((await shopper.posts(path, {})).status).toBe(404)
  },
)

test('whoever is shut out here is shut out at the provider too, until they are let in again', async () => {
  await signsIn(shopperAt(shop.url), 'analyst@example.com')
  const { id } = (await row<{ id: number }>(
    `select id from identity.customers where email = 'analyst@example.com'`,
  ))!
  await disableCustomer(0, id, true)
  await until('the provider refuses them', async () =>
    (await signsIn(shopperAt(shop.url), 'analyst@example.com')).alert().includes('do not belong together'),
  )
  await disableCustomer(0, id, false)
  await until('the provider knows them again', async () => {
    const page = await signsIn(shopperAt(shop.url), 'analyst@example.com')
    return page.heading() === 'Hello, Ana Analyst'
  })
})
