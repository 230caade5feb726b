import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { findBreaches } from '../../src/commands/verify/find-breaches.ts'
import { invariants } from '../../src/commands/verify/invariants.ts'
import { transaction } from '../../src/platform/database.ts'
import { often } from '../support/thorough.ts'
import { basketSteps } from './basket-steps.ts'
import { type Books, openBooks, priceOf, sum } from './books.ts'
import { type Found, found } from './found.ts'
import { moneySteps } from './money-steps.ts'
import { parcelSteps } from './parcel-steps.ts'
import { returnSteps } from './return-steps.ts'
import { chanceOf } from './step.ts'
import { stockSteps } from './stock-steps.ts'
import { openCountry, openWorld, type World } from './world.ts'

const SHOPS = often(60, 300)
const STEPS = 40

const kinds = { ...basketSteps, ...moneySteps, ...parcelSteps, ...returnSteps, ...stockSteps }
type Kind = keyof typeof kinds

/** How often each kind of step is taken, as a shop's days have it. */
const weights: Record<Kind, number> = {
  ...{ adds: 4, changes: 1, usesVoucher: 2, places: 3 },
  ...{ pays: 4, lapses: 1, cancels: 1, refunds: 2, settles: 2, asksAgain: 1 },
  ...{ packs: 5, gives: 2, travels: 6, unpacks: 1 },
  ...{ asks: 4, decides: 3, arrives: 3 },
  counts: 1,
}
const kind = fc.oneof(
  ...(Object.keys(kinds) as Kind[]).map((each) => ({ weight: weights[each], arbitrary: fc.constant(each) })),
)
const numbers = fc.array(fc.nat(10_000), { minLength: 8, maxLength: 8 })
const days = fc.array(fc.tuple(kind, numbers), { minLength: STEPS, maxLength: STEPS })

beforeAll(openCountry)

describe('by plain books', () => {
  test(`${SHOPS} shops are kept for ${STEPS} steps each, and agree after every one`, {
    timeout: 600_000,
  }, async () => {
    let taken = 0
    await fc.assert(
      fc.asyncProperty(days, async (drawn) => {
        const world = await openWorld()
        const books = openBooks()
        const story: string[] = []
        for (const [kind, numbers] of drawn) taken += await takeStep(world, books, { kind, numbers }, story)
      }),
      { numRuns: SHOPS },
    )
    expect(taken).toBeGreaterThanOrEqual(SHOPS * STEPS)
    const checked = await transaction((tx) => findBreaches(invariants, tx))
    expect(checked.filter(({ broken }) => broken.length > 0)).toEqual([])
  })
})

interface Drawn {
  kind: Kind
  numbers: number[]
}

/** Takes a step in the books and in the shop; where there is nothing yet to do it to, something is bought first. */
async function takeStep(
  world: World,
  books: Books,
  { kind, numbers }: Drawn,
  story: string[],
): Promise<number> {
  const { pays, places, adds } = kinds
  const inNeed = books.orders.some(({ state }) => state === 'awaiting_payment') ? [pays] : [places, adds]
  const step = [kinds[kind], ...inNeed].map((each) => each(books, chanceOf(numbers))).find(Boolean)!
  const became = await step.inTheShop(world)
  const expected = step.inTheBooks(books)
  story.push(`${step.says}: ${expected}`)
  const inTheShop = await found(world)
  learnShares(books, inTheShop)
  expect({ became, ...inTheShop }, story.join('\n')).toEqual({ became: expected, ...whatCanBeFound(books) })
  return 1
}

/** How a voucher was shared out among lines is the shop's choice, as long as it is fair to a cent and exact in all. */
function learnShares({ orders }: Books, { orders: placed }: Found): void {
  for (const [index, { lines, total, delivery }] of orders.entries()) {
    if (lines.every(({ paid }) => !Number.isNaN(paid))) continue
    const paid = placed[index]?.lines.map((line) => line.paid) ?? []
    const whole = sum(lines.map(({ good, quantity }) => priceOf(good) * quantity))
    expect(sum(paid)).toBe(total - delivery)
    for (const [position, line] of lines.entries()) {
      const fair = (priceOf(line.good) * line.quantity * (total - delivery)) / whole
      expect(Math.abs(paid[position]! - fair)).toBeLessThan(1)
      line.paid = paid[position]!
    }
  }
}

function whatCanBeFound({ orders, ...books }: Books): Found {
  return { ...books, orders: orders.map(({ reports: _told, given: _said, ...order }) => order) }
}
