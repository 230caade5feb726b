import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { createDeps } from '../../src/deps.ts'
import { recordTransfer } from '../../src/orders/index.ts'
import { row, rows } from '../../src/platform/database.ts'
import { forgetEvents, unlinkWithdrawn } from '../../src/recommendations/index.ts'
import { type KeptDeed, keepDeeds } from '../../src/recommendations/keep-deeds.ts'
import { listening } from '../support/house/listening.ts'
import { runningProcess, runningSandbox, until } from '../support/running-shop.ts'
import { openShop, products, variantId } from '../support/shop.ts'
import { goesToReview, type Shopper, shopperAt, signsIn } from '../support/shopper.ts'

const deps = createDeps()
let shop: Awaited<ReturnType<typeof listening>>

beforeAll(async () => {
  shop = await listening(createApp({ ...deps, limits: () => async () => {} }))
})
beforeEach(openShop)
afterAll(async () => {
  await shop[Symbol.asyncDispose]()
  await deps.close()
})

interface Kept {
  visitorId: string | null
  visitId: number
  kind: string
  productId: number | null
  words: string | null
  placement: string | null
  version: string | null
}

async function kept(): Promise<Kept[]> {
  await deps.recorder.flush()
  return rows<Kept>(
    `select visit.visitor_id as "visitorId", visit.id as "visitId", event.kind, event.product_id as "productId",
       event.words, event.placement, event.version
     from recommendations.events event join recommendations.visits visit on visit.id = event.visit_id
     order by event.at, event.kind`,
  )
}

async function productId(product: { sku: string }): Promise<number> {
  const found = await row<{ id: number }>('select product_id as id from catalogue.variants where id = $id', {
    id: variantId(product),
  })
  return found!.id
}

const agrees = (who: Shopper) => who.posts('/consent', { personalisation: 'yes' })
const visitorOf = (who: Shopper) => who.jar.get('visitor')!

async function looksAround(who: Shopper): Promise<void> {
  await who.gets('/products/oat-mug')
  await who.gets('/search?q=bowl')
  await who.posts('/account/wish-list', { slug: 'moss-bowl' })
  await who.adds(products.mug)
}

describe('what a visitor does', () => {
  test('is kept for nobody who has not agreed, nor for whoever has refused', async () => {
    const silent = shopperAt(shop.url)
    await looksAround(silent)
    const refuser = shopperAt(shop.url)
    await looksAround(refuser)
    await refuser.posts('/consent', { personalisation: 'no' })
    await looksAround(refuser)
    const liar = shopperAt(shop.url)
    await looksAround(liar)
    liar.jar.set('personalisation', 'yes')
    await looksAround(liar)
    expect(await kept()).toEqual([])
    expect(await rows('select from recommendations.visits')).toEqual([])
  })

  test('is kept for whoever has agreed, as one visit under an id that says nothing of them', async () => {
    const asha = shopperAt(shop.url)
    await agrees(asha)
    await looksAround(asha)
    const events = await kept()
    const [mug, bowl] = await Promise.all([productId(products.mug), productId(products.bowl)])
    expect(events.map(({ kind, productId, words }) => ({ kind, what: productId ?? words }))).toEqual([
      { kind: 'view', what: mug },
      { kind: 'search', what: 'bowl' },
      { kind: 'wish', what: bowl },
      { kind: 'view', what: bowl },
      { kind: 'basket', what: mug },
    ])
    expect(new Set(events.map(({ visitId }) => visitId)).size).toBe(1)
    expect(new Set(events.map(({ visitorId }) => visitorId))).toEqual(new Set([visitorOf(asha)]))
  })

  test('is another visit after half an hour in which nothing was done', async () => {
    const asha = shopperAt(shop.url)
    await agrees(asha)
    const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)
    const view = { visitorId: visitorOf(asha), kind: 'view', productId: 1 } as const
    await keepDeeds([{ ...view, at: minutesAgo(70) }])
    await keepDeeds([{ ...view, at: minutesAgo(41) }])
    await keepDeeds([{ ...view, at: minutesAgo(10) }])
    expect((await kept()).map(({ visitId }) => visitId)).toEqual([
      expect.any(Number),
      ...[(await kept())[0]!.visitId, (await kept())[0]!.visitId + 1],
    ])
  })

  test('is kept whole when many come at once', async () => {
    const many = await Promise.all(Array.from({ length: 20 }, () => shopperAt(shop.url)))
    for (const one of many) await agrees(one)
    await Promise.all(many.map((one) => one.gets('/products/oat-mug')))
    expect(await kept()).toHaveLength(20)
    expect(await rows('select from recommendations.visits')).toHaveLength(20)
  })
})

