/**
 * `amount * numerator / denominator`, exactly, rounded once: halves go away from zero.
 * All are whole numbers; the denominator is positive.
 */
export function portion(amount: number, numerator: number, denominator: number): number {
  const product = BigInt(amount) * BigInt(numerator)
  const divisor = BigInt(denominator)
  const magnitude = product < 0n ? -product : product
  const rounded = (2n * magnitude + divisor) / (2n * divisor)
  return Number(product < 0n ? -rounded : rounded)
}

/**
 * Shares a whole amount out by weights (whole numbers, none negative), so that the parts add up to it: each gets its
 * portion rounded down, and what is left goes, a unit each, to the largest remainders, among equals to the first.
 * @throws RangeError when there is something to share and nobody has a weight.
 */
export function shareOut(amount: number, weights: number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (amount === 0) return weights.map(() => 0)
  if (whole === 0n) throw new RangeError('There is nobody to share with')
  const exact = weights.map((weight) => BigInt(amount) * BigInt(weight))
  const parts = exact.map((share) => Number(share / whole))
  const left = amount - parts.reduce((sum, part) => sum + part, 0)
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share % whole }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
  for (const { index } of byRemainder.slice(0, left)) parts[index]!++
  return parts
}
