/** What staff see of goods, on show or not, and how they change them. */
export { productsCalled, slugsOf, variantsCalled } from './called.ts'
export { categoryTree, wholeCategory } from './category-tree.ts'
export { productToEdit } from './change-product.ts'
export { copyProduct } from './copy-product.ts'
export { createProduct } from './create-product.ts'
export * from './edit-attribute.ts'
export * from './edit-category.ts'
export * from './edit-details.ts'
export { editOptions, type OptionEdit } from './edit-options.ts'
export { addPictures, describePicture, movePicture, removePicture, restorePicture } from './edit-pictures.ts'
export { editProduct, type ProductEdit } from './edit-product.ts'
export { addVariants, editVariants, missingChoices, type VariantEdit } from './edit-variants.ts'
export * from './office-attributes.ts'
export { officeCategories } from './office-categories.ts'
export { productStateOf, stateOfMade } from './office-product-state.ts'
export { type OfficeProduct, officeProducts, productColumns, productFilters } from './office-products.ts'
export { type OfficeSale, officeSale, officeSales, pricesOfSale } from './office-sales.ts'
export { type OfficeVariant, officeVariants, officeVariantsOf, variantColumns } from './office-variants.ts'
export { endSale, planSale, saleMadeWith, saleStateOf } from './plan-sale.ts'
export { removedPictures } from './removed-pictures.ts'
export { previewSale, type SalePreview, type SaleTerms } from './sale-prices.ts'
export {
  type NamedPrice,
  type NewPrice,
  pricesState,
  type StandingPrice,
  setPrices,
  standingPrices,
} from './set-prices.ts'
export { productsToTurn, turnedState, turnProducts, turns } from './turn-products.ts'
export type { WholeProduct } from './whole-products.ts'
