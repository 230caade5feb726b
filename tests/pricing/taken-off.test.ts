import { expect, test } from 'vitest'
import type { Promotion } from '../../src/pricing/promotion.ts'
import { quoteOf } from '../support/quotes.ts'

const mugs = { variantId: 1, sku: 'MUG', productId: 1, categoryIds: [1, 2], unitPrice: 1000, quantity: 3 }
const bowl = { variantId: 2, sku: 'BOWL', productId: 2, categoryIds: [1, 3], unitPrice: 2500, quantity: 1 }
const way = {
  ...{ code: 'standard', name: { en: 'A way' }, amount: 390, freeFrom: 5_000, daysFrom: 1, daysTo: 2 },
  ...{ gramsTo: 100_000, valueFrom: 0 },
}

let id = 0
const promotion = (given: Partial<Promotion>): Promotion => ({
  ...{
    id: ++id,
    code: null,
    name: { en: 'Less' },
    kind: 'percentage',
    share: null,
    amount: null,
    buy: null,
    free: null,
  },
  ...{ categoryIds: [], productIds: [], minimum: 0, isForFirstOrder: false, combines: true, priority: 0 },
  ...{ hindrance: null, startsAt: new Date(0), endsAt: null },
  ...given,
})
const tenth = promotion({ share: 100_000 })
const totalWith = (...promotions: Promotion[]) => quoteOf([mugs, bowl], { promotions }).total

test('a percentage is of all goods, or of those of a category or a product', () => {
  expect(totalWith(tenth)).toBe(5500 - 550)
  expect(totalWith({ ...tenth, categoryIds: [2] })).toBe(5500 - 300)
  expect(totalWith({ ...tenth, productIds: [2] })).toBe(5500 - 250)
  expect(totalWith({ ...tenth, categoryIds: [9] })).toBe(5500)
})

test('an amount is never more than the goods cost', () => {
  expect(totalWith(promotion({ kind: 'amount', amount: 700 }))).toBe(4800)
  expect(totalWith(promotion({ kind: 'amount', amount: 999_999 }))).toBe(0)
})

test('of three pieces the cheapest is for nothing, and two are too few', () => {
  const threeForTwo = promotion({ kind: 'buy_get', buy: 2, free: 1 })
  expect(totalWith(threeForTwo)).toBe(4500)
  expect(quoteOf([{ ...mugs, quantity: 2 }], { promotions: [threeForTwo] }).total).toBe(2000)
  expect(quoteOf([{ ...mugs, quantity: 7 }], { promotions: [threeForTwo] }).total).toBe(5000)
})

test('nothing is taken off below the minimum', () => {
  expect(totalWith({ ...tenth, minimum: 5500 })).toBe(4950)
  expect(totalWith({ ...tenth, minimum: 5501 })).toBe(5500)
})

test('those that combine follow one another, each on what is left', () => {
  expect(totalWith(promotion({ kind: 'amount', amount: 500 }), tenth)).toBe(4500)
})

test('one that does not combine counts alone, when it saves more than the others together', () => {
  const third = promotion({ share: 300_000, combines: false })
  expect(totalWith(tenth, third)).toBe(3850)
  expect(totalWith(tenth, promotion({ share: 50_000, combines: false }))).toBe(4950)
})

test('delivery is free from a value that goods have after discounts, or by a promotion', () => {
  const deliveryWith = (...promotions: Promotion[]) =>
    quoteOf([mugs, bowl], { promotions, deliveryRates: [way] }).delivery
  expect(deliveryWith()).toMatchObject({ amount: 0, discount: 0 })
  expect(deliveryWith(tenth)).toMatchObject({ amount: 390, discount: 0 })
  expect(deliveryWith(tenth, promotion({ kind: 'free_delivery' }))).toMatchObject({
    amount: 0,
    discount: 390,
  })
})

test('a heavy parcel goes by a rate that takes it, or not at all', () => {
  const deliveryOf = (weightGrams: number) =>
    quoteOf([{ ...mugs, weightGrams }], {
      deliveryRates: [
        { ...way, gramsTo: 1_000 },
        { ...way, gramsTo: 30_000, amount: 900 },
      ],
    }).delivery?.amount
  expect([deliveryOf(333), deliveryOf(334), deliveryOf(10_000), deliveryOf(10_001)]).toEqual([
    390,
    900,
    900,
    undefined,
  ])
})

test('where tax is not in the prices it comes on top, once for each line', () => {
  const { tax, total, taxes } = quoteOf([mugs, bowl], {
    taxIncluded: false,
    taxRates: new Map([['standard', 72_500]]),
    promotions: [tenth],
  })
  expect(tax).toBe(Math.round(2700 * 0.0725) + Math.round(2250 * 0.0725))
  expect(total).toBe(4950 + tax)
  expect(taxes).toEqual([{ rate: 72_500, tax, total: 4950 }])
})