describe('a click on what was recommended', () => {
  test('counts after it was shown in that place, and leads to what is put into the basket and bought', async () => {
    const asha = shopperAt(shop.url)
    await agrees(asha)
    const [mug, bowl] = await Promise.all([productId(products.mug), productId(products.bowl)])
    const shown: KeptDeed = {
      ...{ kind: 'impression', visitorId: visitorOf(asha), at: new Date(Date.now() - 1_000) },
      ...{ placement: 'home', version: 'model-7', shown: [mug] },
    }
    await keepDeeds([shown])
    await asha.gets('/products/oat-mug?via=home')
    await asha.gets('/products/moss-bowl?via=home')
    await asha.gets('/products/oat-mug?via=product')
    await deps.recorder.flush()
    await asha.adds(products.mug)
    await asha.adds(products.bowl)
    const events = (await kept()).filter(({ kind }) => kind === 'click' || kind === 'basket')
    expect(events).toMatchObject([
      { kind: 'click', productId: mug, placement: 'home', version: 'model-7' },
      { kind: 'basket', productId: mug, placement: 'home', version: 'model-7' },
      { kind: 'basket', productId: bowl, placement: null, version: null },
    ])
  })
})

describe('whoever signs in', () => {
  test('brings along what they have done until then', async () => {
    await using _sandbox = await sandboxHere()
    const ben = shopperAt(shop.url)
    await agrees(ben)
    await ben.gets('/products/oat-mug')
    await deps.recorder.flush()
    await signsIn(ben, 'ben@example.com')
    await ben.gets('/products/moss-bowl')
    const { visitorId } = (await row<{ visitorId: string }>(
      'select visitor_id as "visitorId" from identity.customers',
    ))!
    const events = await kept()
    expect(events.map(({ kind }) => kind)).toEqual(['view', 'view'])
    expect(new Set(events.map((event) => event.visitorId))).toEqual(new Set([visitorId]))
  })
})

describe('in the worker', () => {
  test('what was paid is kept as bought, and who takes the consent back is unlinked, also from what came late', async () => {
    const worker = await runningProcess('worker')
    try {
      const asha = shopperAt(shop.url)
      await agrees(asha)
      await asha.adds(products.mug, { quantity: 2 })
      await asha.presses(await goesToReview(asha, 'invoice'), 'Place order')
      await isPaid()
      await until('the purchase is kept', async () => (await kept()).some(({ kind }) => kind === 'purchase'))
      const [bought] = await rows<{ amount: number; currency: string }>(
        `select amount, currency from recommendations.events where kind = 'purchase'`,
      )
      expect(bought).toEqual({ amount: 4_800, currency: 'EUR' })

      const visitorId = visitorOf(asha)
      await asha.posts('/consent', { personalisation: 'no' })
      await until('nothing is linked', async () => (await kept()).every((event) => event.visitorId === null))
      await keepDeeds([{ kind: 'view', visitorId, at: new Date(), productId: 1 }])
      expect((await kept()).filter((event) => event.visitorId !== null)).toEqual([])
      expect((await kept()).length).toBeGreaterThan(0)
    } finally {
      await worker.stop()
    }
  })

  test('what is linked though nobody agrees any more is unlinked at night', async () => {
    const asha = shopperAt(shop.url)
    await agrees(asha)
    await asha.gets('/products/oat-mug')
    expect((await kept())[0]!.visitorId).not.toBeNull()
    await rows('delete from customers.consents')
    await unlinkWithdrawn()
    expect((await kept())[0]!.visitorId).toBeNull()
  })

  test('months of which every day is too long ago go as a whole, and those to come are there', async () => {
    await rows(`select recommendations.keep_month('2020-02-29T23:30:00Z')`)
    await rows(`select recommendations.keep_month(now() - interval '390 days')`)
    await forgetEvents()
    const parts = await rows<{ name: string }>(
      `select relname as name from pg_inherits join pg_class on oid = inhrelid
       where inhparent = 'recommendations.events'::regclass order by 1`,
    )
    expect(parts.map(({ name }) => name)).not.toContain('events_2020_02')
    const month = (days: number) => {
      const day = new Date(Date.now() + days * 24 * 3_600_000)
      return `events_${day.toISOString().slice(0, 7).replace('-', '_')}`
    }
    expect(parts.map(({ name }) => name)).toEqual(expect.arrayContaining([month(-390), month(0), month(32)]))
  })
})

async function isPaid(): Promise<void> {
  const order = await row<{ id: number; number: string; total: number }>(
    'select id, number, total from orders.orders',
  )
  const { id: orderId, number: purpose, total: amount } = order!
  const line = { reference: 'line-1', currency: 'EUR', sender: 'Asha Rao', actor: 'bank' }
  await recordTransfer({ ...line, orderId, purpose, amount })
}

async function sandboxHere() {
  const sandbox = await runningSandbox()
  return { ...sandbox, [Symbol.asyncDispose]: () => sandbox.close() }
}
