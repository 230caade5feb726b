import { generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createApp } from '../../src/app.ts'
import { createDeps } from '../../src/deps.ts'
import { config } from '../../src/platform/config.ts'
import { rows } from '../../src/platform/database.ts'
import { placed } from '../support/bought.ts'
import { listening } from '../support/house/listening.ts'
import { openShop } from '../support/shop.ts'
import { type ShopPage, type Shopper, shopperAt } from '../support/shopper.ts'
import { hostileProvider } from './hostile-provider.ts'

const { clientId, clientSecret } = config.identity
const deps = createDeps()
let shop: Awaited<ReturnType<typeof listening>>
let provider: Awaited<ReturnType<typeof hostileProvider>>

beforeAll(async () => {
  provider = await hostileProvider(config.sandbox.port, clientId)
  shop = await listening(createApp({ ...deps, limits: () => async () => {} }))
})
beforeEach(async () => {
  await openShop()
  provider.isHonest()
})
afterAll(async () => {
  await shop[Symbol.asyncDispose]()
  provider.close()
  await deps.close()
})

const signsIn = (shopper: Shopper) => shopper.gets('/sign-in?back=/account')
const isIn = (page: ShopPage) => page.status === 200 && page.heading() === 'Hello, Asha Rao'
const now = () => Math.floor(Date.now() / 1_000)

async function expectRefused(page: ShopPage, shopper: Shopper): Promise<void> {
  expect(page.status).toBe(403)
  expect(page.heading()).toBe('Signing in did not work')
  const account = await fetch(`${shop.url}/account`, {
    redirect: 'manual',
    headers: { cookie: [...shopper.jar].map(([name, value]) => `${name}=${value}`).join('; ') },
  })
  expect(account.status).toBe(303)
  expect(await rows('select from identity.sign_ins')).toEqual([])
}

test('an honest provider is believed, with a proof key and a nonce of each sign-in’s own', async () => {
  expect(isIn(await signsIn(shopperAt(shop.url)))).toBe(true)
  expect(isIn(await signsIn(shopperAt(shop.url)))).toBe(true)
  const verifiers = provider.exchanges.map((body) => body.get('code_verifier'))
  expect(verifiers.every((verifier) => /^[\w-]{43,128}$/.test(verifier ?? ''))).toBe(true)
  expect(new Set(verifiers).size).toBe(verifiers.length)
})

describe('an ID token is refused', () => {
  test.each([
    ['for somebody else', { aud: 'another shop' }],
    ['for several, of which another asked', { aud: [clientId, 'another shop'], azp: 'another shop' }],
    ['for several, of whom nobody asked', { aud: [clientId, 'another shop'] }],
    ['from another issuer', { iss: 'https://evil.example' }],
    ['of another sign-in', { nonce: 'of another sign-in' }],
    ['without a nonce', { nonce: undefined }],
    ['that is an access token', { token_use: 'access' }],
    ['that has ended two minutes ago', { exp: now() - 120, iat: now() - 600 }],
    ['that does not end', { exp: undefined }],
    ['that begins in two minutes', { nbf: now() + 120 }],
    ['of nobody', { sub: '' }],
  ])('%s', async (_what, claims) => {
    const shopper = shopperAt(shop.url)
    provider.behaves({ claims })
    await expectRefused(await signsIn(shopper), shopper)
  })

  test('without a signature, whatever it says of itself', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    for (const made of [
      async (claims: JWTPayload) => provider.unsecured(claims),
      async (claims: object) => `${part({ alg: 'RS256', kid: 'first' })}.${part(claims)}.`,
      async (claims: object) => `${part({ alg: 'none' })}.${part(claims)}.AAAA`,
      async (claims: object) => `${part({ alg: 'NONE' })}.${part(claims)}.`,
    ]) {
      const shopper = shopperAt(shop.url)
      provider.behaves({ made })
      await expectRefused(await signsIn(shopper), shopper)
    }
  })

  test('signed with the client’s secret, or with the provider’s public key as if it were one', async () => {
    const secret = new TextEncoder().encode(clientSecret.padEnd(32, ' '))
    const publicKey = new TextEncoder().encode(await (await fetch(`${provider.issuer}/keys`)).text())
    for (const key of [secret, publicKey]) {
      const shopper = shopperAt(shop.url)
      provider.behaves({ key, header: { alg: 'HS256', kid: 'first' } })
      await expectRefused(await signsIn(shopper), shopper)
    }
  })

  test('signed with a key that is not the provider’s, under its name or under one of its own', async () => {
    const other = await generateKeyPair('RS256')
    for (const kid of ['first', 'own']) {
      const shopper = shopperAt(shop.url)
      provider.behaves({ key: other.privateKey, header: { alg: 'RS256', kid } })
      await expectRefused(await signsIn(shopper), shopper)
    }
  })

  test('that is changed after it was signed', async () => {
    const shopper = shopperAt(shop.url)
    await signsIn(shopper)
    await rows('delete from identity.customers')
    const thief = shopperAt(shop.url)
    provider.behaves({
      made: async (claims) => {
        const { privateKey } = await generateKeyPair('RS256')
        const signed = await new SignJWT(claims)
          .setProtectedHeader({ alg: 'RS256', kid: 'first' })
          .sign(privateKey)
        const [head, , signature] = signed.split('.')
        return [
          head,
          Buffer.from(JSON.stringify({ ...claims, sub: 'admin' })).toString('base64url'),
          signature,
        ].join('.')
      },
    })
    await expectRefused(await signsIn(thief), thief)
  })
})

