import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { setStock } from '../../src/inventory/index.ts'
import { refundOrder } from '../../src/orders/index.ts'
import { config } from '../../src/platform/config.ts'
import { row, rows, transaction } from '../../src/platform/database.ts'
import { type PromotionDraft, savePromotion } from '../../src/pricing/index.ts'
import { pays } from '../support/bought.ts'
import { runningProcess, runningSandbox } from '../support/running-shop.ts'
import { openShop, products, variantId } from '../support/shop.ts'
import { type Answer, type Buyer, buyerOf, each, ROUNDS } from './buyers.ts'

// Two processes of the shop on one database, as behind a load balancer: every race is run again and again, and each
// round has to come out exactly.
const stack = new AsyncDisposableStack()
let servers: string[] = []
const at = (index: number) => servers[index % servers.length]!

beforeAll(async () => {
  await openShop()
  stack.adopt(await runningSandbox(), (each) => each.close())
  const started = await Promise.all([runningProcess('server'), runningProcess('server', config.port + 5)])
  for (const server of started) stack.defer(() => server.stop())
  servers = started.map(({ url }) => url)
})
afterAll(() => stack.disposeAsync(), 30_000)
beforeEach(openShop)

const { mug, bowl } = products
const aMug: [typeof mug, number][] = [[mug, 1]]

/** Everybody presses the button at once, half of them at each server. */
const allPlace = (buyers: Buyer[]) => Promise.all(buyers.map((buyer, index) => buyer.places(at(index))))
const countOf = (answers: Answer[], status: number) =>
  answers.filter((answer) => answer.status === status).length
const orderCount = async () => (await rows('select 1 from orders.orders')).length
const inEachRound = (play: (round: number) => Promise<void>) => each(ROUNDS, play)

async function deadlocks(): Promise<number> {
  await rows('select pg_stat_force_next_flush()')
  const counted = await row<{ deadlocks: number }>(
    'select deadlocks from pg_stat_database where datname = current_database()',
  )
  return counted!.deadlocks
}

