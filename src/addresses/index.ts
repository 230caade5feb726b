/**
 * Owns how addresses are written: their lines, their fields and their rules in each country. It does not own anybody's
 * address: who has one keeps it.
 */
export { type Address, addressLines, countryName } from './address.ts'
export { addressOf, addressShape, lineOf, withAddressRules } from './address-form.ts'
export { rulesOf } from './countries.ts'
export { fieldsView } from './fields-view.ts'
