import type { Promotion } from './promotion.ts'
import { portion, shareOut } from './rounding.ts'

const MILLION = 1_000_000

/** A line while promotions are taken off it: what it costs still, in minor units. */
export interface OpenLine {
  productId: number
  categoryIds: number[]
  unitPrice: number
  quantity: number
  left: number
}

/**
 * What a promotion takes off each line, in minor units: exact in sum, never more than is left of a line. What cannot be
 * shared evenly goes to the first: lines stand in an order that does not depend on the shopper.
 */
export function takenOff(promotion: Promotion, lines: OpenLine[]): number[] {
  const lefts = lines.map((line) => (isInScope(promotion, line) ? line.left : 0))
  const sum = lefts.reduce((total, left) => total + left, 0)
  switch (promotion.kind) {
    case 'percentage':
      return shareOut(portion(sum, promotion.share!, MILLION), lefts)
    case 'amount':
      return shareOut(Math.min(promotion.amount ?? 0, sum), lefts)
    case 'buy_get':
      return offFreePieces(promotion, lines)
    case 'free_delivery':
      return lefts.map(() => 0)
  }
}

function isInScope({ categoryIds, productIds }: Promotion, line: OpenLine): boolean {
  if (categoryIds.length === 0 && productIds.length === 0) return true
  return productIds.includes(line.productId) || line.categoryIds.some((id) => categoryIds.includes(id))
}

/** The pieces are laid out from the dearest to the cheapest; of each group the last ones are for nothing. */
function offFreePieces(promotion: Promotion, lines: OpenLine[]): number[] {
  const group = promotion.buy! + promotion.free!
  const pieces = lines
    .flatMap((line, index) => (isInScope(promotion, line) ? Array<number>(line.quantity).fill(index) : []))
    .sort((a, b) => lines[b]!.unitPrice - lines[a]!.unitPrice || a - b)
  const grouped = pieces.length - (pieces.length % group)
  const freeOf = lines.map(() => 0)
  for (let at = 0; at < grouped; at++) if (at % group >= promotion.buy!) freeOf[pieces[at]!]!++
  return lines.map(({ left, quantity }, index) => portion(left, freeOf[index]!, quantity))
}
