/** What staff see of stock: places, levels, few left, and how it came to be so. */
export { countState, countStock } from './count-stock.ts'
export { locations } from './location.ts'
export { lowStock } from './low-stock.ts'
export { adjustments } from './movement.ts'
export { levelsIn, stockStateOf } from './office-levels.ts'
export { stockHistory } from './stock-history.ts'
