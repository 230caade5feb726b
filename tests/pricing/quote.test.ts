import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { billOf } from '../../src/pricing/bill.ts'
import { workOutQuote } from '../../src/pricing/work-out-quote.ts'
import { request, rules } from './arbitrary.ts'

const sum = (amounts: number[]) => amounts.reduce((a, b) => a + b, 0)
const BASKETS = { numRuns: 10_000 }

describe('a quote', () => {
  test('is the sum of its parts to the last minor unit, and nothing in it is negative', () => {
    fc.assert(
      fc.property(request, rules, (given, by) => {
        const { quote } = workOutQuote(given, by)
        const { lines, delivery, subtotal, discount, discounts, taxes, tax, total, taxIncluded } = quote
        expect(lines).toHaveLength(given.lines.length)
        expect(subtotal).toBe(sum(given.lines.map(({ unitPrice, quantity }) => unitPrice * quantity)))
        expect(discount).toBe(sum(lines.map((line) => line.discount)))
        expect(sum(discounts.map(({ amount }) => amount))).toBe(discount + (delivery?.discount ?? 0))
        expect(tax).toBe(sum(lines.map((line) => line.tax)) + (delivery?.tax ?? 0))
        expect(tax).toBe(sum(taxes.map((row) => row.tax)))
        expect(total).toBe(subtotal - discount + (delivery?.amount ?? 0) + (taxIncluded ? 0 : tax))
        for (const line of lines) {
          expect(line.total).toBe(line.unitPrice * line.quantity - line.discount)
          expect(Math.min(line.total, line.discount, line.tax)).toBeGreaterThanOrEqual(0)
          if (taxIncluded) expect(line.tax).toBeLessThanOrEqual(line.total)
        }
        expect(Math.min(total, tax, subtotal, discount, delivery?.amount ?? 0)).toBeGreaterThanOrEqual(0)
      }),
      BASKETS,
    )
  })

  test('does not depend on the order of its lines', () => {
    fc.assert(
      fc.property(request, rules, fc.infiniteStream(fc.nat()), (given, by, dice) => {
        const places = new Map(given.lines.map(({ variantId }) => [variantId, dice.next().value]))
        const shuffled = given.lines.toSorted((a, b) => places.get(a.variantId)! - places.get(b.variantId)!)
        const straight = workOutQuote(given, by).quote
        const turned = workOutQuote({ ...given, lines: shuffled }, by).quote
        const byId = (lines: typeof straight.lines) => lines.toSorted((a, b) => a.variantId - b.variantId)
        expect(byId(turned.lines)).toEqual(byId(straight.lines))
        expect([turned.total, turned.taxes, turned.discounts, turned.delivery]).toEqual([
          straight.total,
          straight.taxes,
          straight.discounts,
          straight.delivery,
        ])
      }),
      BASKETS,
    )
  })

  test('can be explained: its steps add up to its total, and so does its bill', () => {
    fc.assert(
      fc.property(request, rules, (given, by) => {
        const { quote } = workOutQuote(given, by)
        const ofRule = (...names: string[]) =>
          sum(quote.steps.filter(({ rule }) => names.includes(rule)).map(({ amount }) => amount))
        const tax = ofRule('tax')
        expect(tax).toBe(quote.tax)
        expect(ofRule('line', 'discount', 'delivery') + (quote.taxIncluded ? 0 : tax)).toBe(quote.total)
        expect(sum(billOf(quote, 'de').map(({ amount }) => amount.amount))).toBe(quote.total)
      }),
      BASKETS,
    )
  })

  test('with promotions never comes to more than with any one of them, or with none', () => {
    fc.assert(
      fc.property(request, rules, (given, by) => {
        const plain = { ...by, deliveryRates: [] }
        const total = (promotions: typeof by.promotions) =>
          workOutQuote(given, { ...plain, promotions }).quote.total
        const best = total(by.promotions)
        for (const alone of [[], ...by.promotions.map((promotion) => [promotion])])
          if (alone.every(({ combines }) => !combines)) expect(best).toBeLessThanOrEqual(total(alone))
      }),
      { numRuns: 2_000 },
    )
  })

  test('has another fingerprint as soon as a price, a quantity, a discount or the delivery differs', () => {
    const line = {
      ...{ variantId: 1, sku: 'A', productId: 1, categoryIds: [], taxClass: 'standard', weightGrams: 1 },
      ...{ unitPrice: 100, quantity: 1 },
    }
    const print = (more: object, by: object = {}) =>
      workOutQuote(
        { currency: 'EUR', country: 'DE', region: '', lines: [{ ...line, ...more }] },
        { taxIncluded: true, taxRates: new Map(), deliveryRates: [], promotions: [], ...by },
      ).quote.fingerprint
    const way = {
      ...{ code: 'standard', name: { en: 'A way' }, amount: 5, freeFrom: null, daysFrom: 1, daysTo: 2 },
      ...{ gramsTo: 10, valueFrom: 0 },
    }
    const prints = [
      print({}),
      print({ unitPrice: 101 }),
      print({ quantity: 2 }),
      print({}, { deliveryRates: [way] }),
      print({}, { taxRates: new Map([['standard', 1]]), taxIncluded: false }),
    ]
    expect(new Set(prints).size).toBe(prints.length)
    expect(print({})).toBe(prints[0])
  })
})
