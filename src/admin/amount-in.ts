import { parseAmount } from '../platform/money.ts'

/** An amount as people type it, "27.90" or "27,90", in minor units; nothing is 0, and undefined is no amount. */
export function amountIn(typed: string, currency: string): number | undefined {
  const text = typed.trim().replace(',', '.')
  return text === '' ? 0 : parseAmount(text, currency)
}
