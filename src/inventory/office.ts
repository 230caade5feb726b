/** What staff see of stock: places, levels, few left, and how it came to be so. */
export { countState, countStock } from './count-stock.ts'
export { type Location, locations } from './location.ts'
export { lowStock } from './low-stock.ts'
export { adjustments } from './movement.ts'
export { levelsIn, placesStateOf, soldFrom, stockStateOf } from './office-levels.ts'
export { editLocation, locationStateOf } from './save-location.ts'
export { stockHistory } from './stock-history.ts'
