/** What staff see of goods, on show or not, and how they change them. */
export { editProduct, type ProductEdit, productStateOf, productToEdit } from './edit-product.ts'
export { type OfficeProduct, officeProducts, productFilters } from './office-products.ts'
export { type OfficeVariant, officeVariants, officeVariantsOf } from './office-variants.ts'
export type { WholeProduct } from './whole-products.ts'
