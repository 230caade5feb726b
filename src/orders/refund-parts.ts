import { portion } from '../pricing/index.ts'
import type { LineCounts } from './line-counts.ts'
import { type Pieces, summed } from './pieces.ts'
import { refuse } from './refusal.ts'

/** What is to go back of an order. Amounts in minor units. */
export interface RefundWish {
  lines?: Pieces[]
  /** Of what was paid for the delivery. */
  delivery?: number
  /** Out of goodwill, for no piece of it. */
  amount?: number
}

/** What an order has been paid for beside its lines, and what of its payment has not gone back yet. */
export interface RefundRoom {
  deliveryPaid: number
  deliveryRefunded: number
  left: number
}

export interface RefundParts {
  lines: { position: number; quantity: number; amount: number }[]
  delivery: number
  adjustment: number
  total: number
}

/**
 * What some more pieces of a line come to: in however many steps the pieces of a line go back, the steps add up to
 * exactly what was paid for it.
 */
export function worthOf(line: Pick<LineCounts, 'paid' | 'quantity' | 'refunded'>, pieces: number): number {
  const { paid, quantity, refunded } = line
  return portion(paid, refunded + pieces, quantity) - portion(paid, refunded, quantity)
}

/**
 * Works out a refund. Refuses more pieces than are left of a line, more than is left of the delivery, and more than
 * is left of the payment; `isUpTo` takes what is left of the payment instead.
 */
export function refundParts(
  wish: RefundWish,
  counts: LineCounts[],
  room: RefundRoom,
  { isUpTo }: { isUpTo: boolean },
) {
  const { lines: pieces = [], delivery = 0, amount = 0 } = wish
  const wanted = pieces.length > 0 ? summed(pieces, counts) : []
  if (!wanted) return refuse('lines')
  if (![delivery, amount].every((sum) => Number.isSafeInteger(sum) && sum >= 0)) return refuse('amount')
  const tooMany = wanted.find(({ line, quantity }) => quantity > line.quantity - line.refunded)
  if (tooMany) {
    const { title, quantity, refunded } = tooMany.line
    return refuse('refunded-already', { title, left: quantity - refunded })
  }
  if (delivery > room.deliveryPaid - room.deliveryRefunded) return refuse('delivery-refunded')
  const lines = wanted.map(({ line, quantity }) => ({
    position: line.position,
    quantity,
    amount: worthOf(line, quantity),
  }))
  const asked = lines.reduce((sum, line) => sum + line.amount, delivery + amount)
  if (asked > room.left && !isUpTo) return refuse('more-than-paid')
  const total = Math.min(asked, room.left)
  return { lines, delivery, adjustment: amount + total - asked, total, refused: undefined }
}

/** All that is left of an order's payment, line by line. */
export function wholeRest(counts: LineCounts[], room: RefundRoom): RefundParts {
  const lines = counts
    .filter(({ quantity, refunded }) => refunded < quantity)
    .map((line) => {
      const quantity = line.quantity - line.refunded
      return { position: line.position, quantity, amount: worthOf(line, quantity) }
    })
  const delivery = room.deliveryPaid - room.deliveryRefunded
  const known = lines.reduce((sum, { amount }) => sum + amount, delivery)
  return { lines, delivery, adjustment: room.left - known, total: room.left }
}
