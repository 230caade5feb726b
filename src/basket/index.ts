/**
 * Owns what somebody means to buy: baskets and their lines. It does not own prices, stock or orders.
 */

export { addLines, type WantedLine } from './add-lines.ts'
export { adoptBasket } from './adopt-basket.ts'
export { findBasketId } from './basket.ts'
export { type BasketLine, type BasketView, basketCount, basketView } from './basket-view.ts'
export { giveBack } from './give-back.ts'
export { type LockedBasket, lockBasket, markOrdered } from './lock-basket.ts'
export { mergeBaskets } from './merge-baskets.ts'
export { basketIdsOf, personalBaskets } from './personal-baskets.ts'
export { productsIn } from './products-in.ts'
export { basketRoutes } from './routes.ts'
export { forgetShared, shareLeft } from './share-basket.ts'