describe('the way back is refused', () => {
  /** The address to which the provider sends somebody back, not followed. */
  async function wayBack(cookie: string): Promise<{ address: string; cookie: string }> {
    const start = await fetch(`${shop.url}/sign-in`, {
      redirect: 'manual',
      headers: cookie ? { cookie } : {},
    })
    const session =
      start.headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; ') || cookie
    const asked = await fetch(start.headers.get('location')!, { redirect: 'manual' })
    return { address: asked.headers.get('location')!, cookie: session }
  }
  const follows = (address: string, cookie: string) =>
    fetch(address, { redirect: 'manual', headers: cookie ? { cookie } : {} })

  test('a second time', async () => {
    const { address, cookie } = await wayBack('')
    expect((await follows(address, cookie)).status).toBe(303)
    expect((await follows(address, cookie)).status).toBe(403)
  })

  test('in the session of somebody else, and without one', async () => {
    const mine = await wayBack('')
    const theirs = await wayBack('')
    expect((await follows(mine.address, theirs.cookie)).status).toBe(403)
    expect((await follows(mine.address, '')).status).toBe(403)
    expect((await follows(theirs.address, theirs.cookie)).status).toBe(303)
  })

  test.each(['', 'made-up', '__proto__', 'constructor'])('with the state %j', async (state) => {
    const { address, cookie } = await wayBack('')
    const forged = new URL(address)
    forged.searchParams.set('state', state)
    expect((await follows(forged.href, cookie)).status).toBe(403)
  })

  test('without a code, and when the provider reports an error it is said in plain words', async () => {
    const { cookie } = await wayBack('')
    expect((await follows(`${shop.url}/auth/callback`, cookie)).status).toBe(403)
    const denied = await follows(`${shop.url}/auth/callback?error=access_denied`, cookie)
    expect(await denied.text()).toContain('You are not signed in')
  })
})

test('the same e-mail address with another subject is somebody else', async () => {
  const asha = shopperAt(shop.url)
  await signsIn(asha)
  await asha.posts('/account/addresses', {
    name: 'Asha Rao',
    line1: 'Torstraße 1',
    postcode: '10119',
    city: 'Berlin',
    country: 'DE',
  })
  provider.names('subject-2')
  const other = shopperAt(shop.url)
  expect(isIn(await signsIn(other))).toBe(true)
  expect((await other.gets('/account/addresses')).html).not.toContain('Torstraße')
  expect(await rows('select from identity.customers')).toHaveLength(2)
})

test('an address that the provider has not proved adopts no order', async () => {
  const order = await placed({ mug: 1 })
  provider.behaves({ claims: { email_verified: false } })
  const shopper = shopperAt(shop.url)
  await signsIn(shopper)
  expect((await shopper.gets('/account/orders')).html).not.toContain(order.number)
  provider.isHonest()
  await shopper.posts('/sign-out', {})
  const proven = shopperAt(shop.url)
  await signsIn(proven)
  expect((await proven.gets('/account/orders')).html).toContain(order.number)
})

test('a provider that takes a new key is believed after one look; a made-up key is not looked for again and again', async () => {
  await signsIn(shopperAt(shop.url))
  await provider.rotates()
  try {
    vi.setSystemTime(Date.now() + 31_000)
    expect(isIn(await signsIn(shopperAt(shop.url)))).toBe(true)
    expect(provider.asked.keys).toBe(1)

    const { privateKey } = await generateKeyPair('RS256')
    provider.behaves({ key: privateKey, header: { alg: 'RS256', kid: 'made-up' } })
    for (let attempt = 0; attempt < 5; attempt++) await signsIn(shopperAt(shop.url))
    expect(provider.asked.keys).toBe(1)
    vi.setSystemTime(Date.now() + 31_000)
    for (let attempt = 0; attempt < 5; attempt++) await signsIn(shopperAt(shop.url))
    expect(provider.asked.keys).toBe(2)
  } finally {
    vi.useRealTimers()
  }
})
