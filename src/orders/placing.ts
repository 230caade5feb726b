/** How a basket becomes an order: what the checkout calls, in one transaction. */
export { coverOrder, sellCovered } from './sell-order.ts'
export { type NewOrder, writeOrder } from './write-order.ts'
