import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatsOf, locales } from '../../src/platform/locale.ts'
import { decimalOf, exponentOf, money, parseAmount } from '../../src/platform/money.ts'

const currencies = [
  { currency: 'JPY', exponent: 0 },
  { currency: 'EUR', exponent: 2 },
  { currency: 'KWD', exponent: 3 },
]
const amounts = fc.nat({ max: 999_999_999_999 })

test.each(currencies)('$currency has $exponent decimal places', ({ currency, exponent }) => {
  expect(exponentOf(currency)).toBe(exponent)
})

test.each(currencies)('an amount of $currency is read as it is written', ({ currency, exponent }) => {
  fc.assert(
    fc.property(amounts, (amount) => {
      expect(parseAmount(decimal(amount, exponent), currency)).toBe(amount)
    }),
  )
})

test.each(currencies)(
  'an amount of $currency is shown to the last unit in every language',
  ({ currency, exponent }) => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.constantFrom(...locales), (amount, locale) => {
        const shown = formatsOf(locale).money({ amount, currency })
        expect(shown.replace(/\D/g, '')).toBe(decimal(amount, exponent).replace('.', ''))
      }),
    )
  },
)

test.each([
  ['12.50', 'EUR', 1250],
  ['12.5', 'EUR', 1250],
  [' 12 ', 'EUR', 1200],
  ['0', 'EUR', 0],
  ['12.500', 'EUR', 1250],
  ['12.00', 'JPY', 12],
  ['12.505', 'KWD', 12505],
])('%j of %s is %i', (text, currency, amount) => {
  expect(parseAmount(text, currency)).toBe(amount)
})

test.each([
  ['12.505', 'EUR'],
  ['12.5', 'JPY'],
  ['', 'EUR'],
  ['-1', 'EUR'],
  ['1e3', 'EUR'],
  ['1,50', 'EUR'],
  ['1 000', 'EUR'],
  ['0x10', 'EUR'],
  ['.5', 'EUR'],
  ['5.', 'EUR'],
  ['1234567890123', 'EUR'],
  ['Infinity', 'EUR'],
])('%j is no amount of %s', (text, currency) => {
  expect(parseAmount(text, currency)).toBeUndefined()
})

test('whatever is typed gives a whole number of units, or nothing', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('EUR', 'JPY', 'KWD'), (text, currency) => {
      const amount = parseAmount(text, currency)
      expect(amount === undefined || (Number.isSafeInteger(amount) && amount >= 0)).toBe(true)
    }),
  )
})

test('a sum that is no whole number of units is no money', () => {
  expect(money(1250, 'EUR')).toEqual({ amount: 1250, currency: 'EUR' })
  for (const amount of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    expect(() => money(amount, 'EUR')).toThrow(RangeError)
  }
})

test('money is written as people of the language write it', () => {
  const price = { amount: 123456, currency: 'EUR' }
  expect(formatsOf('en').money(price)).toBe('€1,234.56')
  expect(formatsOf('de').money(price)).toBe('1.234,56\u00a0€')
  expect(formatsOf('en').money({ amount: -250, currency: 'GBP' })).toBe('-£2.50')
  expect(formatsOf('de').money({ amount: 1200, currency: 'JPY' })).toBe('1.200\u00a0¥')
})

/** The amount with its decimal point, made of digits alone. */
function decimal(amount: number, exponent: number): string {
  const digits = String(amount).padStart(exponent + 1, '0')
  const point = digits.length - exponent
  return exponent === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`
}

test.each(currencies)(
  'an amount of $currency that is written for machines is read as it was',
  ({ currency }) => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(parseAmount(decimalOf(money(amount, currency)), currency)).toBe(amount)
      }),
    )
  },
)

test('machines get a point and every decimal place', () => {
  expect(decimalOf(money(5, 'EUR'))).toBe('0.05')
  expect(decimalOf(money(-1250, 'EUR'))).toBe('-12.50')
  expect(decimalOf(money(900, 'JPY'))).toBe('900')
})
