/**
 * Owns how many there are of each variant, and for whom they are held. It does not know what a variant is.
 * Others may join its view `inventory.availability (variant_id, available)`.
 */
export { availabilityOf } from './availability.ts'
export { extendHolds, type HoldLine, holdStock } from './hold-stock.ts'
export { putBack, takeReplacements } from './put-back.ts'
export { releaseHolds } from './release-holds.ts'
export { setStock } from './set-stock.ts'
export { setStocks } from './set-stocks.ts'
export { stockLevels } from './stock-levels.ts'
export { takeHolds } from './take-holds.ts'
