import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { createDeps } from '../../src/deps.ts'
import { rows } from '../../src/platform/database.ts'
import { listening } from '../support/house/listening.ts'
import { runningSandbox } from '../support/running-shop.ts'
import { openShop, products } from '../support/shop.ts'
import { type Shopper, shopperAt, signsIn } from '../support/shopper.ts'

const deps = createDeps()
let shop: Awaited<ReturnType<typeof listening>>
let sandbox: Awaited<ReturnType<typeof runningSandbox>>
let asha: Shopper

beforeAll(async () => {
  sandbox = await runningSandbox()
  shop = await listening(createApp({ ...deps, limits: () => async () => {} }))
})
beforeEach(async () => {
  await openShop()
  asha = shopperAt(shop.url)
})
afterAll(async () => {
  await shop[Symbol.asyncDispose]()
  await sandbox.close()
  await deps.close()
})

const home = { name: 'Asha Rao', line1: 'Torstraße 1', postcode: '10119', city: 'Berlin', country: 'DE' }
const office = { ...home, line1: 'Lange Straße 12' }

describe('the address book', () => {
  beforeEach(() => signsIn(asha, 'asha@example.com'))

  const defaults = async () =>
    (await asha.gets('/account/addresses')).$('.entry:contains("unless you say otherwise")').text()

  test('has the first address as its default, then the one that is chosen, then the one that is left', async () => {
    await asha.posts('/account/addresses', home)
    expect(await defaults()).toContain('Torstraße 1')
    const saved = await asha.posts('/account/addresses', { ...office, standard: 'yes' })
    expect(saved.alert()).toContain('The address is saved')
    expect(await defaults()).toContain('Lange Straße 12')
    const page = await asha.gets('/account/addresses')
    const removed = await asha.presses(page, 'Remove')
    expect(await defaults()).toContain('Torstraße 1')
    const back = await asha.presses(removed, 'Undo')
    expect(back.$('.entry')).toHaveLength(2)
    expect(await defaults()).toContain('Torstraße 1')
  })

  test('refuses what a country does not write, and loses nothing that was typed', async () => {
    const refused = await asha.posts('/account/addresses', { ...home, postcode: '1011', name: '' })
    expect(refused.status).toBe(422)
    expect(refused.alert()).toContain('Enter a postcode, like 10115')
    expect(refused.$('#line1').attr('value')).toBe('Torstraße 1')
    const other = await asha.posts('/account/addresses', { ...home, country: 'AT', step: 'country' })
    expect(other.status).toBe(200)
    expect(other.$('.hint:contains("1010")')).toHaveLength(1)
  })

  test('keeps the same address once, however often and at however many doors it is sent', async () => {
    await Promise.all(Array.from({ length: 6 }, () => asha.posts('/account/addresses', home)))
    expect((await asha.gets('/account/addresses')).$('.entry')).toHaveLength(1)
  })

  test('ends at twenty, with a sentence', async () => {
    for (let number = 1; number <= 20; number++) {
      await asha.posts('/account/addresses', { ...home, line1: `Torstraße ${number}` })
    }
    const full = await asha.posts('/account/addresses', { ...home, line1: 'Torstraße 21' })
    expect(full.status).toBe(422)
    expect(full.alert()).toContain('20 addresses')
  })

  test('is what the checkout offers, and what is typed there can be kept', async () => {
    await asha.adds(products.mug)
    const form = await asha.gets('/checkout')
    const review = await asha.presses(form, 'Continue', { ...home, keep: 'yes' })
    expect(review.heading()).toBe('Check your order before you pay')
    expect((await asha.gets('/account/addresses')).$('main').text()).toContain('Torstraße 1')
    await asha.posts('/account/addresses', office)
    const choice = await asha.gets('/checkout/address')
    const offices = choice.$('label:contains("Lange Straße 12") input').attr('value')!
    const changed = await asha.presses(choice, 'Deliver to this address', { kept: offices })
    expect(changed.$('main').text()).toContain('Lange Straße 12')
  })
})

