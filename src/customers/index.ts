/**
 * Owns what customers keep with us: addresses, wish lists, and what they have agreed to. It does not own who they are
 * (identity), nor what they order.
 * Its view `customers.agreements` says who agrees to what; others may join it.
 */
export { addressBook, defaultAddress, findAddress } from './address-book.ts'
export { asksForConsent, hasAgreed, hasAnsweredYes, hasRefused } from './consent.ts'
export * from './office.ts'
export { personalAddresses, personalConsents, personalNotes, personalWishes } from './personal-customers.ts'
export { customerRoutes } from './routes.ts'
export { saveAddress } from './save-address.ts'
export { welcomeCustomer } from './welcome.ts'
export { isWished } from './wish-list.ts'
