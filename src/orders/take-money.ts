import { orderCredits } from '../credit/index.ts'
import { capturePayment, getPayment } from '../payments/index.ts'
import { portion } from '../pricing/index.ts'
import { type LineCounts, lineCounts } from './line-counts.ts'

/** The first parcel of an order leaves the house: what its card holds ready is taken. */
export async function takeMoney({ orderId }: { orderId: number }): Promise<void> {
  await captureOrder(orderId, 'dispatch')
}

/**
 * Takes what an order's card holds ready, less the pieces that were given up before; that goes free. Credit goes back
 * before money does. Nothing happens to money that was taken or let go before.
 */
export async function captureOrder(orderId: number, actor: string) {
  const givenUp = (await lineCounts(orderId)).reduce((sum, line) => sum + worthOfCancelled(line), 0)
  const inCredit = (await orderCredits(orderId)).reduce((sum, { refunded }) => sum + refunded, 0)
  const { amount } = await getPayment(orderId)
  return capturePayment(orderId, amount - Math.max(0, givenUp - inCredit), actor)
}

function worthOfCancelled({ paid, cancelled, quantity }: LineCounts): number {
  return portion(paid, cancelled, quantity)
}
