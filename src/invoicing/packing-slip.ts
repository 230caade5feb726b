import { addressLines } from '../addresses/index.ts'
import { type OrderRecord, seller } from '../orders/index.ts'

/** What lies in a parcel, and where it goes. It has no prices: it may be a present. */
export interface Parcel {
  /** The order's number. */
  order: string
  /** '' while the order goes out as one. */
  shipmentNumber: string
  address: string[]
  lines: { title: string; optionText: string; sku: string; quantity: number }[]
}

/** What the packing slip of a parcel shows. */
export function packingSlip(parcel: Parcel) {
  return { ...parcel, email: seller.email }
}

/** An order as one parcel. */
export function wholeOrder(order: OrderRecord): Parcel {
  return {
    order: order.number,
    shipmentNumber: '',
    address: addressLines(order.address, order.locale),
    lines: order.lines,
  }
}