describe('a wish list', () => {
  test('is kept for a guest, goes along at sign-in, and is there in every browser', async () => {
    await signsIn(asha, 'asha@example.com')
    await asha.posts('/account/wish-list', { slug: products.mug.slug })
    const away = shopperAt(shop.url)
    await away.posts('/account/wish-list', { slug: products.bowl.slug })
    await signsIn(away, 'asha@example.com')
    for (const one of [asha, away]) {
      const list = (await one.gets('/account/wish-list')).$('main').text()
      expect(list).toContain(products.mug.title)
      expect(list).toContain(products.bowl.title)
    }
  })

  test('is told on the product’s page, and a second press takes it back', async () => {
    const pressed = async () =>
      (await asha.gets(`/products/${products.mug.slug}`)).$('#wish-button').attr('aria-pressed')
    expect(await pressed()).toBe('false')
    const page = await asha.presses(await asha.gets(`/products/${products.mug.slug}`), 'Save to wish list')
    expect(page.alert()).toContain('Saved to your wish list: Oat mug')
    expect(await pressed()).toBe('true')
    await asha.presses(await asha.gets(`/products/${products.mug.slug}`), 'Save to wish list')
    expect(await pressed()).toBe('false')
  })

  test('is seen by others at its address and says nothing of whose it is, until it is shared no more', async () => {
    await signsIn(asha, 'asha@example.com')
    await asha.posts('/account/wish-list', { slug: products.mug.slug })
    const shared = await asha.presses(await asha.gets('/account/wish-list'), 'Get an address to share')
    const address = String(shared.$('#address').attr('value'))
    const friend = shopperAt(shop.url)
    const seen = await friend.gets(address)
    expect(seen.$('main').text()).toContain(products.mug.title)
    expect(seen.html).not.toMatch(/asha/i)
    await asha.presses(shared, 'Stop sharing')
    expect((await friend.gets(address)).status).toBe(404)
    expect((await friend.gets('/wish-lists/made-up')).status).toBe(404)
  })
})

describe('saved baskets', () => {
  test('are kept under a name, taken out again, and forgotten', async () => {
    await signsIn(asha, 'asha@example.com')
    expect((await asha.posts('/account/baskets', { name: 'Nothing' })).alert()).toContain(
      'nothing in your basket',
    )
    await asha.adds(products.mug, { quantity: 3 })
    expect((await asha.posts('/account/baskets', { name: ' ' })).status).toBe(422)
    const kept = await asha.posts('/account/baskets', { name: 'Coffee for the office' })
    await asha.posts('/basket/lines/MUG-OAT/removal', {})
    const basket = await asha.gets(String(kept.$('.entry a').attr('href')))
    expect(basket.heading()).toBe('Coffee for the office')
    const full = await asha.presses(basket, 'Put')
    expect(full.$('main').text()).toContain(products.mug.title)
    const left = await asha.presses(await asha.gets('/account/baskets'), 'Remove')
    expect(left.$('.entry')).toHaveLength(0)
  })
})

describe('what somebody agrees to', () => {
  const said = () =>
    rows(
      `select purpose, is_given as "isGiven", wording <> '' as "hasWords" from customers.consents order by id`,
    )

  test('leaves nothing of whoever refuses, and a proof of whoever agrees', async () => {
    const refusing = shopperAt(shop.url)
    await refusing.posts('/consent', { personalisation: 'no' })
    expect([...refusing.jar.keys()]).toEqual(['personalisation'])
    expect(await said()).toEqual([])
    await asha.posts('/consent', { personalisation: 'yes' })
    await signsIn(asha, 'asha@example.com')
    await asha.posts('/account/privacy/marketing', { marketing: 'yes' })
    await asha.posts('/account/privacy/marketing', { marketing: 'no' })
    await asha.posts('/consent', { personalisation: 'no' })
    expect((await said()).slice(1)).toEqual([
      { purpose: 'personalisation', isGiven: true, hasWords: true },
      { purpose: 'marketing', isGiven: true, hasWords: true },
      { purpose: 'marketing', isGiven: false, hasWords: true },
      { purpose: 'personalisation', isGiven: false, hasWords: true },
    ])
    expect((await asha.gets('/account/privacy')).$('main').text()).not.toContain('You have agreed to this.')
  })
})

test('a profile is kept: the name greets, the currency is what prices are shown in', async () => {
  await signsIn(asha, 'asha@example.com')
  const page = await asha.gets('/account/profile')
  const saved = await asha.presses(page, 'Save', { name: '  Asha   R. ', currency: 'JPY', locale: 'de' })
  expect(saved.alert()).toContain('Your profile is saved')
  expect((await asha.gets(`/products/${products.mug.slug}`)).$('.choice-price').text()).toContain('¥')
  const elsewhere = shopperAt(shop.url)
  const form = await elsewhere.gets('/sign-in')
  const german = await elsewhere.presses(form, 'Sign in', {
    email: 'asha@example.com',
    password: 'quiet-gallery-2026',
  })
  expect(german.address).toBe(`${shop.url}/de/account`)
  expect(german.heading()).toBe('Guten Tag, Asha R.')
  expect((await asha.posts('/account/profile', { name: '', currency: 'EUR', locale: 'en' })).status).toBe(422)
})
