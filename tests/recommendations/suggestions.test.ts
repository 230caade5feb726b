import { load } from 'cheerio'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { createDeps } from '../../src/deps.ts'
import { setStock } from '../../src/inventory/index.ts'
import { row, rows, transaction } from '../../src/platform/database.ts'
import { openEmbeddedModel } from '../../src/recommendations/embedded-model.ts'
import { suggestByMail, trainModel } from '../../src/recommendations/index.ts'
import { listening } from '../support/house/listening.ts'
import { until } from '../support/running-shop.ts'
import { openShop, products, variantId } from '../support/shop.ts'
import { type Shopper, shopperAt } from '../support/shopper.ts'
import { plantVisits, productId } from './planted.ts'

const deps = createDeps()
let shop: Awaited<ReturnType<typeof listening>>
let ids: Record<keyof typeof products, number>

beforeAll(async () => {
  await openShop()
  shop = await listening(createApp({ ...deps, limits: () => async () => {} }))
  const { mug, bowl, lastLamp, goneBowl } = products
  ids = {
    mug: await productId(mug),
    bowl: await productId(bowl),
    lastLamp: await productId(lastLamp),
    goneBowl: await productId(goneBowl),
  }
  await plantVisits(80, [ids.mug, ids.lastLamp])
  await plantVisits(60, [ids.mug, ids.goneBowl])
  await plantVisits(60, [ids.bowl, ids.goneBowl])
  await trainModel()
  await answers()
})
afterAll(async () => {
  await shop[Symbol.asyncDispose]()
  await deps.close()
})

/** Until what was learnt last is asked. */
async function answers(): Promise<void> {
  const running = await row<{ id: number }>(`select id from recommendations.models where state = 'running'`)
  await until('the newest model answers', async () => {
    const answer = await deps.recommender.ask({ trail: [ids.mug], count: 4 })
    return answer?.version === `model-${running!.id}`
  })
}

const agrees = (who: Shopper) => who.posts('/consent', { personalisation: 'yes' })

async function suggestedTo(who: Shopper, address: string) {
  const page = await who.gets(address)
  expect(page.status).toBe(200)
  return page
    .$('.recommended .card')
    .toArray()
    .map((card) => ({
      title: page.$(card).find('.card-name').text().trim(),
      because: page.$(card).find('.recommended-reason').text().trim(),
    }))
}

