import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quote } from '../../src/pricing/quote-for.ts'
import { portion } from '../../src/pricing/rounding.ts'

const rates = new Map([
  ['standard', 190_000],
  ['reduced', 70_000],
  ['none', 0],
])

const line = fc.record({
  variantId: fc.integer({ min: 1, max: 1_000_000 }),
  sku: fc.string({ minLength: 1, maxLength: 10 }),
  unitPrice: fc.integer({ min: 0, max: 100_000_000 }),
  quantity: fc.integer({ min: 1, max: 99 }),
  taxClass: fc.constantFrom('standard', 'reduced', 'none', 'unheard-of'),
})

const request = fc.record({
  currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
  country: fc.constant('DE'),
  lines: fc.array(line, { maxLength: 30 }),
  delivery: fc.option(
    fc.record({
      code: fc.constant('standard'),
      name: fc.constant({ en: 'Standard' }),
      amount: fc.integer({ min: 0, max: 10_000 }),
      freeFrom: fc.constant(null),
      daysFrom: fc.constant(1),
      daysTo: fc.constant(3),
    }),
    { nil: undefined },
  ),
})

describe('a quote', () => {
  test('is the sum of its parts, to the last minor unit, and never negative', () => {
    fc.assert(
      fc.property(request, (given) => {
        const { lines, delivery, subtotal, taxes, tax, total } = quote(given, rates)
        const sum = (amounts: number[]) => amounts.reduce((a, b) => a + b, 0)
        expect(subtotal).toBe(sum(lines.map((priced) => priced.total)))
        expect(total).toBe(subtotal + (delivery?.amount ?? 0))
        expect(tax).toBe(sum(taxes.map((row) => row.tax)))
        expect(tax).toBe(sum(lines.map((priced) => priced.tax)) + (delivery?.tax ?? 0))
        for (const priced of lines) expect(priced.tax).toBeLessThanOrEqual(priced.total)
        expect(Math.min(tax, total, subtotal)).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 2_000 },
    )
  })

  test('does not depend on the order of its lines', () => {
    fc.assert(
      fc.property(request, (given) => {
        const turned = quote({ ...given, lines: [...given.lines].reverse() }, rates)
        const straight = quote(given, rates)
        expect([turned.total, turned.tax, turned.taxes]).toEqual([
          straight.total,
          straight.tax,
          straight.taxes,
        ])
      }),
    )
  })

  test('can be explained: its steps add up to its total', () => {
    fc.assert(
      fc.property(request, (given) => {
        const { steps, total, tax } = quote(given, rates)
        const amounts = (rule: string) =>
          steps.filter((step) => step.rule === rule).reduce((sum, step) => sum + step.amount, 0)
        expect(amounts('line') + amounts('delivery')).toBe(total)
        expect(amounts('tax')).toBe(tax)
      }),
    )
  })

  test('has another fingerprint as soon as a price, a quantity or the delivery differs', () => {
    const base = {
      currency: 'EUR',
      country: 'DE',
      delivery: undefined,
      lines: [{ variantId: 1, sku: 'A', unitPrice: 100, quantity: 1, taxClass: 'standard' }],
    }
    const print = (lines: typeof base.lines) => quote({ ...base, lines }, rates).fingerprint
    expect(print([{ ...base.lines[0]!, unitPrice: 101 }])).not.toBe(print(base.lines))
    expect(print([{ ...base.lines[0]!, quantity: 2 }])).not.toBe(print(base.lines))
    expect(print([{ ...base.lines[0]! }])).toBe(print(base.lines))
  })
})

describe('rounding', () => {
  test('takes halves away from zero', () => {
    expect([portion(5, 1, 2), portion(-5, 1, 2), portion(7, 1, 2)]).toEqual([3, -3, 4])
  })

  test('is off by half a unit at the most, for amounts where floats are off by more', () => {
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 1_000_000, max: 2_000_000 }),
        (amount, numerator, denominator) => {
          const error =
            2n *
            (BigInt(portion(amount, numerator, denominator)) * BigInt(denominator) -
              BigInt(amount) * BigInt(numerator))
          expect(error <= BigInt(denominator) && error >= -BigInt(denominator)).toBe(true)
        },
      ),
    )
  })
})
