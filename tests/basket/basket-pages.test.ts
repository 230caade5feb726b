import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { createDeps } from '../../src/deps.ts'
import { rows } from '../../src/platform/database.ts'
import { openShop, products } from '../support/shop.ts'
import { type Shopper, shopperAt } from '../support/shopper.ts'

let server: Server
let asha: Shopper
const deps = createDeps()
const shopper = () => shopperAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)

beforeAll(async () => {
  server = createApp(deps).listen(0, '127.0.0.1')
})
afterAll(async () => {
  server.close()
  await deps.close()
})
beforeEach(async () => {
  await openShop()
  asha = shopper()
})

const lines = async (by: Shopper) =>
  (await by.gets('/basket'))
    .$('.lines .line-name')
    .map((_index, element) => element.children[0]!)
    .get()
    .map((node) => ('data' in node ? node.data : ''))

describe('a voucher code', () => {
  test('is applied however it is typed, and shows what it saves', async () => {
    await asha.adds(products.mug, { quantity: 2 })
    const page = await asha.presses(await asha.gets('/basket'), 'Apply', { code: ' welcome10 ' })
    expect(page.alert()).toBe('Voucher WELCOME10 was added')
    expect(page.$('.voucher-said').text()).toContain('you save €4.80')
    expect(page.$('.totals').first().text()).toMatch(/-€4\.80/)
    const without = await asha.presses(page, 'Remove voucher WELCOME10')
    expect(without.$('.voucher')).toHaveLength(0)
  })

  test.each([
    ['WELCOM', 'We do not know the code WELCOM. Please check how it is written'],
    ['ended', 'ENDED has ended'],
    ['', 'Enter a voucher code'],
    ['x'.repeat(100), 'Use fewer characters here'],
  ])(
    'that cannot be used (%j) is refused with a sentence, and stays in its field',
    async (code, sentence) => {
      await asha.adds(products.mug)
      const page = await asha.presses(await asha.gets('/basket'), 'Apply', { code })
      expect(page.status).toBe(422)
      expect(page.alert()).toContain(sentence)
      expect(page.$('input[name=code]').last().val()).toBe(code)
      expect(page.$('.voucher')).toHaveLength(0)
    },
  )

  test('of another basket is not seen, and none without a basket does no harm', async () => {
    await asha.adds(products.mug)
    await asha.presses(await asha.gets('/basket'), 'Apply', { code: 'WELCOME10' })
    const ben = shopper()
    await ben.posts('/basket/voucher/removal', { code: 'WELCOME10' })
    expect((await asha.gets('/basket')).$('.voucher')).toHaveLength(1)
    expect((await ben.posts('/basket/voucher', { code: 'WELCOME10' })).status).toBe(200)
  })
})

describe('what is kept for later', () => {
  test('leaves the basket with its quantity and comes back with it', async () => {
    await asha.adds(products.mug, { quantity: 3 })
    const saved = await asha.presses(await asha.gets('/basket'), 'Save for later')
    expect(saved.alert()).toBe('Saved for later')
    expect(await lines(asha)).toEqual([])
    const moved = await asha.presses(saved, 'Move to basket')
    expect(moved.alert()).toBe('Moved to your basket: 3 × Oat mug')
    expect(moved.$('.saved')).toHaveLength(0)
    expect(moved.$('input[name=quantity]').val()).toBe('3')
  })

  test('is moved as far as there is any, sent twice it is moved once', async () => {
    await asha.adds(products.bowl, { quantity: 5 })
    const saved = await asha.presses(await asha.gets('/basket'), 'Save for later')
    await rows('update inventory.stock_levels set on_hand = 2 where on_hand = 20')
    const moved = await asha.presses(saved, 'Move to basket')
    await asha.presses(saved, 'Move to basket')
    expect(moved.alert()).toBe('Moved to your basket: 2 × Moss bowl')
    expect((await asha.gets('/basket')).$('input[name=quantity]').val()).toBe('2')
  })

  test('can be forgotten; somebody else’s cannot', async () => {
    await asha.adds(products.mug)
    const saved = await asha.presses(await asha.gets('/basket'), 'Save for later')
    await shopper().posts('/basket/saved/MUG-OAT/removal', {})
    expect((await asha.gets('/basket')).$('.saved')).toHaveLength(1)
    expect((await asha.presses(saved, 'Remove')).$('.saved')).toHaveLength(0)
  })
})

describe('a shared basket', () => {
  const shared = async () => {
    await asha.adds(products.mug, { quantity: 2 })
    await asha.adds(products.lastLamp)
    return asha.presses(await asha.gets('/basket'), 'Share this basket')
  }

  test('can be put into a basket of one’s own by whoever has its address, once', async () => {
    const address = (await shared()).address
    const ben = shopper()
    const given = await ben.gets(address)
    expect(given.heading()).toBe('A basket for you')
    const basket = await ben.presses(given, 'Put it into my basket')
    await ben.presses(given, 'Put it into my basket')
    expect(basket.alert()).toBe('All of it is in your basket')
    expect(await lines(ben)).toEqual(['Oat mug', 'Last lamp'])
    expect((await ben.gets('/basket')).$('input[name=quantity]').first().val()).toBe('2')
  })

  test('names what can no longer be had, and stays as it was shared', async () => {
    const address = (await shared()).address
    await asha.posts('/basket/lines/MUG-OAT/removal', {})
    await rows('update inventory.stock_levels set on_hand = 0 where on_hand = 1')
    const ben = shopper()
    const basket = await ben.presses(await ben.gets(address), 'Put it into my basket')
    expect(basket.alert()).toContain('Last lamp')
    expect(await lines(ben)).toEqual(['Oat mug'])
  })

  test('says nothing of whose it was; made-up addresses and old ones lead nowhere', async () => {
    const page = await shared()
    const owner = await rows<{ id: string }>('select visitor_id as id from basket.shared_baskets')
    expect((await shopper().gets(page.address)).html).not.toContain(owner[0]!.id)
    expect((await asha.gets(`/basket/shared/${randomUUID()}`)).status).toBe(404)
    await rows(`update basket.shared_baskets set shared_at = now() - interval '31 days'`)
    expect((await asha.gets(page.address)).status).toBe(404)
  })
})
