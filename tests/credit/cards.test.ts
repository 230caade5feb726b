import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findCard, issueCredit } from '../../src/credit/index.ts'
import { config } from '../../src/platform/config.ts'
import { rows } from '../../src/platform/database.ts'
import { connectRedis } from '../../src/platform/redis.ts'
import { listeningShop } from '../catalogue/listening-shop.ts'
import { openShop, products } from '../support/shop.ts'

let shop: Awaited<ReturnType<typeof listeningShop>>
const redis = connectRedis(config.redisUrl!)
beforeAll(async () => {
  shop = await listeningShop()
})
afterAll(async () => {
  redis.disconnect()
  await shop.close()
})
beforeEach(async () => {
  await openShop()
  await redis.flushdb()
})

async function card(amount: number, code?: string) {
  const given = { kind: 'gift_card' as const, currency: 'EUR', amount, actor: 'staff:ines' }
  const issued = await issueCredit(code === undefined ? given : { ...given, code })
  if (issued.refused) throw new Error(issued.refused)
  return issued
}

describe('the code of a gift card', () => {
  test('is long, easily told apart, and kept by nobody but its holder', async () => {
    const { code } = await card(2500)
    expect(code).toMatch(/^([A-HJKMNP-Z2-9]{4}-){3}[A-HJKMNP-Z2-9]{4}$/)
    const kept = await rows('select to_jsonb(account)::text as text from credit.accounts account')
    expect(JSON.stringify(kept)).not.toContain(code.replaceAll('-', ''))
  })

  test('finds its card however it is typed', async () => {
    const { code, accountId } = await card(2500)
    for (const typed of [
      code,
      code.toLowerCase(),
      code.replaceAll('-', ' '),
      ` ${code.replaceAll('-', '')} `,
    ]) {
      expect((await findCard(typed))?.id).toBe(accountId)
    }
    expect(await findCard(code.slice(0, -1))).toBeUndefined()
  })

  test('belongs to one card, and a card has something on it', async () => {
    const given = { kind: 'gift_card' as const, currency: 'EUR', actor: 'staff:ines' }
    const { code } = await card(2500)
    expect(await issueCredit({ ...given, amount: 100, code })).toEqual({ refused: 'code' })
    expect(await issueCredit({ ...given, amount: 100, code: 'SHORT' })).toEqual({ refused: 'code' })
    expect(await issueCredit({ ...given, amount: 0 })).toEqual({ refused: 'amount' })
    expect(await rows('select sum(balance) from credit.accounts')).toEqual([{ sum: '2500' }])
  })
})

describe('in the basket, a gift card', () => {
  test('is given like a voucher, shows what it pays and what is left to pay, and is taken away', async () => {
    const { code } = await card(1000)
    const asha = shop.shopper()
    await asha.adds(products.mug)
    const page = await asha.presses(await asha.gets('/basket'), 'Apply', { code: code.toLowerCase() })
    expect(page.$('#notices').text()).toContain(`The gift card ending in ${code.slice(-4)} was added`)
    expect(page.$('.voucher-said').text()).toContain('pays €10.00, and is spent with it')
    expect(page.$('.totals').text().replace(/\s+/g, ' ')).toMatch(/-€10\.00 .*To pay ?€17\.90/)
    const without = await asha.presses(page, 'Remove gift card ending in')
    expect(without.$('.voucher')).toHaveLength(0)
  })

  test('that has ended is told like one that never was', async () => {
    const { code, accountId } = await card(1000)
    await rows('update credit.accounts set expires_at = now() where id = $accountId', { accountId })
    const asha = shop.shopper()
    await asha.adds(products.mug)
    for (const tried of [code, 'ABCD-EFGH-JKMN-PQRS']) {
      const page = await asha.presses(await asha.gets('/basket'), 'Apply', { code: tried })
      expect([page.status, page.alert()]).toEqual([422, expect.stringContaining('We do not know the code')])
    }
  })

  test('on which nothing is left is refused with a sentence', async () => {
    const { code, accountId } = await card(1000)
    await rows('update credit.accounts set balance = 0 where id = $accountId', { accountId })
    const asha = shop.shopper()
    await asha.adds(products.mug)
    const page = await asha.presses(await asha.gets('/basket'), 'Apply', { code })
    expect([page.status, page.alert()]).toEqual([
      422,
      expect.stringContaining(`Nothing is left on the gift card ending in ${code.slice(-4)}`),
    ])
    expect(page.$('.voucher')).toHaveLength(0)
  })

  test('is not found by trying: from one network thirty codes in ten minutes are enough', async () => {
    const asha = shop.shopper()
    await asha.adds(products.mug)
    for (let time = 0; time < 30; time++) await asha.posts('/basket/voucher', { code: `WRONG-${time}` })
    const refused = await asha.posts('/basket/voucher', { code: 'WELCOME10' })
    expect([refused.status, refused.heading()]).toEqual([429, 'A little too fast'])
    expect(refused.$('main').text()).toContain('Please wait 10 minutes')
  })

  test('of somebody else is not taken away by its number', async () => {
    const { code } = await card(1000)
    const [asha, ben] = [shop.shopper(), shop.shopper()]
    await asha.adds(products.mug)
    const page = await asha.presses(await asha.gets('/basket'), 'Apply', { code })
    await ben.adds(products.bowl)
    await ben.posts('/basket/gift-card/removal', { card: String(page.$('input[name=card]').val()) })
    expect((await asha.gets('/basket')).$('.voucher')).toHaveLength(1)
  })
})
