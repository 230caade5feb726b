/**
 * What may happen to an order after it was placed: by its shopper, by staff, and by the clock. How far it is, is worked
 * out from its parcels (order-progress.ts), and where each piece is from its parcels, returns and refunds
 * (line-counts.ts); both are read under the order's lock, which every change takes first. Money goes back by
 * `writeRefund`, and an order ends by `endOrder`, whoever asks for it.
 */
export { cancelLines } from './cancel-lines.ts'
export { cancelOrder } from './cancel-order.ts'
export { type Carrier, carrierCodes } from './carriers.ts'
export { changeAddress } from './change-address.ts'
export { closePaymentPage } from './close-payment-page.ts'
export { createShipment, type NewShipment } from './create-shipment.ts'
export { approveReturn, declineReturn } from './decide-return.ts'
export { discardShipment } from './discard-shipments.ts'
export { dispatchShipment } from './dispatch-shipment.ts'
export { deliverShipment, loseShipment } from './end-shipment.ts'
export { noteOrder } from './note-order.ts'
export { noteFailedRefund, noteRefund, type SettledRefund } from './note-refund.ts'
export { ownOrder } from './order-access.ts'
export { type OrderAddress, orderAddress } from './order-address.ts'
export { type Arrival, receiveReturn } from './receive-return.ts'
export { refundOrder } from './refund-order.ts'
export { type RefundedLine, refundedLines } from './refunded-lines.ts'
export type { Outcome, Refused } from './refusal.ts'
export { type NewReturn, requestReturn } from './request-return.ts'
export { sendRefundAgain } from './send-refund-again.ts'
