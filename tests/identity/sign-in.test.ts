import session from 'express-session'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createApp } from '../../src/app.ts'
import { createDeps } from '../../src/deps.ts'
import { disableCustomer } from '../../src/identity/index.ts'
import { row, rows } from '../../src/platform/database.ts'
import { Unavailable } from '../../src/platform/errors.ts'
import type { Mail } from '../../src/sandbox/mail/outbox.ts'
import { listening } from '../support/house/listening.ts'
import { runningSandbox } from '../support/running-shop.ts'
import { openShop, products } from '../support/shop.ts'
import { goesToReview, type Shopper, shopperAt, signsIn } from '../support/shopper.ts'

const deps = createDeps()
let shop: Awaited<ReturnType<typeof listening>>
let sandbox: Awaited<ReturnType<typeof runningSandbox>>

beforeAll(async () => {
  sandbox = await runningSandbox()
  shop = await listening(createApp({ ...deps, limits: () => async () => {} }))
})
beforeEach(openShop)
afterAll(async () => {
  await shop[Symbol.asyncDispose]()
  await sandbox.close()
  await deps.close()
})

const idOf = async (email: string) =>
  (await row<{ id: number }>('select id from identity.customers where email = $email', { email }))!.id

async function codeFor(email: string): Promise<string> {
  const mails = (await (await fetch(`${sandbox.url}/outbox.json?to=${email}`)).json()) as Mail[]
  return /\d{6}/.exec(mails[0]!.text)![0]
}

