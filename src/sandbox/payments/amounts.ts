// The provider's own lists; they differ from ISO 4217 here and there.
const withoutDecimals = new Set('BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' '))
const withThreeDecimals = new Set('BHD JOD KWD OMR TND'.split(' '))

const leastCharges: Record<string, number> = {
  AUD: 50,
  CAD: 50,
  CHF: 50,
  CZK: 1500,
  DKK: 250,
  EUR: 50,
  GBP: 30,
  HUF: 17_500,
  JPY: 50,
  NOK: 300,
  NZD: 50,
  PLN: 200,
  SEK: 300,
  USD: 50,
}

/** The smallest amount that the provider charges in a currency, in minor units. */
export function leastCharge(currency: string): number {
  return leastCharges[currency.toUpperCase()] ?? 1
}

/** How many decimal places the provider gives a currency. */
export function decimalsOf(currency: string): 0 | 2 | 3 {
  const code = currency.toUpperCase()
  if (withoutDecimals.has(code)) return 0
  return withThreeDecimals.has(code) ? 3 : 2
}

/** An amount in minor units as people write it: 4800 of "eur" is "€48.00". */
export function formatAmount(amount: number, currency: string, language = 'en-GB'): string {
  const decimals = decimalsOf(currency)
  const digits = String(amount).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const exact = (decimals ? `${whole}.${digits.slice(-decimals)}` : whole) as `${number}`
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(exact)
}
