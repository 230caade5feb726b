/** An exact amount: an integer in the currency's minor units (cents; yen have none) and its ISO 4217 code. */
export interface Money {
  amount: number
  currency: string
}

/** The currencies that the shop can price in. */
export const currencies = ['EUR', 'GBP', 'USD', 'JPY'] as const
export type Currency = (typeof currencies)[number]

export function money(amount: number, currency: string): Money {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole number of minor units`)
  return { amount, currency }
}

/** How many decimal places the currency has: 2 for EUR, 0 for JPY, 3 for KWD. */
export function exponentOf(currency: string): number {
  const known = exponents.get(currency)
  if (known !== undefined) return known
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions()
  exponents.set(currency, maximumFractionDigits ?? 2)
  return maximumFractionDigits ?? 2
}

const exponents = new Map<string, number>()

/** Reads "12.50" as 1250 minor units of EUR. Undefined when it is no amount or is finer than the currency. */
export function parseAmount(text: string, currency: string): number | undefined {
  const match = /^(\d{1,12})(?:\.(\d{1,4}))?$/.exec(text.trim())
  if (!match) return undefined
  const exponent = exponentOf(currency)
  const fraction = (match[2] ?? '').replace(/0+$/, '')
  if (fraction.length > exponent) return undefined
  return Number(match[1] + fraction.padEnd(exponent, '0'))
}

/** The amount as machines write it, with a point and as many decimals as the currency has: "12.50", "900". */
export function decimalOf({ amount, currency }: Money): string {
  const exponent = exponentOf(currency)
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0')
  const whole = digits.slice(0, digits.length - exponent)
  return `${amount < 0 ? '-' : ''}${whole}${exponent > 0 ? `.${digits.slice(-exponent)}` : ''}`
}
