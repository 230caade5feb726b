/**
 * Owns what somebody means to buy: baskets and their lines. It does not own prices, stock or orders.
 */
export { findBasketId } from './basket.ts'
export { type BasketLine, type BasketView, basketCount, basketView } from './basket-view.ts'
export { giveBack } from './give-back.ts'
export { type LockedBasket, lockBasket, markOrdered } from './lock-basket.ts'
export { basketRoutes } from './routes.ts'
