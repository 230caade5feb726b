/**
 * Owns what is sold: categories, products, variants, prices and pictures, and the pages that show them.
 * It does not own how many there are (inventory), nor what an order comes to (pricing).
 */

export { countSale } from './count-sale.ts'
export { fetchPicture } from './fetch-picture.ts'
export { findOwners, findVariant, findVariants, type SellableVariant } from './find-variants.ts'
export { listCategory } from './list-category.ts'
export { listProducts, listTurnedProducts, listVariants } from './list-products.ts'
export { diskMediaStore, type MediaStore } from './media-store.ts'
export { moveCategory } from './move-category.ts'
export { forgetNavigation, navigation } from './navigation.ts'
export { storePlaceholder } from './placeholder.ts'
export { productPage } from './product-page.ts'
export { renameProduct } from './rename-product.ts'
export { catalogueRoutes } from './routes.ts'
export { findCategory, saveCategory } from './save-category.ts'
export { saveHero } from './save-hero.ts'
export { type ProductDraft, type SavedProduct, saveProduct, saveProducts } from './save-product.ts'
export { slugOf } from './slug.ts'
export { type StoredPicture, storeDrawing, storePhotograph } from './store-picture.ts'
