import { rows } from '../platform/database.ts'
import type { NamedPieces } from './parcels-view.ts'
import type { ReturnReason, ReturnState } from './return.ts'

/** A return as the shopper follows it. */
export interface ReturnView {
  id: number
  number: number
  state: ReturnState
  reason: ReturnReason
  /** Why we declined it, or nothing. */
  declinedBecause: string
  requestedAt: Date
  /** What was to come; `arrived` of it, once the parcel is here. */
  lines: (NamedPieces & { position: number; arrived: number | null })[]
}

/** The returns of an order, the first one first. */
export function returnsView(orderId: number): Promise<ReturnView[]> {
  return rows<ReturnView>(
    `select back.id, back.number, back.state, back.reason, coalesce(back.declined_because, '') as "declinedBecause",
       back.requested_at as "requestedAt",
       jsonb_agg(jsonb_build_object('title', line.title, 'optionText', line.option_text, 'quantity', part.quantity,
         'position', part.position, 'arrived', part.arrived) order by part.position) as lines
     from orders.returns back
     join orders.return_lines part on part.return_id = back.id
     join orders.order_lines line on line.order_id = part.order_id and line.position = part.position
     where back.order_id = $orderId group by back.id order by back.number`,
    { orderId },
  )
}
