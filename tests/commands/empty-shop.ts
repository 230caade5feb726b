import { rows } from '../../src/platform/database.ts'

/** A shop without goods, as if nobody had ever imported or searched anything. */
export async function emptyShop(): Promise<void> {
  await rows(`truncate catalogue.categories, catalogue.products, catalogue.variants, catalogue.attributes,
    shopify.imports, catalogue.seeds, inventory.stock_levels, inventory.stock_movements, inventory.stock_holds,
    search.documents, search.shelves, search.shelf_prices, search.shelf_names, search.shelf_counts,
    search.changed_shelves, search.vocabulary, search.facets restart identity cascade`)
  await rows('delete from graphile_worker._private_jobs')
}