describe('somebody who signs in', () => {
  test('comes back to where they were, is named, and gets a session of another name', async () => {
    const asha = shopperAt(shop.url)
    await asha.adds(products.mug)
    const before = asha.jar.get('session')
    const page = await signsIn(asha, 'asha@example.com', { back: '/basket' })
    expect(page.address).toBe(`${shop.url}/basket`)
    expect(page.alert()).toContain('asha@example.com')
    expect(asha.jar.get('session')).not.toBe(before)
    expect(asha.jar.has('visitor')).toBe(false)
    expect((await asha.gets('/account')).heading()).toBe('Hello, Asha Rao')
  })

  test('finds what they had put into the basket, beside what was in it at home', async () => {
    const home = shopperAt(shop.url)
    await signsIn(home, 'asha@example.com')
    await home.adds(products.bowl)
    const away = shopperAt(shop.url)
    await away.adds(products.mug, { quantity: 2 })
    await signsIn(away, 'asha@example.com')
    for (const shopper of [home, away]) {
      const basket = (await shopper.gets('/basket')).$('main').text()
      expect(basket).toContain(products.mug.title)
      expect(basket).toContain(products.bowl.title)
    }
  })

  test('keeps the cookie for as long as they keep coming', async () => {
    const asha = shopperAt(shop.url)
    await signsIn(asha, 'asha@example.com')
    const cookie = `session=${asha.jar.get('session')}`
    const given = async () => {
      const answer = await shop.get('/', { cookie })
      return answer.headers.getSetCookie().some((line) => line.startsWith('session='))
    }
    await given()
    expect(await given()).toBe(false)
    vi.setSystemTime(Date.now() + 25 * 3_600_000)
    try {
      expect(await given()).toBe(true)
    } finally {
      vi.useRealTimers()
    }
  })

  test('is led to no other site afterwards', async () => {
    for (const back of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
    ]) {
      const page = await signsIn(shopperAt(shop.url), 'asha@example.com', { back })
      expect(new URL(page.address).origin).toBe(shop.url)
    }
  })

  test('is signed out here and at the provider, and the session is worth nothing then', async () => {
    const asha = shopperAt(shop.url)
    const account = await signsIn(asha, 'asha@example.com')
    const session = asha.jar.get('session')!
    await asha.presses(account, 'Sign out')
    const again = shopperAt(shop.url)
    again.jar.set('session', session)
    expect((await again.gets('/account')).heading()).toBe('Sign in')
    expect((await asha.gets('/sign-in')).heading()).toBe('Sign in')
  })

  test('sees where they are signed in, and ends it there and everywhere', async () => {
    const [here, there, elsewhere] = [shopperAt(shop.url), shopperAt(shop.url), shopperAt(shop.url)]
    for (const shopper of [here, there, elsewhere]) await signsIn(shopper, 'asha@example.com')
    const list = await here.gets('/account/sign-ins')
    expect(list.$('.entry')).toHaveLength(3)
    await here.presses(list, 'Sign out there')
    const states = await Promise.all([there, elsewhere].map((one) => one.gets('/account')))
    expect(states.map((page) => page.heading()).sort()).toEqual(['Hello, Asha Rao', 'Sign in'])
    await here.presses(list, 'Sign out everywhere else')
    for (const one of [there, elsewhere]) expect((await one.gets('/account')).heading()).toBe('Sign in')
    expect((await here.gets('/account')).heading()).toBe('Hello, Asha Rao')
  })

  test('leaves nothing to whoever comes next in the same browser', async () => {
    const shared = shopperAt(shop.url)
    await shared.adds(products.mug)
    const order = await shared.presses(
      await goesToReview(shared, 'invoice', 'kim@example.com'),
      'Place order',
    )
    await signsIn(shared, 'asha@example.com')
    expect((await shared.gets(order.address)).status).toBe(200)
    await rows('update identity.sign_ins set ended_at = now()')
    await shared.gets('/')
    expect((await shared.gets(order.address)).status).toBe(404)
  })

  test('is out at once when the account is shut, and cannot come back', async () => {
    const orders = shopperAt(shop.url)
    await signsIn(orders, 'orders@example.com', { back: '/admin' })
    expect((await orders.gets('/admin')).status).toBe(200)
    await disableCustomer(0, await idOf('orders@example.com'), true)
    expect((await orders.gets('/admin')).heading()).not.toBe('Back office')
    expect((await signsIn(shopperAt(shop.url), 'orders@example.com')).heading()).toBe(
      'This account is closed',
    )
  })

  test.each([
    { who: 'a customer', email: 'asha@example.com', idle: '14 days', longest: '90 days' },
    { who: 'staff', email: 'orders@example.com', idle: '1 hour', longest: '12 hours' },
  ])(
    'as $who is signed out when they stay away for $idle, or after $longest',
    async ({ email, idle, longest }) => {
      const shopper = shopperAt(shop.url)
      const isIn = async () => (await shopper.gets('/account')).$('form[action="/sign-out"]').length > 0
      for (const [column, time] of [
        ['seen_at = seen_at -', idle],
        ['ends_at = ends_at -', longest],
      ]) {
        await signsIn(shopper, email)
        await rows(`update identity.sign_ins set ${column} ($time::interval - interval '1 minute')`, { time })
        expect(await isIn()).toBe(true)
        await rows(`update identity.sign_ins set ${column} $time::interval`, { time })
        expect(await isIn()).toBe(false)
      }
    },
  )
})

