import { takeReplacements } from '../inventory/index.ts'
import { row, rows, type Transaction, transaction } from '../platform/database.ts'
import { type Consignment, consignmentOf } from './carriers.ts'
import { inHouse, type LineCounts, lineCounts, packable } from './line-counts.ts'
import { lockOrder, type Order } from './order.ts'
import { noteEvent } from './order-states.ts'
import { type Pieces, summed } from './pieces.ts'
import { type Outcome, refuse } from './refusal.ts'

/** A parcel as staff pack it. */
export interface NewShipment {
  lines: Pieces[]
  carrier: string
  trackingNumber?: string
  /** Where it can be followed, for a carrier that is none of ours; https only. */
  trackingAddress?: string
  /** The one-time key of the form: sent twice, it is one parcel. */
  key: string
}

type Packed = Pick<NewShipment, 'lines' | 'key'> & Consignment

/**
 * Packs a parcel: pieces of an order that are in the house and still to be sent. Pieces that replace lost ones are taken from the
 * shelf. Refuses an order that is not to be sent, more than is left of a line, and replacements that are not there.
 */
export function createShipment(
  orderId: number,
  parcel: NewShipment,
  actor: string,
): Promise<Outcome<{ shipmentId: number }>> {
  return transaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (!order) return refuse('order-unknown')
    const known = await row<{ id: number }>(
      'select id from orders.shipments where order_id = $orderId and form_key = $key',
      { orderId, key: parcel.key },
      tx,
    )
    if (known) return { shipmentId: known.id }
    if (!['paid', 'partly_shipped', 'shipped'].includes(order.state)) return refuse(`order-${order.state}`)
    const consignment = consignmentOf(parcel)
    if (!consignment) return refuse('carrier')
    return pack(tx, order, { lines: parcel.lines, key: parcel.key, ...consignment }, actor)
  })
}

async function pack(
  tx: Transaction,
  order: Order,
  parcel: Packed,
  actor: string,
): Promise<Outcome<{ shipmentId: number }>> {
  const counts = await lineCounts(order.id, tx)
  const packed = summed(parcel.lines, counts)
  if (!packed) return refuse('lines')
  const tooMany = packed.find(({ line, quantity }) => quantity > packable(line))
  if (tooMany) return refuse('too-many', { title: tooMany.line.title, left: packable(tooMany.line) })
  const parts = packed.map((part) => ({
    ...part,
    replacing: Math.max(0, part.quantity - inHouse(part.line)),
  }))
  const replacements = parts.map(({ line, replacing }) => ({
    variantId: line.variantId,
    quantity: replacing,
  }))
  const taken = await takeReplacements(tx, replacements, { reference: order.number, actor })
  if (taken.refused) {
    const short = packed.find(({ line }) => line.variantId === taken.short[0]!.variantId)!
    return refuse('no-replacement', { title: short.line.title })
  }
  const { id: shipmentId, number } = await writeShipment(tx, order.id, parcel, parts)
  await noteEvent(tx, order.id, order.state, { kind: 'shipment_prepared', actor, details: { number } })
  return { shipmentId }
}

async function writeShipment(
  tx: Transaction,
  orderId: number,
  { carrier, trackingNumber, trackingAddress, key }: Packed,
  parts: { line: LineCounts; quantity: number; replacing: number }[],
): Promise<{ id: number; number: number }> {
  const written = await row<{ id: number; number: number }>(
    `insert into orders.shipments (order_id, number, carrier, tracking_number, tracking_address, form_key)
     select $orderId, coalesce(max(number), 0) + 1, $carrier, $trackingNumber, $trackingAddress, $key
     from orders.shipments where order_id = $orderId
     returning id, number`,
    { orderId, carrier, trackingNumber, trackingAddress, key },
    tx,
  )
  await rows(
    `insert into orders.shipment_lines (shipment_id, order_id, position, quantity, replacing)
     select $shipmentId, $orderId, part.position, part.quantity, part.replacing
     from unnest($positions::integer[], $quantities::integer[], $replacing::integer[])
       as part (position, quantity, replacing)`,
    {
      shipmentId: written!.id,
      orderId,
      positions: parts.map(({ line }) => line.position),
      quantities: parts.map(({ quantity }) => quantity),
      replacing: parts.map(({ replacing }) => replacing),
    },
    tx,
  )
  return written!
}
