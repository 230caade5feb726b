import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { createDeps } from '../../src/deps.ts'
import { allows, type Permission, type Role } from '../../src/identity/permissions.ts'
import { rows } from '../../src/platform/database.ts'
import { translator } from '../../src/platform/messages.ts'
import { listening } from '../support/house/listening.ts'
import { addressesOf } from '../support/house/routes.ts'
import { runningSandbox } from '../support/running-shop.ts'
import { openShop, products } from '../support/shop.ts'
import { type Shopper, shopperAt, signsIn } from '../support/shopper.ts'
import { ashaWithEverything, type Everything, marks, stateOf } from './asha.ts'

const t = translator('en')
/** After so many forms it is looked whether anything of Asha's has changed. */
const AT_ONCE = 10
const deps = createDeps()
/** Who is told to come again later would be refused for another reason than the one that is looked for. */
const app = createApp({ ...deps, limits: () => async () => {} })
const addresses = addressesOf(app).filter(({ path }) => !path.startsWith('/health'))

/** What stands for each part of an address: Asha's own where it names somebody's, and something that is there. */
const parts = ({ number, address, signIn, token, staff }: Everything): Record<string, string> => ({
  ...{ placement: 'home', model: '1', choice: '1' },
  ...{ number, address, signIn, token, staff },
  // Whoever has the key of a mail may do what the mail is about: nobody else comes by one.
  key: crypto.randomUUID(),
  sku: products.bowl.sku,
  slug: products.mug.slug,
  path: 'kitchen',
  part: '1',
  creditNote: 'CN-2026-1',
  ...{
    shipment: '1',
    return: '1',
    product: '1',
    variant: '1',
    review: '1',
    customer: staff,
    job: '1',
    sale: '1',
    promotion: '1',
    category: '1',
    discrepancy: '1',
    mail: 'parcel',
    attribute: '1',
    upload: '1',
    draft: '0b0e7a52-6c0a-4b0e-9a39-6f7a3a3d9a10',
    code: 'standard',
  },
})

const roles: Record<string, { email: string; roles: Role[] }> = {
  'another customer': { email: 'ben@example.com', roles: [] },
  'staff of the catalogue': { email: 'products@example.com', roles: ['catalogue'] },
  'staff of orders': { email: 'orders@example.com', roles: ['orders'] },
  support: { email: 'support@example.com', roles: ['support'] },
  'an analyst': { email: 'analyst@example.com', roles: ['analyst'] },
  'an administrator': { email: 'admin@example.com', roles: ['admin'] },
}

/** What a form could ask for: plausible, and nothing of it is Asha's. */
const fields = {
  ...{
    name: 'Eve',
    line1: 'Elsewhere 1',
    postcode: '10119',
    city: 'Berlin',
    country: 'DE',
    email: 'eve@example.com',
  },
  ...{ quantity: '1', 'quantity-0': '1', sku: products.mug.sku, slug: products.mug.slug, code: 'WELCOME10' },
  ...{
    disabled: 'no',
    shared: 'no',
    wanted: 'no',
    marketing: 'no',
    personalisation: 'no',
    method: 'invoice',
  },
  ...{
    stars: '1',
    title: 'Not what I wanted',
    text: 'I have never bought it, and would not.',
    displayName: 'Eve',
  },
  ...{
    reason: 'other',
    comment: 'mine',
    number: 'P-1',
    delivery: 'standard',
    currency: 'EUR',
    locale: 'en',
    kept: '1',
  },
}

let shop: Awaited<ReturnType<typeof listening>>
let sandbox: Awaited<ReturnType<typeof runningSandbox>>
let everything: Everything

beforeAll(async () => {
  await openShop()
  sandbox = await runningSandbox()
  shop = await listening(app)
  everything = await ashaWithEverything(shop.url)
})
afterAll(async () => {
  await shop[Symbol.asyncDispose]()
  await sandbox.close()
  await deps.close()
})

function addressWith(path: string, values: Record<string, string>): string {
  return path.replace(/[:*](\w+)/g, (_whole, name: string) => {
    const value = values[name]
    if (value === undefined)
      throw new Error(`What does :${name} of ${path} stand for? Say it in this test's parts`)
    return encodeURIComponent(value)
  })
}

const cookieOf = (shopper: Shopper) => [...shopper.jar].map(([name, value]) => `${name}=${value}`).join('; ')

function ask({ method, path }: { method: string; path: string }, shopper: Shopper): Promise<Response> {
  const body = method === 'POST' ? { body: new URLSearchParams(fields) } : {}
  return fetch(shop.url + addressWith(path, parts(everything)), {
    method,
    ...body,
    redirect: 'manual',
    headers: { cookie: cookieOf(shopper) },
  })
}