describe('somebody new', () => {
  async function registers(shopper: Shopper, email: string) {
    const form = await shopper.gets('/register?back=/account')
    expect(form.heading()).toBe('Create account')
    const fields = { name: 'Ruth Klein', email, 'new-password': 'seven blue kettles' }
    return shopper.presses(form, 'Create account', fields)
  }

  test('registers, confirms by the code from the mail, and is in', async () => {
    const ruth = shopperAt(shop.url)
    const confirm = await registers(ruth, 'ruth@example.com')
    const wrong = await ruth.presses(confirm, 'Confirm', { code: '000000' })
    expect(wrong.status).toBe(422)
    const account = await ruth.presses(wrong, 'Confirm', { code: await codeFor('ruth@example.com') })
    expect(account.heading()).toBe('Hello, Ruth Klein')
    expect(account.alert()).toContain('Welcome')
  })

  test('keeps as a customer what they have ordered as a guest with the same address, and nobody else’s', async () => {
    const guest = shopperAt(shop.url)
    await guest.adds(products.mug)
    const review = await goesToReview(guest, 'invoice', 'Jo@example.com')
    const order = await guest.presses(review, 'Place order')
    const other = shopperAt(shop.url)
    await other.adds(products.bowl)
    const others = await other.presses(await goesToReview(other, 'invoice', 'kim@example.com'), 'Place order')

    const elsewhere = shopperAt(shop.url)
    const confirm = await registers(elsewhere, 'jo@example.com')
    await elsewhere.presses(confirm, 'Confirm', { code: await codeFor('jo@example.com') })
    const history = (await elsewhere.gets('/account/orders')).$('main').text()
    expect(history).toContain(new URL(order.address).pathname.split('/').at(-1))
    expect(history).not.toContain(new URL(others.address).pathname.split('/').at(-1))
    expect((await elsewhere.gets(order.address)).status).toBe(200)
    expect((await elsewhere.gets(others.address)).status).toBe(404)
    expect((await guest.gets(order.address)).status).toBe(404)
  })

  test('forgets the password, chooses another by a code, and the old one counts no longer', async () => {
    const ben = shopperAt(shop.url)
    const login = await ben.gets('/sign-in')
    const forgot = await ben.gets(new URL(login.$('a[href$="/forgot"]').attr('href')!, login.address).href)
    const reset = await ben.presses(forgot, 'Send the code', { email: 'ben@example.com' })
    const code = await codeFor('ben@example.com')
    const short = await ben.presses(reset, 'Save and sign in', { code, 'new-password': 'short' })
    expect(short.alert()).toContain('at least 12 characters')
    const account = await ben.presses(short, 'Save and sign in', {
      code,
      'new-password': 'a quiet new gallery',
    })
    expect(account.heading()).toBe('Hello, Ben Okafor')
    expect((await signsIn(shopperAt(shop.url), 'ben@example.com')).status).toBe(422)
    const again = await signsIn(shopperAt(shop.url), 'ben@example.com', { password: 'a quiet new gallery' })
    expect(again.heading()).toBe('Hello, Ben Okafor')
  })

  test('is not told whether somebody has an account, and is locked out for a quarter of an hour after five guesses', async () => {
    const guesser = shopperAt(shop.url)
    const said = async (email: string) =>
      (await signsIn(guesser, email, { password: 'guess after guess' })).alert()
    const first = await said('support@example.com')
    expect(await said('nobody@example.com')).toBe(first)
    for (let guess = 0; guess < 3; guess++) await said('support@example.com')
    expect(await said('support@example.com')).toContain('15 minutes')
    expect((await signsIn(guesser, 'support@example.com')).alert()).toContain('Too many wrong passwords')
  })
})

test('while the provider is out of reach, signing in says so within 5 seconds, and shopping goes on', async () => {
  const asha = shopperAt(shop.url)
  await signsIn(asha, 'asha@example.com')
  await sandbox.close()
  try {
    vi.setSystemTime(Date.now() + 31_000)
    const guest = shopperAt(shop.url)
    await guest.adds(products.mug)
    const begun = performance.now()
    const told = await guest.gets('/sign-in')
    expect(performance.now() - begun).toBeLessThan(5_000)
    expect(told.status).toBe(503)
    expect(told.heading()).toBe('Nobody can sign in at the moment')
    expect((await goesToReview(guest, 'invoice')).heading()).toContain('Check your order')
    expect((await asha.gets('/account')).heading()).toBe('Hello, Asha Rao')
  } finally {
    vi.useRealTimers()
    sandbox = await runningSandbox()
  }
  expect((await shopperAt(shop.url).gets('/sign-in')).heading()).toBe('Sign in')
})

test('nobody is sent to the provider whose way back could not be kept', async () => {
  const sessionStore = new (class extends session.MemoryStore {
    override set = (_id: string, _kept: session.SessionData, done?: (error?: unknown) => void) =>
      done?.(new Unavailable('The session store'))
  })()
  await using forgetful = await listening(createApp({ ...deps, sessionStore, limits: () => async () => {} }))
  const answer = await forgetful.get('/sign-in')
  expect(answer.status).toBe(503)
  expect(answer.headers.get('Location')).toBeNull()
  expect(answer.headers.get('Retry-After')).not.toBeNull()
})
