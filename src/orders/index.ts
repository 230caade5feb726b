/**
 * Owns orders: what was bought, for whom, in which state, and every event of it. It does not own money
 * (payments) or goods (inventory), but decides when they move.
 */
export { type Address, addressLines, countryName } from './address.ts'
export { mendDiscrepancy } from './mend-discrepancy.ts'
export { noteLostPayment } from './note-lost-payment.ts'
export { findOrderOfBasket, findUnpaidOrder, hasOrdered } from './order.ts'
export { signedOrderPath } from './order-access.ts'
export { orderFollowers } from './order-states.ts'
export { type OrderView, orderView } from './order-view.ts'
export { type Buyer, buyerOf, findPurchase, orderedVariants } from './purchase.ts'
export { recordTransfer } from './record-transfer.ts'
export { recordTransfers } from './record-transfers.ts'
export { recordWebhook } from './record-webhook.ts'
export { returnFromPayment } from './return-from-payment.ts'
export { orderRoutes, webhookRoutes } from './routes.ts'
export { HOLD_SECONDS, startPayment } from './start-payment.ts'
export { sweepPayments } from './sweep-payments.ts'
export { type NewOrder, writeOrder } from './write-order.ts'
