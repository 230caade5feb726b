import { rows } from '../platform/database.ts'
import type { ReturnReason, ReturnState } from './return.ts'

/** A return that somebody has to decide about, or that is to arrive. */
export interface OpenReturn {
  id: number
  number: number
  orderNumber: string
  email: string
  state: ReturnState
  reason: ReturnReason
  requestedAt: Date
  pieces: number
}

/** The returns that are not settled, the oldest first, two hundred at the most. */
export function openReturns(): Promise<OpenReturn[]> {
  return rows<OpenReturn>(
    `select back.id, back.number, placed.number as "orderNumber", placed.email, back.state, back.reason,
       back.requested_at as "requestedAt",
       (select coalesce(sum(quantity), 0)::integer from orders.return_lines where return_id = back.id) as pieces
     from orders.returns back join orders.orders placed on placed.id = back.order_id
     where back.state in ('requested', 'approved') order by back.id limit 200`,
  )
}
