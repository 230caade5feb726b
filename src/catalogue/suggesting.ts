/** What whoever recommends products has to know of them. */
export { findProductName, productNames, productsOfSlugs } from './product-name.ts'
export { productTexts } from './product-texts.ts'
export { countOnShow, sellableAmong, shownBeside, soughtAround } from './sellable.ts'
export { trailOf } from './trail.ts'
