/** Owns goods as files of Shopify's: reads them into the shop and writes them out, and keeps what staff have sent of
 * them. It does not own goods: those are the catalogue's. */
export { headings } from './columns.ts'
export { exportCatalogue } from './export-catalogue.ts'
export { type ImportReport, importCatalogue } from './import-catalogue.ts'
export * from './office.ts'
export { describe, writeReport } from './report.ts'
export { checkUpload, importUpload, recount } from './work-on-upload.ts'
export { Overtaken } from './write-products.ts'
