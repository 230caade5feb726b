import fc from 'fast-check'
import type { Promotion } from '../../src/pricing/promotion.ts'
import type { QuoteRequest, RequestedLine, Rules } from '../../src/pricing/quote.ts'

const line: fc.Arbitrary<RequestedLine> = fc.record({
  variantId: fc.integer({ min: 1, max: 1_000_000 }),
  sku: fc.constant(''),
  productId: fc.integer({ min: 1, max: 5 }),
  categoryIds: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
  unitPrice: fc.oneof(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 0, max: 100_000_000 })),
  quantity: fc.integer({ min: 1, max: 99 }),
  taxClass: fc.constantFrom('standard', 'reduced', 'none', 'unheard-of'),
  weightGrams: fc.integer({ min: 0, max: 20_000 }),
})

/** A basket in a currency of no, two or three decimals; every variant is in it once. */
export const request: fc.Arbitrary<QuoteRequest> = fc.record({
  currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
  country: fc.constant('DE'),
  region: fc.constant(''),
  deliveryCode: fc.constantFrom('standard', 'express', undefined),
  lines: fc
    .uniqueArray(line, { maxLength: 12, selector: ({ variantId }) => variantId })
    .map((lines) => lines.map((given) => ({ ...given, sku: `SKU-${given.variantId}` }))),
})

const kinds = fc.oneof(
  fc.record({ kind: fc.constant('percentage' as const), share: fc.integer({ min: 1, max: 1_000_000 }) }),
  fc.record({
    kind: fc.constant('amount' as const),
    amount: fc.option(fc.integer({ min: 1, max: 1_000_000 }), { nil: null }),
  }),
  fc.record({
    kind: fc.constant('buy_get' as const),
    buy: fc.integer({ min: 1, max: 4 }),
    free: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ kind: fc.constant('free_delivery' as const) }),
)

const promotion: fc.Arbitrary<Promotion> = fc
  .record({
    id: fc.integer({ min: 1, max: 1_000 }),
    code: fc.option(fc.constant('CODE'), { nil: null }),
    categoryIds: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 2 }),
    productIds: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 1 }),
    minimum: fc.constantFrom(0, 0, 1_000, 1_000_000),
    combines: fc.boolean(),
    cut: kinds,
  })
  .map(({ cut, ...given }) => ({
    ...{ share: null, amount: null, buy: null, free: null, priority: 0, isForFirstOrder: false },
    ...{ hindrance: null, startsAt: new Date(0), endsAt: null, name: { en: `Promotion ${given.id}` } },
    ...given,
    ...cut,
  }))

const rate = fc.integer({ min: 0, max: 300_000 })
const deliveryRate = fc.record({
  code: fc.constantFrom('standard', 'express'),
  name: fc.constant({ en: 'A way' }),
  amount: fc.integer({ min: 0, max: 10_000 }),
  freeFrom: fc.option(fc.integer({ min: 1, max: 100_000 }), { nil: null }),
  daysFrom: fc.constant(1),
  daysTo: fc.constant(3),
  gramsTo: fc.integer({ min: 1, max: 100_000 }),
  valueFrom: fc.constantFrom(0, 0, 5_000),
})

export const rules: fc.Arbitrary<Rules> = fc.record({
  taxIncluded: fc.boolean(),
  taxRates: fc
    .record({ standard: rate, reduced: rate, none: fc.constant(0) })
    .map((rates) => new Map(Object.entries(rates))),
  deliveryRates: fc.array(deliveryRate, { maxLength: 4 }),
  promotions: fc.uniqueArray(promotion, { maxLength: 4, selector: ({ id }) => id }),
})
