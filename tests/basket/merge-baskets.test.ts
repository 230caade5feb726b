import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { basketView } from '../../src/basket/basket-view.ts'
import { addCard } from '../../src/basket/cards.ts'
import { mergeBaskets } from '../../src/basket/merge-baskets.ts'
import { saveForLater } from '../../src/basket/save-for-later.ts'
import { savedLines } from '../../src/basket/saved-lines.ts'
import { addVoucher } from '../../src/basket/vouchers.ts'
import { issueCredit } from '../../src/credit/index.ts'
import { adds, inEnglish } from '../support/reviewing.ts'
import { openShop, products, variantId } from '../support/shop.ts'

beforeEach(openShop)

const somebody = () => ({ visitorId: randomUUID() })
const contents = async (owner: { visitorId: string }) =>
  ((await basketView(owner, inEnglish))?.lines ?? []).map(({ variant, quantity }) => [variant.sku, quantity])

test('of each thing the larger quantity counts, and what only one had is there too', async () => {
  const [visitor, customer] = [somebody(), somebody()]
  await adds(visitor, products.mug, 3)
  await adds(visitor, products.lastLamp, 1)
  await adds(customer, products.mug, 1)
  await adds(customer, products.bowl, 2)
  await mergeBaskets(visitor, customer)
  expect((await contents(customer)).sort()).toEqual([
    ['BOWL-MOSS', 2],
    ['LAMP-LAST', 1],
    ['MUG-OAT', 3],
  ])
  expect(await contents(visitor)).toEqual([])
})

test('codes, gift cards and what is kept for later go along', async () => {
  const [visitor, customer] = [somebody(), somebody()]
  await adds(visitor, products.bowl, 1)
  await saveForLater(visitor, variantId(products.bowl))
  await adds(visitor, products.mug, 1)
  await addVoucher(visitor, 'WELCOME10')
  const card = await issueCredit({ kind: 'gift_card', currency: 'EUR', amount: 100, actor: 'staff' })
  if (!card.refused) await addCard(visitor, card.accountId)
  await mergeBaskets(visitor, customer)
  expect((await basketView(customer, inEnglish))?.vouchers).toMatchObject([
    { code: 'WELCOME10', state: 'applied' },
  ])
  expect((await basketView(customer, inEnglish))?.cards).toMatchObject([{ amount: 100 }])
  expect((await savedLines(customer, inEnglish)).map(({ variant }) => variant.sku)).toEqual(['BOWL-MOSS'])
  expect(await savedLines(visitor, inEnglish)).toEqual([])
})

test('merged again, into itself or both ways at once, nothing doubles and nobody waits in a circle', async () => {
  const [visitor, customer] = [somebody(), somebody()]
  await adds(visitor, products.mug, 2)
  await adds(customer, products.bowl, 1)
  await mergeBaskets(visitor, visitor)
  await Promise.all([
    ...Array.from({ length: 4 }, () => mergeBaskets(visitor, customer)),
    ...Array.from({ length: 4 }, () => mergeBaskets(customer, visitor)),
  ])
  const all = [...(await contents(visitor)), ...(await contents(customer))]
  expect(all.sort()).toEqual([
    ['BOWL-MOSS', 1],
    ['MUG-OAT', 2],
  ])
})
