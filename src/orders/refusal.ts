import type { Values } from '../platform/messages.ts'
import type { OrderState } from './order-states.ts'
import type { ReturnState } from './return.ts'
import type { ShipmentState } from './shipment.ts'

/** Why something does not happen to an order: the state that it, its parcel or its return is in, or what was asked. */
export type Why =
  | `order-${OrderState | 'unknown'}`
  | `shipment-${ShipmentState | 'unknown'}`
  | `return-${ReturnState | 'unknown'}`
  | 'lines'
  | 'too-many'
  | 'carrier'
  | 'no-replacement'
  | 'whole-order'
  | 'packed'
  | 'other-country'
  | 'not-returnable'
  | 'no-reason'
  | 'not-announced'
  | 'nothing-arrived'
  | 'amount'
  | 'refunded-already'
  | 'delivery-refunded'
  | 'more-than-paid'
  | 'not-paid'
  | 'nothing-to-refund'
  | 'refund-not-failed'
  | 'note'

/** An expected no, with the key of the sentence that says why to a person, and what the sentence names. */
export interface Refused {
  refused: Why
  sentence: string
  values: Values
}

/** What a change answers: what came of it, or why nothing did. */
export type Outcome<Done> = (Done & { refused?: undefined }) | Refused

/** Says no, in a sentence of the catalogues: `orders.refused.…`. */
export function refuse(refused: Why, values: Values = {}): Refused {
  return { refused, sentence: `orders.refused.${refused}`, values }
}
