import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rows } from '../../src/platform/database.ts'
import { listeningShop } from '../catalogue/listening-shop.ts'
import { openShop, products } from '../support/shop.ts'
import type { ShopPage, Shopper } from '../support/shopper.ts'
import { buyer, publish, wrote } from './buyers.ts'

let shop: Awaited<ReturnType<typeof listeningShop>>
beforeAll(async () => {
  shop = await listeningShop()
})
afterAll(() => shop.close())
beforeEach(openShop)

const address = '/products/oat-mug/reviews'
const opinion = {
  stars: '4',
  title: 'Warm in the hand',
  text: 'Round, warm and never in the cupboard.',
  displayName: 'Asha R.',
}

/** A shopper who has bought a mug. */
async function ashaWithMug(): Promise<{ asha: Shopper; number: string }> {
  const asha = shop.shopper()
  await asha.adds(products.mug)
  const { order } = await buyer(products.mug, 'paid', asha.jar.get('visitor'))
  return { asha, number: order.number }
}

const textOf = ({ $ }: ShopPage, selector: string) => $(selector).text().replace(/\s+/g, ' ').trim()
const noticeOn = (page: ShopPage) => textOf(page, 'main .notice:not([hidden])')
const typedIn = ({ $ }: ShopPage, field: string) => String($(`[name=${field}]`).val())
const lastReview = async () => {
  const found = await rows<{ id: number; title: string; text: string; locale: string; version: number }>(
    'select id, title, text, locale, version from reviews.reviews order by id desc limit 1',
  )
  return found[0]
}

describe('writing a review', () => {
  test('starts at a line of the order, and ends with thanks', async () => {
    const { asha, number } = await ashaWithMug()
    const order = await asha.gets(`/orders/${number}`)
    const link = order.$('.goods a[href$="/reviews/new"]')
    expect(link.text()).toBe('Write a review of A piece')
    const form = await asha.gets(link.attr('href')!)
    expect(form.heading()).toBe('Write a review of Oat mug')
    expect(form.$('input[type=radio]:checked')).toHaveLength(0)
    const thanks = await asha.presses(form, 'Send review', opinion)
    expect([thanks.status, new URL(thanks.address).pathname]).toEqual([200, address])
    expect(noticeOn(thanks)).toContain('Thank you for your review of Oat mug.')
    expect(thanks.html).not.toContain(opinion.title)
    await publish((await lastReview())!.id)
    const page = await asha.gets(address)
    expect(textOf(page, '.review h3')).toBe(opinion.title)
    expect(textOf(page, '.review .stars')).toBe('4 out of 5 stars')
    expect(textOf(page, '.verified')).toBe('Bought here')
  })

  test('is not offered for an order that waits for its payment', async () => {
    const asha = shop.shopper()
    await asha.adds(products.mug)
    const { order } = await buyer(products.mug, 'awaiting_payment', asha.jar.get('visitor'))
    const page = await asha.gets(`/orders/${order.number}`)
    expect(page.status).toBe(200)
    expect(page.html).not.toContain('/reviews/new')
  })

  test('names every mistake, keeps what was typed, and writes nothing', async () => {
    const { asha } = await ashaWithMug()
    const form = await asha.gets(`${address}/new`)
    const refused = await asha.presses(form, 'Send review', {
      title: ' ',
      text: 'Nice mug',
      displayName: 'A',
    })
    expect(refused.status).toBe(422)
    expect(refused.$('title').text()).toMatch(/^Error: /)
    expect(
      refused
        .$('.error-summary a')
        .get()
        .map((link) => refused.$(link).attr('href')),
    ).toEqual(['#stars', '#title', '#text'])
    expect(refused.$('.error-summary li').first().text()).toContain('Choose how many stars you give it')
    expect(refused.$('#stars-error, #title-error, #text-error')).toHaveLength(3)
    expect([typedIn(refused, 'text'), typedIn(refused, 'displayName')]).toEqual(['Nice mug', 'A'])
    expect(await lastReview()).toBeUndefined()
  })

  test('has limits that are told in numbers', async () => {
    const { asha } = await ashaWithMug()
    const long = await asha.posts(address, { ...opinion, text: 'm'.repeat(4_120) })
    expect(textOf(long, '.error-summary')).toContain('it has 4,120')
    const edge = await asha.posts(address, { ...opinion, text: '🙂'.repeat(4_000), title: 't'.repeat(100) })
    expect(edge.status).toBe(200)
    const tooLong = { ...opinion, title: 't'.repeat(101), displayName: 'n'.repeat(61) }
    const both = await asha.posts(address, tooLong)
    expect(both.$('.error-summary li')).toHaveLength(2)
    expect(typedIn(both, 'title')).toHaveLength(101)
  })

  test('counts emoji as they are stored, and takes no control characters', async () => {
    const { asha } = await ashaWithMug()
    const short = await asha.posts(address, { ...opinion, text: '🙂'.repeat(12) })
    expect(short.status).toBe(422)
    await asha.posts(address, {
      ...opinion,
      text: 'One\u0000 line.\r\n\r\n\r\n\r\nAnd\u0007 another line.\r\nAnd more.',
    })
    expect((await lastReview())?.text).toBe('One line.\n\nAnd another line.\nAnd more.')
  })

  test('shows what was typed as text, in paragraphs', async () => {
    const { asha } = await ashaWithMug()
    const text = '<img src=x onerror=alert(1)> first.\n\nSecond & last paragraph.'
    await asha.posts(address, { ...opinion, title: '<b>Bold</b>', text })
    await publish((await lastReview())!.id)
    const page = await asha.gets(address)
    expect(page.$('.review p img, .review b')).toHaveLength(0)
    expect(
      page
        .$('.review-text p')
        .get()
        .map((part) => page.$(part).text()),
    ).toEqual(['<img src=x onerror=alert(1)> first.', 'Second & last paragraph.'])
  })

  test('again changes it: the form is filled in, and says how it stands', async () => {
    const { asha } = await ashaWithMug()
    await asha.posts(address, opinion)
    const form = await asha.gets(`${address}/new`)
    expect(form.heading()).toBe('Change your review of Oat mug')
    expect(noticeOn(form)).toContain('We have your review')
    expect(form.$('input[type=radio]:checked').val()).toBe('4')
    expect(typedIn(form, 'text')).toBe(opinion.text)
    await asha.presses(form, 'Send review', { stars: 2 })
    await asha.presses(form, 'Send review', { stars: 2 })
    expect(await rows('select stars, version from reviews.reviews')).toEqual([{ stars: 2, version: 2 }])
  })

  test('in German keeps its language, and pages in English say so', async () => {
    const { asha } = await ashaWithMug()
    const text = 'Liegt gut in der Hand, wird gern benutzt.'
    const thanks = await asha.posts(`/de${address}`, { ...opinion, title: 'Schön', text })
    expect(noticeOn(thanks)).toContain('Vielen Dank')
    await publish((await lastReview())!.id)
    expect((await asha.gets(address)).$('.review h3').attr('lang')).toBe('de')
    expect((await asha.gets(`/de${address}`)).$('.review h3').attr('lang')).toBeUndefined()
  })

  test('is for those who have bought: others are told why, and what to do', async () => {
    const ben = shop.shopper()
    for (const page of [await ben.gets(`${address}/new`), await ben.posts(address, opinion)]) {
      expect(page.status).toBe(403)
      expect(page.heading()).toBe('Reviews come from those who have bought it')
      expect(page.$('main a[href="/products/oat-mug"]').text()).toBe('Back to Oat mug')
    }
    expect((await ben.posts(address, {})).status).toBe(403)
    expect(await lastReview()).toBeUndefined()
  })
})

