/** What happens to goods afterwards, when something has been sold, has arrived or has come to its time. */
export { countSale } from './count-sale.ts'
export { fetchPicture } from './fetch-picture.ts'
export { listTurnedProducts, listVariants } from './list-products.ts'
export { listCategory } from './move-category.ts'
