/**
 * Owns the way from a basket to an order: the answers given on it, and placing the order. It does not own
 * the order that comes of it.
 */

export { giveBasketBack } from './give-basket-back.ts'
export { personalAnswers } from './personal-answers.ts'
export { deliverPhoneOrder, draftPhoneOrder, phoneOrder, placePhoneOrder } from './phone-order.ts'
export { placeOrder } from './place-order.ts'
export { remindOfBaskets } from './remind-of-baskets.ts'
export { checkoutRoutes } from './routes.ts'
