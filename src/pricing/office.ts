/** What staff see of promotions, and how they change them. */
export {
  createPromotion,
  editPromotion,
  type PromotionEdit,
  promotionMadeWith,
  promotionStateOf,
  stopPromotion,
} from './edit-promotion.ts'
export { rulesState, setMarket, setMethod, setTaxRates, setZone } from './edit-rules.ts'
export {
  type OfficePromotion,
  officePromotion,
  officePromotions,
  promotionFilters,
  promotionsBeside,
  usesOf,
} from './office-promotions.ts'
export * from './office-rules.ts'
export { taxClasses } from './tax-classes.ts'
export { type Trial, tryPromotion } from './try-promotion.ts'
export { codesOf, MOST_CODES, makeCodes } from './voucher-codes.ts'