describe(`at two servers, ${ROUNDS} times`, { timeout: 240_000 }, () => {
  test('200 buyers want the last 20 of two things, named in opposite order: 20 get both, 180 a polite no', async () => {
    const before = await deadlocks()
    const wanted = (index: number): [typeof mug | typeof bowl, number][] =>
      index % 2 === 0
        ? [
            [mug, 1],
            [bowl, 1],
          ]
        : [
            [bowl, 1],
            [mug, 1],
          ]
    let buyers: Buyer[] = []
    await inEachRound(async (round) => {
      await leaveTwenty()
      buyers = [...buyers, ...(await each(200 - buyers.length, (index) => buyerOf(wanted(index))))]
      const answers = await allPlace(buyers)
      expect([countOf(answers, 303), countOf(answers, 422)]).toEqual([20, 180])
      expect(await orderCount()).toBe(20 * (round + 1))
      expect(
        await rows(`select distinct on_hand - held as left from ledger.stock where sku in ($mug, $bowl)`, {
          mug: mug.sku,
          bowl: bowl.sku,
        }),
      ).toEqual([{ left: 0 }])
      buyers = buyers.filter((_buyer, index) => answers[index]!.status === 422)
    })
    expect(await deadlocks()).toBe(before)
  })

  test.each([1, 3])('a voucher for %i is used by so many of twelve', async (limitInAll) => {
    await inEachRound(async (round) => {
      const code = `FEW-${round}`
      await save({ code, limitInAll })
      const buyers = await each(12, () => buyerOf(aMug, { codes: [code] }))
      const answers = await allPlace(buyers)
      expect([countOf(answers, 303), countOf(answers, 422)]).toEqual([limitInAll, 12 - limitInAll])
      expect(await usesOf(code)).toBe(limitInAll)
    })
  })

  test('a voucher for one order a person is used once by somebody with six browsers', async () => {
    await inEachRound(async (round) => {
      const code = `EACH-${round}`
      await save({ code, limitEach: 1 })
      const email = `${randomUUID()}@example.com`
      const browsers = await each(6, () => buyerOf(aMug, { codes: [code], email }))
      const answers = await allPlace(browsers)
      expect([countOf(answers, 303), countOf(answers, 422)]).toEqual([1, 5])
      expect(await usesOf(code)).toBe(1)
    })
  })

  test('a basket that changes while it is ordered is ordered as it was reviewed, or changed and not ordered', async () => {
    await inEachRound(async (round) => {
      const buyer = await buyerOf([[mug, 2]])
      const changes = () => buyer.press(at(round + 1), `/basket/lines/${mug.sku}`, { quantity: 5 })
      const [placed] = await Promise.all([buyer.places(at(round)), changes()])
      const ordered = await rows<{ quantity: number; total: number }>(
        `select line.quantity, line.total from orders.order_lines line join orders.orders on id = order_id
         where visitor_id = $visitorId`,
        buyer.owner,
      )
      const kept = await rows<{ quantity: number }>(
        `select quantity from basket.basket_lines join basket.baskets basket on basket.id = basket_id
         where visitor_id = $visitorId and state = 'open'`,
        buyer.owner,
      )
      const asReviewed = { ordered: [{ quantity: 2, total: 4800 }], kept: [] }
      expect({ ordered, kept }).toEqual(
        placed.status === 303 ? asReviewed : { ordered: [], kept: [{ quantity: 5 }] },
      )
    })
  })

  test('the same form, sent eight times, is one order, and leads to one place', async () => {
    await inEachRound(async (round) => {
      const buyer = await buyerOf(aMug)
      const answers = await allPlace(Array<Buyer>(8).fill(buyer))
      expect(countOf(answers, 303)).toBe(8)
      expect(new Set(answers.map(({ location }) => location)).size).toBe(1)
      expect(await orderCount()).toBe(round + 1)
    })
  })

  test('an order that is cancelled twice while two people refund it gives back what was paid, once', async () => {
    await inEachRound(async (round) => {
      const buyer = await buyerOf([[mug, 2]])
      await buyer.places(at(round))
      const order = await row<{ id: number; number: string; total: number }>(
        'select id, number, total from orders.orders where visitor_id = $visitorId',
        buyer.owner,
      )
      await pays(await paidLike(order!))
      const refund = (key: string) =>
        refundOrder(
          order!.id,
          { lines: [{ position: 0, quantity: 2 }] },
          { key, actor: 'test', reason: 'goodwill' },
        )
      const cancels = (server: string) => buyer.press(server, `/orders/${order!.number}/cancellation`, {})
      await Promise.all([refund('one'), cancels(at(0)), refund('two'), cancels(at(1))])
      expect(
        await row(
          `select state, (select sum(amount)::bigint from payments.refunds where order_id = orders.id) as back,
             (select sum(quantity)::integer from orders.refund_lines where order_id = orders.id) as pieces
           from orders.orders where id = $id`,
          order!,
        ),
      ).toEqual({ state: 'cancelled', back: order!.total, pieces: 2 })
    })
  })
})

/** However many are held, 20 more of each are left. */
async function leaveTwenty(): Promise<void> {
  const levels = await rows<{ variantId: number; held: number }>(
    'select variant_id as "variantId", held from inventory.stock_levels where variant_id in ($mug, $bowl)',
    { mug: variantId(mug), bowl: variantId(bowl) },
  )
  for (const { variantId, held } of levels) {
    await transaction((tx) =>
      setStock(tx, { variantId, onHand: held + 20, reason: 'delivery', actor: 'test' }),
    )
  }
}

async function paidLike(order: { id: number; total: number }) {
  const page = await row<{ session: string }>(
    'select provider_session as session from payments.payments where order_id = $id',
    order,
  )
  return { ...order, session: page!.session }
}

const save = (draft: Partial<PromotionDraft>) =>
  transaction((tx) =>
    savePromotion(tx, { name: { en: 'Less' }, kind: 'percentage', share: 100_000, ...draft }),
  )
const usesOf = async (code: string) =>
  (await rows('select 1 from ledger.voucher_uses where code = $code', { code })).length
