import { rows } from '../platform/database.ts'
import { type Consignment, carrierName, trackingLink } from './carriers.ts'
import type { ShipmentState } from './shipment.ts'

/** Some pieces, as a list names them. */
export interface NamedPieces {
  title: string
  optionText: string
  quantity: number
}

/** A parcel as the shopper follows it. */
export interface ParcelView {
  id: number
  number: number
  state: ShipmentState
  /** The carrier's own name; nothing for one that we have no name of. */
  carrier: string
  trackingNumber: string
  /** Where it can be followed, or nothing. */
  trackingLink: string
  shippedAt: Date | null
  endedAt: Date | null
  lines: NamedPieces[]
}

/** The parcels of an order, the first one first. */
export async function parcelsView(orderId: number): Promise<ParcelView[]> {
  const found = await rows<ParcelRow>(
    `select parcel.id, parcel.number, parcel.state, parcel.carrier, parcel.tracking_number as "trackingNumber",
       parcel.tracking_address as "trackingAddress", parcel.shipped_at as "shippedAt", parcel.ended_at as "endedAt",
       jsonb_agg(jsonb_build_object('title', line.title, 'optionText', line.option_text, 'quantity', part.quantity)
         order by part.position) as lines
     from orders.shipments parcel
     join orders.shipment_lines part on part.shipment_id = parcel.id
     join orders.order_lines line on line.order_id = part.order_id and line.position = part.position
     where parcel.order_id = $orderId group by parcel.id order by parcel.number`,
    { orderId },
  )
  return found.map(({ carrier, trackingNumber, trackingAddress, ...parcel }) => ({
    ...parcel,
    carrier: carrierName(carrier) ?? '',
    trackingNumber: trackingNumber ?? '',
    trackingLink: trackingLink({ carrier, trackingNumber, trackingAddress }) ?? '',
  }))
}

type ParcelRow = Consignment & Pick<ParcelView, 'id' | 'number' | 'state' | 'shippedAt' | 'endedAt' | 'lines'>
