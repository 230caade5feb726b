/**
 * Owns orders: what was bought, for whom, in which state, and every event of it. It does not own money
 * (payments) or goods (inventory), but decides when they move.
 */

export * from './afterwards.ts'
export { claimLink, type LookedUp } from './claim-link.ts'
export * from './money-in.ts'
export * from './of-customers.ts'
export * from './office.ts'
export { findOrderOfBasket, findUnpaidOrder, hasOrdered } from './order.ts'
export { signedOrderPath } from './order-access.ts'
export { getOrderRecord, type OrderRecord } from './order-record.ts'
export { orderFollowers } from './order-states.ts'
export { type OrderView, orderView } from './order-view.ts'
export { forOwnOrder, type OwnOrder } from './own-order.ts'
export * from './placing.ts'
export { type Buyer, boughtGoods, buyerOf, findPurchase, orderedLines, orderedVariants } from './purchase.ts'
export { orderRoutes, webhookRoutes } from './routes.ts'
export { type Seller, seller } from './seller.ts'
