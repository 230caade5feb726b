import type { Request } from 'express'
import { officeOrder } from '../orders/index.ts'
import { NotFound } from '../platform/errors.ts'

const FIELD = /^quantity-(\d{1,3})$/

/** The pieces that a form names, `quantity-<position>` each, without the lines of which nothing is meant. */
export function piecesIn(given: Record<string, string>): { position: number; quantity: number }[] {
  return Object.entries(given).flatMap(([field, quantity]) => {
    const position = FIELD.exec(field)?.[1]
    return position && Number(quantity) > 0
      ? [{ position: Number(position), quantity: Number(quantity) }]
      : []
  })
}

/**
 * The id of the parcel that an address names by its number within the order.
 * @throws NotFound when the order has none of this number.
 */
export async function shipmentId(req: Request, orderId: number): Promise<number> {
  const { order } = await officeOrder(orderId)
  const parcel = order.parcels.find(({ number }) => String(number) === req.params.shipment)
  if (!parcel) throw new NotFound('parcel')
  return parcel.id
}

/**
 * The id of the return that an address names by its number within the order.
 * @throws NotFound when the order has none of this number.
 */
export async function returnId(req: Request, orderId: number): Promise<number> {
  const { order } = await officeOrder(orderId)
  const back = order.returns.find(({ number }) => String(number) === req.params.return)
  if (!back) throw new NotFound('return')
  return back.id
}
