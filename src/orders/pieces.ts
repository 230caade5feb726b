import type { LineCounts } from './line-counts.ts'

/** Some pieces of a line of an order. */
export interface Pieces {
  position: number
  quantity: number
}

/**
 * The pieces that are meant, a row for each line of the order: the same line named twice is one. Undefined when
 * nothing is meant, a line is not there, or a number is no whole positive one.
 */
export function summed(
  lines: Pieces[],
  counts: LineCounts[],
): { line: LineCounts; quantity: number }[] | undefined {
  const isSound = lines.every(
    ({ position, quantity }) =>
      Number.isSafeInteger(quantity) && quantity > 0 && counts.some((line) => line.position === position),
  )
  if (!isSound || lines.length === 0) return undefined
  return counts
    .map((line) => ({
      line,
      quantity: lines
        .filter(({ position }) => position === line.position)
        .reduce((sum, { quantity }) => sum + quantity, 0),
    }))
    .filter(({ quantity }) => quantity > 0)
}
