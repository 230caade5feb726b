/**
 * Owns what things cost together: tax, delivery and the total, with the steps that lead to it.
 * It does not own the price of a variant, which it is handed.
 */
export { deliveryDates } from './delivery-dates.ts'
export {
  cheapestDelivery,
  type DeliveryOption,
  deliveryCountries,
  deliveryOptions,
  homeCountryOf,
} from './delivery-options.ts'
export { type Quote, type QuoteLine, type QuoteRequest, quoteFor } from './quote-for.ts'
export { saveDelivery } from './save-delivery.ts'
export { saveTaxRates } from './save-tax-rates.ts'