/** What staff have the right to see and to change is their work, and not Asha's secret. */
function isTheirWork({ path, permissions }: (typeof addresses)[number], held: Role[]): boolean {
  const wanted = ['enter-office', ...permissions] as Permission[]
  return path.startsWith('/admin') && wanted.every((permission) => allows(held, permission))
}

/** Signing out goes last: everything before it is asked by whoever is signed in. */
const inTurn = addresses.toSorted((a, b) => Number(a.path === '/sign-out') - Number(b.path === '/sign-out'))

test('Asha herself sees what is hers, so that the marks are worth looking for', async () => {
  const seen = new Set<string>()
  const pages = new Set<string>()
  for (const address of addresses.filter(
    ({ method }) => method === 'GET' && !/sign-in|register|callback/.test(method),
  )) {
    const page = await (await ask(address, everything.asha)).text()
    for (const mark of marks.filter((one) => page.includes(one))) {
      seen.add(mark)
      pages.add(address.path)
    }
  }
  expect([...seen].sort()).toEqual(marks.toSorted())
  expect(pages.size).toBeGreaterThanOrEqual(10)
})

test('support who see the shop as Asha see what is hers at every address, and change nothing at any', {
  timeout: 120_000,
}, async () => {
  const support = shopperAt(shop.url)
  await signsIn(support, 'support@example.com')
  const before = await stateOf(everything)
  await support.posts(`/admin/customers/${everything.staff}/viewing`, {})
  const outside = addresses.filter(({ path }) => !/^\/(admin|sign-in|sign-out|webhooks)/.test(path))
  const seen = new Set<string>()
  for (const address of outside) {
    const answer = await ask(address, support)
    const page = await answer.text()
    expect([address.path, answer.status < 500]).toEqual([address.path, true])
    if (address.method === 'POST') expect([address.path, answer.status]).toEqual([address.path, 403])
    for (const mark of marks.filter((one) => page.includes(one))) seen.add(mark)
  }
  expect([...seen].sort()).toEqual(marks.toSorted())
  expect(await stateOf(everything)).toBe(before)
  await support.posts('/admin/viewing/end', {})
  expect((await support.gets('/account')).html).not.toContain('asha@example.com')
  const log = await rows<{ action: string; subject: string }>(
    `select action, subject from admin.audit where action like 'customer-view%' order by id`,
  )
  const subject = `account ${everything.staff}`
  expect(log).toEqual([
    { action: 'customer-viewed', subject },
    { action: 'customer-view-ended', subject },
  ])
})

describe.each([['a guest', undefined], ...Object.entries(roles)] as const)('%s', (_who, account) => {
  test('reads and changes nothing of Asha’s at any address of the shop', async () => {
    const shopper = shopperAt(shop.url)
    if (account) await signsIn(shopper, account.email)
    const before = await stateOf(everything)
    const leaks: string[] = []
    let asked: string[] = []
    const expectUnchanged = async () => {
      if ((await stateOf(everything)) !== before)
        throw new Error(`One of ${asked} has changed something of Asha's`)
      asked = []
    }
    for (const address of inTurn.filter((one) => !isTheirWork(one, account?.roles ?? []))) {
      const answer = await ask(address, shopper)
      const said = await answer.text()
      const named = `${address.method} ${address.path} (${answer.status})`
      for (const mark of marks.filter((one) => said.includes(one))) leaks.push(`${named} says ${mark}`)
      if (answer.status >= 500) leaks.push(`${named} fails`)
      if (address.method === 'POST') asked.push(named)
      if (asked.length === AT_ONCE) await expectUnchanged()
    }
    await expectUnchanged()
    expect(leaks).toEqual([])
  })

  test('comes into the back office as far as their rights go, and is told which is missing', async () => {
    const shopper = shopperAt(shop.url)
    if (account) await signsIn(shopper, account.email)
    const offices = addresses.filter(({ path }) => path.startsWith('/admin'))
    expect(offices.length).toBeGreaterThan(0)
    for (const address of offices) {
      if (address.method === 'POST' && isTheirWork(address, account?.roles ?? [])) continue
      const answer = await ask(address, shopper)
      const said = await answer.text()
      if (!account) {
        expect(answer.status, address.path).toBe(303)
        expect(answer.headers.get('location')).toMatch(/^\/sign-in\?/)
        continue
      }
      const missing = (['enter-office', ...address.permissions] as Permission[]).find(
        (permission) => !allows(account.roles, permission),
      )
      expect(answer.status === 403, `${address.method} ${address.path}`).toBe(missing !== undefined)
      if (missing) expect(said).toContain(t(`identity.right.${missing}`))
    }
  })
})

test('every address of the back office but its door asks for a right of its own', () => {
  const open = addresses.filter(
    ({ path, permissions }) => /^\/admin\/./.test(path) && permissions.length === 0,
  )
  expect(open.map(({ method, path }) => `${method} ${path}`)).toEqual([])
})