describe('reading reviews', () => {
  const published = async (...stars: number[]) => {
    for (const each of stars) await publish(await wrote({ stars: each, title: `Of ${each}` }))
  }

  test('the page of a product tells the mean, how many gave which stars, and the three newest', async () => {
    await published(5, 5, 4, 2)
    const page = await shop.shopper().gets('/products/oat-mug')
    expect(textOf(page, '.product-rating')).toBe('4 out of 5, 4 reviews')
    const counts = page
      .$('.star-count')
      .get()
      .map((row) => page.$(row).text().replace(/\s+/g, ' ').trim())
    expect(counts).toEqual(['5 stars: 2', '4 stars: 1', '3 stars: 0', '2 stars: 1', '1 star: 0'])
    expect(
      page
        .$('a.star-count')
        .get()
        .map((row) => page.$(row).attr('href')),
    ).toEqual(['?stars=5', '?stars=4', '?stars=2'].map((query) => address + query))
    expect(
      page
        .$('.review h3')
        .get()
        .map((title) => page.$(title).text()),
    ).toEqual(['Of 2', 'Of 4', 'Of 5'])
  })

  test('a card in a list says the rating as text', async () => {
    await published(5, 4, 4)
    const list = await shop.shopper().gets('/categories/kitchen')
    expect(textOf(list, '.card-rating')).toBe('4.3 out of 5 (3 reviews)')
    const german = await shop.shopper().gets('/de/categories/kitchen')
    expect(textOf(german, '.card-rating')).toBe('4,3 von 5 (3 Bewertungen)')
  })

  test('can be narrowed to a number of stars, page by page', async () => {
    await published(...Array.from({ length: 11 }, () => 5), 3)
    const shopper = shop.shopper()
    const all = await shopper.gets(address)
    expect([textOf(all, '.reviews-list h2'), all.$('.review').length]).toEqual(['12 reviews', 10])
    const fives = await shopper.gets(`${address}?stars=5`)
    expect(textOf(fives, '.reviews-list h2')).toBe('11 reviews with 5 stars')
    expect(fives.$('title').text()).toContain('Reviews of Oat mug, 5 stars')
    const last = await shopper.gets(fives.$('.pagination [rel=next]').attr('href')!)
    expect([new URL(last.address).search, last.$('.review').length]).toEqual(['?stars=5&page=2', 1])
    expect(textOf(await shopper.gets(`${address}?stars=1`), '.reviews-list h2')).toBe(
      'No reviews with 1 star',
    )
    expect((await shopper.gets(`${address}?page=3`)).status).toBe(404)
    expect((await shopper.gets(`${address}?stars=lots&page=many`)).$('.review')).toHaveLength(10)
  })

  test('a piece without any says so, and an unknown one is not there', async () => {
    const page = await shop.shopper().gets(address)
    expect(textOf(page, '.empty h2')).toBe('Nobody has reviewed this piece yet')
    for (const path of ['/products/nothing/reviews', '/products/nothing/reviews/new']) {
      expect((await shop.shopper().gets(path)).status).toBe(404)
    }
    expect((await shop.shopper().posts('/products/nothing/reviews', opinion)).status).toBe(404)
  })
})
