import { capturePayment } from '../payments/index.ts'
import { row } from '../platform/database.ts'
import { portion } from '../pricing/index.ts'
import { type LineCounts, lineCounts } from './line-counts.ts'

/**
 * The first parcel of an order leaves the house: what its card holds ready is taken, less the pieces that were given
 * up before; that goes free. Nothing happens to money that was taken or let go before.
 */
export async function takeMoney({ orderId }: { orderId: number }): Promise<void> {
  const order = await row<{ total: number }>('select total from orders.orders where id = $orderId', {
    orderId,
  })
  const givenUp = (await lineCounts(orderId)).reduce((sum, line) => sum + worthOfCancelled(line), 0)
  await capturePayment(orderId, order!.total - givenUp, 'dispatch')
}

function worthOfCancelled({ paid, cancelled, quantity }: LineCounts): number {
  return portion(paid, cancelled, quantity)
}
