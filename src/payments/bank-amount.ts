import { exponentOf, parseAmount } from '../platform/money.ts'

/**
 * An amount as banks write it, with points or commas, in minor units: "1.234,50", "1,234.50", "+12,5", "48.00 EUR".
 * Below nothing is what went out. Undefined for what could mean two things, or nothing.
 */
export function readAmount(text: string, currency: string): number | undefined {
  const bare = text.replace(/[\s\u00A0\u202F'’€$£¥]|[A-Z]{3}/g, '').replace('−', '-')
  const [, sign, digits] = /^([+-]?)([\d.,]+)$/.exec(bare) ?? []
  const plain = digits && withPoint(digits, exponentOf(currency))
  const amount = plain ? parseAmount(plain, currency) : undefined
  return amount === undefined ? undefined : sign === '-' ? -amount : amount
}

/** The digits with a point before their decimals: what stands last is one, unless three digits follow it. */
function withPoint(digits: string, exponent: number): string | undefined {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  const decimals = last < 0 ? '' : digits.slice(last + 1)
  const isDecimal =
    decimals.length > 0 && decimals.length <= exponent && digits.indexOf(digits[last]!) === last
  const whole = isDecimal ? digits.slice(0, last) : digits
  const groups = whole.split(/[.,]/)
  const mark = /[.,]/.exec(whole)?.[0]
  const isSound =
    /^\d+$/.test(groups[0]!) &&
    (groups.length === 1 ||
      (groups[0]!.length <= 3 && groups.slice(1).every((group) => group.length === 3))) &&
    (mark === undefined ||
      (!whole.includes(mark === '.' ? ',' : '.') && !(isDecimal && digits[last] === mark)))
  return isSound ? `${groups.join('')}${isDecimal ? `.${decimals}` : ''}` : undefined
}
