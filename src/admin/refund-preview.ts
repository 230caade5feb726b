import type { OfficeOrder } from '../orders/index.ts'
import { refundParts } from '../orders/index.ts'

/** What a refund would come to, worked out as the refund itself will be: refuses what that will refuse. */
export function refundPreview(
  { lines, order, deliveryLeft }: OfficeOrder,
  wish: { lines: { position: number; quantity: number }[]; delivery: number; amount: number },
) {
  const room = { deliveryPaid: deliveryLeft, deliveryRefunded: 0, left: order.left.amount }
  return refundParts(wish, lines, room, { isUpTo: false })
}
