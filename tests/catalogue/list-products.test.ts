import { beforeEach, describe, expect, test } from 'vitest'
import { categoryPage } from '../../src/catalogue/category-page.ts'
import {
  countSale,
  listProducts,
  listTurnedProducts,
  listVariants,
  saveProduct,
} from '../../src/catalogue/index.ts'
import { setStock } from '../../src/inventory/index.ts'
import { rows, transaction } from '../../src/platform/database.ts'
import { asked, category, emptyCatalogue, inEnglish, offer, plain, price } from './goods.ts'

beforeEach(async () => {
  await emptyCatalogue()
  await category('kitchen')
})

const cards = async (search = '') => (await categoryPage('kitchen', asked(search), inEnglish))!.listing.cards
const HOUR = 60 * 60 * 1_000

describe('lists', () => {
  test('follow a price that begins and ends by the clock', async () => {
    const sale = {
      ...price(700),
      compareAt: 1000,
      from: new Date(Date.now() - HOUR),
      until: new Date(Date.now() + HOUR),
    }
    const later = { ...price(500), from: new Date(Date.now() + HOUR) }
    const variant = { sku: 'POT', weightGrams: 1, values: [], prices: [price(1000), sale, later] }
    const { id } = await offer(plain('pot', { variants: [variant] }))
    expect((await cards())[0]).toMatchObject({ price: { amount: 700 }, was: { amount: 1000 } })
    await turnClock(id, 2 * HOUR)
    expect((await cards())[0]).toMatchObject({ price: { amount: 700 } })
    await listTurnedProducts()
    expect((await cards())[0]).toMatchObject({ price: { amount: 500 }, was: null })
  })

  test('follow a product that appears and leaves by the clock', async () => {
    const published = new Date(Date.now() + HOUR)
    const { id } = await offer(plain('pot', { published, withdrawn: new Date(Date.now() + 3 * HOUR) }))
    expect(await cards()).toEqual([])
    await turnClock(id, 2 * HOUR)
    await listTurnedProducts()
    expect(await cards()).toHaveLength(1)
    await turnClock(id, 2 * HOUR)
    await listTurnedProducts()
    expect(await cards()).toEqual([])
  })

  test('follow stock, and show last what cannot be bought', async () => {
    await offer(plain('pan', { published: new Date(Date.now() - 2 * HOUR) }))
    const pot = await offer(plain('pot', { published: new Date(Date.now() - HOUR) }))
    expect((await cards()).map(({ slug }) => slug)).toEqual(['pot', 'pan'])
    const variantId = pot.variants[0]!.id
    await transaction((tx) => setStock(tx, { variantId, onHand: 0, reason: 'count', actor: 'test' }))
    await listVariants([variantId])
    expect((await cards()).map(({ slug }) => slug)).toEqual(['pan', 'pot'])
    expect((await cards('in-stock=yes')).map(({ slug }) => slug)).toEqual(['pan'])
  })

  test('show first what people buy', async () => {
    const pan = await offer(plain('pan'))
    await offer(plain('pot'))
    await countSale([{ variantId: pan.variants[0]!.id, quantity: 2 }])
    expect((await cards()).map(({ slug }) => slug)).toEqual(['pan', 'pot'])
    expect((await cards('sort=popularity')).map(({ slug }) => slug)).toEqual(['pan', 'pot'])
  })

  test('never go back to a price that was there before', async () => {
    const pot = await offer(plain('pot', { amount: 2400 }))
    const isSaved = Promise.withResolvers<void>()
    const mayEnd = Promise.withResolvers<void>()
    const saving = transaction(async (tx) => {
      await saveProduct(plain('pot', { amount: 9900 }), tx)
      isSaved.resolve()
      await mayEnd.promise
    })
    await isSaved.promise
    const listing = listVariants([pot.variants[0]!.id])
    await until(() => isWaiting())
    mayEnd.resolve()
    await Promise.all([saving, listing])
    expect((await cards())[0]).toMatchObject({ price: { amount: 9900 } })
    expect((await cards('price-from=99')).length).toBe(1)
  })

  test('are worked out for nothing without a statement', async () => {
    await transaction((tx) => listProducts([], tx))
  })
})

/** Everything that has a moment happens so much earlier. */
async function turnClock(productId: number, milliseconds: number): Promise<void> {
  const bind = { productId, seconds: milliseconds / 1_000 }
  await rows(
    `update catalogue.products set published_at = published_at - make_interval(secs => $seconds),
       withdrawn_at = withdrawn_at - make_interval(secs => $seconds), turns_at = turns_at - make_interval(secs => $seconds)
     where id = $productId`,
    bind,
  )
  await rows(
    `update catalogue.prices price set valid_from = valid_from - make_interval(secs => $seconds),
       valid_until = valid_until - make_interval(secs => $seconds)
     from catalogue.variants variant where variant.id = price.variant_id and variant.product_id = $productId`,
    bind,
  )
}

/** Another connection of this test waits for a lock. */
async function isWaiting(): Promise<boolean> {
  const waiting = await rows(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return waiting.length > 0
}

async function until(ask: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 5_000
  while (!(await ask())) if (Date.now() > deadline) throw new Error('nobody waits')
}
