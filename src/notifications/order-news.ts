import type { OrderView } from '../orders/index.ts'
import { formatsOf } from '../platform/locale.ts'
import type { News } from './send-order-news.ts'

/** It is cancelled, and what that means for the money. */
export function newsOfCancellation({ payment }: OrderView): News {
  const money = payment.state !== 'captured' ? 'none' : payment.method
  return { kind: 'cancelled', key: 'cancelled', values: { money } }
}

/** What is on its way, and where to follow it; undefined when there is no such parcel. */
export function newsOfParcel({ parcels }: OrderView, shipmentId: number): News | undefined {
  const parcel = parcels.find(({ id }) => id === shipmentId)
  return (
    parcel && {
      kind: 'parcel',
      key: `parcel ${shipmentId}`,
      values: { carrier: parcel.carrier || 'none', tracking: parcel.trackingNumber || 'none' },
      goods: parcel.lines,
      followLink: parcel.trackingLink,
    }
  )
}

/** All of it has arrived. */
export function newsOfDelivery({ parcels }: OrderView): News {
  return {
    kind: 'delivered',
    key: 'delivered',
    goods: parcels.flatMap(({ state, lines }) => (state === 'delivered' ? lines : [])),
  }
}

export const returnSteps = ['requested', 'approved', 'declined', 'received'] as const
export type ReturnStep = (typeof returnSteps)[number]

/** How far a return is; undefined when there is none. */
export function newsOfReturn({ returns }: OrderView, returnId: number, step: ReturnStep): News | undefined {
  const back = returns.find(({ id }) => id === returnId)
  if (!back) return undefined
  const arrived = back.lines.map((line) => ({ ...line, quantity: line.arrived ?? 0 }))
  return {
    kind: `return-${step}`,
    key: `return ${returnId} ${step}`,
    values: { back: back.number },
    goods: step === 'received' ? arrived.filter(({ quantity }) => quantity > 0) : back.lines,
    words: step === 'declined' ? back.declinedBecause : '',
  }
}

/** How much money has gone back; undefined when there is no such refund. */
export function newsOfRefund(order: OrderView, refundId: number): News | undefined {
  const refund = order.refunds.find(({ id }) => id === refundId)
  return (
    refund && {
      kind: 'money-back',
      key: `refund ${refundId}`,
      values: { amount: formatsOf(order.locale).money(refund.amount), method: order.payment.method },
    }
  )
}