describe('what is suggested', () => {
  test('beside a product is what others look at with it, of what can be bought', async () => {
    const guest = shopperAt(shop.url)
    const [first, ...others] = await suggestedTo(guest, '/recommendations/product?product=oat-mug')
    expect(first!.title).toBe('Last lamp')
    expect(others.map(({ title }) => title)).not.toContain('Gone bowl')
    expect(others.map(({ title }) => title)).not.toContain('Oat mug')
    expect([...guest.jar.keys()]).toEqual([])
  })

  test('at home is what fits what somebody has looked at, and says what speaks for it', async () => {
    const asha = shopperAt(shop.url)
    await agrees(asha)
    await asha.gets('/products/oat-mug')
    await deps.recorder.flush()
    const suggested = await suggestedTo(asha, '/recommendations/home')
    expect(suggested[0]).toEqual({ title: 'Last lamp', because: 'Because you looked at Oat mug' })
    expect(suggested.map(({ title }) => title)).not.toContain('Oat mug')

    const german = await asha.gets('/de/recommendations/home')
    expect(german.$('.recommended-reason').first().text()).toBe('Weil Sie Oat mug (de) angesehen haben')
  })

  test('for somebody of whom nothing is known is what people buy, and it claims nothing else', async () => {
    const suggested = await suggestedTo(shopperAt(shop.url), '/recommendations/home')
    expect(suggested.length).toBeGreaterThanOrEqual(3)
    expect(suggested.every(({ because }) => because === '')).toBe(true)
  })

  test('under the basket is nothing that is in it', async () => {
    const guest = shopperAt(shop.url)
    await guest.adds(products.mug)
    const suggested = await suggestedTo(guest, '/recommendations/basket')
    expect(suggested[0]).toEqual({ title: 'Last lamp', because: 'Because Oat mug is in your basket' })
    expect(suggested.map(({ title }) => title)).not.toContain('Oat mug')
  })

  test('after an order goes with what is named, and does not claim that whoever asks has bought it', async () => {
    const suggested = await suggestedTo(shopperAt(shop.url), '/recommendations/order?product=oat-mug')
    expect(suggested[0]).toEqual({ title: 'Last lamp', because: 'Goes with Oat mug' })
  })

  test('is gone as soon as the last one is sold, and back with the next', async () => {
    const guest = shopperAt(shop.url)
    const setLamps = (onHand: number) =>
      transaction((tx) =>
        setStock(tx, { variantId: variantId(products.lastLamp), onHand, reason: 'count', actor: 'test' }),
      )
    await setLamps(0)
    const without = await suggestedTo(guest, '/recommendations/product?product=oat-mug')
    expect(without.map(({ title }) => title)).not.toContain('Last lamp')
    await setLamps(1)
    const again = await suggestedTo(guest, '/recommendations/product?product=oat-mug')
    expect(again[0]!.title).toBe('Last lamp')
  })

  test('comes as a piece into a page, and the page says where it is to be had without script', async () => {
    const guest = shopperAt(shop.url)
    for (const [address, placement] of [
      ['/', 'home'],
      ['/products/oat-mug', 'product'],
    ]) {
      const page = await guest.gets(address!)
      const place = page.$(`#recommended-${placement}`)
      expect(place.attr('data-hx-trigger')).toBe('revealed')
      expect(place.find('a').first().attr('href')).toBe(place.attr('data-hx-get'))
    }
    const piece = await fetch(`${shop.url}/recommendations/home`, { headers: { 'HX-Request': 'true' } })
    const html = await piece.text()
    expect(html.trimStart()).toMatch(/^<section id="recommended-home"/)
    expect(html).not.toContain('<html')
    expect(piece.headers.get('X-Robots-Tag')).toBe('noindex')
  })

  test('under a basket that is empty is nothing', async () => {
    expect(await suggestedTo(shopperAt(shop.url), '/recommendations/basket')).toEqual([])
  })

  test('rests on nothing that somebody looks at who has said no, or says it later', async () => {
    const asha = shopperAt(shop.url)
    await agrees(asha)
    await asha.gets('/products/oat-mug')
    await asha.posts('/consent', { personalisation: 'no' })
    await asha.gets('/products/moss-bowl')
    const reasons = (await suggestedTo(asha, '/recommendations/home')).map(({ because }) => because)
    expect(reasons.every((because) => because === '')).toBe(true)
    const page = await asha.gets('/products/oat-mug')
    expect(page.$('[aria-labelledby=recent]')).toHaveLength(0)
  })

  test('of a place or a product that there is not is not found', async () => {
    const guest = shopperAt(shop.url)
    for (const address of [
      '/recommendations/attic',
      '/recommendations/product',
      '/recommendations/product?product=nowhere',
    ]) {
      expect((await guest.gets(address)).status).toBe(404)
    }
    expect((await guest.gets('/recommendations/order?product=nowhere&product=oat-mug')).status).toBe(200)
  })
})

describe('the letter about an order', () => {
  const bought = (visitorId: string) => ({
    ...{ visitorId, at: new Date(), currency: 'EUR', locale: 'en' as const },
    lines: [{ variantId: variantId(products.mug), total: 2_400 }],
  })

  test('names what goes with it, and nothing for whoever wants no suggestions', async () => {
    const asha = shopperAt(shop.url)
    await agrees(asha)
    const letter = await suggestByMail(deps.recommender, bought(asha.jar.get('visitor')!))
    expect(letter[0]).toMatchObject({ slug: 'last-lamp', price: { amount: 14_900, currency: 'EUR' } })
    const visitorId = asha.jar.get('visitor')!
    await asha.posts('/recommendations/home/dismissals', { slug: 'last-lamp' })
    const others = await suggestByMail(deps.recommender, bought(visitorId))
    expect(others.map(({ slug }) => slug)).not.toContain('last-lamp')
    await rows('delete from recommendations.dismissals')
    await asha.posts('/consent', { personalisation: 'no' })
    expect(await suggestByMail(deps.recommender, bought(visitorId))).toEqual([])
  })
})

