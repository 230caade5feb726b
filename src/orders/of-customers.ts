/** What the orders of a customer are to them: theirs once they sign in, how they have paid, and what is kept of them. */
export { adoptOrders } from './adopt-orders.ts'
export { lastPaymentMethod, orderIdsOf } from './order.ts'
export { personalOrders, unfinishedOrders } from './personal-orders.ts'
