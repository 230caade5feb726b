/**
 * Owns what things cost together: tax, delivery, promotions and the total, with the steps that lead to it.
 * It does not own the price of a variant, which it is handed.
 */

export { type BillRow, billOf } from './bill.ts'
export { deliveryCountries, homeCountryOf } from './countries.ts'
export { deliveryDates } from './delivery-dates.ts'
export { costOf, type DeliveryOption, deliveryRatesTo, optionsFor } from './delivery-options.ts'
export * from './office.ts'
export { personalRedemptions } from './personal-redemptions.ts'
export { isTaxIncluded, type PricedBasket, priceBasket } from './price-basket.ts'
export { findHindrance, tidyCode } from './promotion.ts'
export type { Priced, Quote, QuoteLine, RequestedLine } from './quote.ts'
export { holdPromotions, holdPromotionsAgain, releasePromotions, usePromotions } from './redemptions.ts'
export { portion, shareOut } from './rounding.ts'
export { type PromotionDraft, savePromotion } from './save-promotion.ts'
export { type PricingRules, saveRules } from './save-rules.ts'
export type { VoucherView } from './voucher-views.ts'