describe('whoever is not interested', () => {
  const dismisses = (who: Shopper) =>
    who.posts('/recommendations/home/dismissals', { slug: 'last-lamp', back: '/recommendations/home' })

  test('sees it no more, also when they have not agreed to anything: then for this session', async () => {
    const guest = shopperAt(shop.url)
    const page = await dismisses(guest)
    expect(page.alert()).toContain('We will not suggest Last lamp to you any more.')
    expect((await suggestedTo(guest, '/recommendations/home')).map(({ title }) => title)).not.toContain(
      'Last lamp',
    )
    expect(await rows('select from recommendations.dismissals')).toEqual([])
  })

  test('sees it no more for as long as they agree to be remembered', async () => {
    const asha = shopperAt(shop.url)
    await agrees(asha)
    await dismisses(asha)
    expect(await rows('select from recommendations.dismissals')).toHaveLength(1)
    await deps.recorder.flush()
    const kept = await rows(
      `select product_id as id from recommendations.events join recommendations.visits visit on visit.id = visit_id
       where kind = 'dismissal' and visitor_id = $visitor`,
      { visitor: asha.jar.get('visitor') },
    )
    expect(kept).toEqual([{ id: ids.lastLamp }])
    asha.jar.delete('session')
    const titles = (await suggestedTo(asha, '/recommendations/home')).map(({ title }) => title)
    expect(titles).not.toContain('Last lamp')
  })

  test('is still taken at their word in this session when they do not agree any more', async () => {
    const asha = shopperAt(shop.url)
    await agrees(asha)
    await dismisses(asha)
    await asha.posts('/consent', { personalisation: 'no' })
    const titles = (await suggestedTo(asha, '/recommendations/home')).map(({ title }) => title)
    expect(titles).not.toContain('Last lamp')
  })

  test('is told so even when nothing is left to suggest', async () => {
    const guest = shopperAt(shop.url)
    const all = ['last-lamp', 'moss-bowl', 'oat-mug']
    for (const slug of all) await guest.posts('/recommendations/home/dismissals', { slug })
    const answer = await fetch(`${shop.url}/recommendations/home/dismissals`, {
      method: 'POST',
      headers: { 'HX-Request': 'true', cookie: [...guest.jar].map((pair) => pair.join('=')).join('; ') },
      body: new URLSearchParams({ slug: 'oat-mug' }),
    })
    const $ = load(await answer.text())
    for (const name of $('.card-name').toArray()) expect(all).not.toContain($(name).text())
    expect($('#recommended-home').attr('hidden')).toBeUndefined()
    expect($('.notice').text()).toContain('Oat mug')
  })
})

describe('what was shown', () => {
  test('is recorded of whoever agrees, and of nobody else', async () => {
    await deps.recorder.flush()
    await rows('truncate recommendations.events')
    const asha = shopperAt(shop.url)
    await agrees(asha)
    await asha.gets('/recommendations/product?product=oat-mug')
    await shopperAt(shop.url).gets('/recommendations/product?product=oat-mug')
    await deps.recorder.flush()
    const shown = await rows<{ placement: string; version: string; shown: number[] }>(
      `select placement, version, to_jsonb(shown) as shown from recommendations.events where kind = 'impression'`,
    )
    expect(shown).toHaveLength(1)
    expect(shown[0]).toMatchObject({ placement: 'product', version: expect.stringMatching(/^model-\d+$/) })
    expect(shown[0]!.shown[0]).toBe(ids.lastLamp)
  })
})

test('visits that have ended since count without learning anew', async () => {
  await using model = openLearner()
  const leads = async (one: number, other: number) => {
    const answer = await model.ask({ trail: [ids.bowl], count: 4 })
    const places = [one, other].map((id) => answer?.suggestions.findIndex((found) => found.productId === id))
    return answer !== undefined && places[0]! < places[1]!
  }
  await until('the model answers', () => leads(ids.mug, ids.lastLamp))
  await plantVisits(400, [ids.bowl, ids.lastLamp], '31 minutes')
  await until('what others did since counts', () => leads(ids.lastLamp, ids.mug))
  const models = await rows('select from recommendations.models')
  expect(models).toHaveLength(1)
})

function openLearner() {
  const model = openEmbeddedModel({ appendsEvery: 100 })
  return { ...model, [Symbol.asyncDispose]: model.close }
}
