import type { ProductDraft, SavedProduct } from '../../src/catalogue/index.ts'
import { listProducts, saveCategory, saveProduct } from '../../src/catalogue/index.ts'
import { readListingQuery } from '../../src/catalogue/listing-query.ts'
import { setStock } from '../../src/inventory/index.ts'
import { database, rows, transaction } from '../../src/platform/database.ts'
import type { Currency } from '../../src/platform/money.ts'

export const inEnglish = { locale: 'en', currency: 'EUR' } as const
export const inGerman = { locale: 'de', currency: 'EUR' } as const

/** What the address of a list says, `?colour=oat&sort=price`. */
export function asked(search = '') {
  const query: Record<string, string[]> = Object.create(null)
  for (const [name, value] of new URLSearchParams(search)) query[name] = [...(query[name] ?? []), value]
  return readListingQuery(query)
}

/** A catalogue with nothing in it. */
export async function emptyCatalogue(): Promise<void> {
  await rows(`truncate catalogue.categories, catalogue.products, catalogue.options, catalogue.option_values,
    catalogue.pictures, catalogue.variants, catalogue.variant_option_values, catalogue.prices,
    catalogue.offers, catalogue.seeds, catalogue.attributes, catalogue.attribute_values, catalogue.product_values,
    catalogue.former_slugs, catalogue.former_paths, catalogue.removed_pictures, catalogue.sales, catalogue.related_products,
    search.documents, search.facets,
    search.shelves, search.shelf_prices, search.shelf_names, search.shelf_counts, search.changed_shelves,
    reviews.reviews, reviews.review_events, reviews.tallies, search.vocabulary, search.synonyms, search.searches, inventory.stock_levels, inventory.stock_movements,
    inventory.stock_holds, inventory.stock_hold_parts, inventory.location_levels restart identity`)
  await rows('delete from graphile_worker._private_jobs')
}

export async function category(slug: string, parentId?: number): Promise<number> {
  const { id } = await saveCategory({ slug, parentId, name: { en: slug, de: `${slug} (de)` } })
  return id
}

/** A product with one variant, whose SKU is its slug in capitals. */
export function plain(slug: string, more: Partial<ProductDraft> & { amount?: number } = {}): ProductDraft {
  const { amount = 1000, ...given } = more
  return {
    slug,
    categoryId: 1,
    brand: 'Fixtures',
    title: { en: slug, de: `${slug} (de)` },
    summary: { en: 'For tests.' },
    description: { en: '<p>For tests.</p>' },
    published: true,
    options: [],
    variants: [{ sku: slug.toUpperCase(), weightGrams: 400, values: [], prices: [price(amount)] }],
    pictures: [],
    ...given,
  }
}

/** A mug in two glazes and two sizes, of which one combination is not made. */
export function mug(more: Partial<ProductDraft> = {}): ProductDraft {
  const variant = (sku: string, values: string[], amount: number) => ({
    sku,
    weightGrams: 300,
    values,
    prices: [price(amount)],
  })
  return plain('mug', {
    title: { en: 'Everyday mug', de: 'Alltagsbecher' },
    options: [
      {
        name: { en: 'Glaze', de: 'Glasur' },
        values: [
          { key: 'oat', label: { en: 'Oat', de: 'Hafer' } },
          { key: 'ink', label: { en: 'Ink', de: 'Tinte' } },
        ],
      },
      {
        name: { en: 'Size', de: 'Größe' },
        values: [
          { key: 's', label: { en: 'Small', de: 'Klein' } },
          { key: 'l', label: { en: 'Large', de: 'Groß' } },
        ],
      },
    ],
    variants: [
      variant('MUG-OAT-S', ['oat', 's'], 2000),
      variant('MUG-OAT-L', ['oat', 'l'], 2400),
      variant('MUG-INK-L', ['ink', 'l'], 2600),
    ],
    ...more,
  })
}

export function price(amount: number, currency: Currency = 'EUR') {
  return { currency, amount }
}

/** Saves the product and puts so many of each of its variants on the shelf. */
export async function offer(draft: ProductDraft, onHand = 10): Promise<SavedProduct> {
  const saved = await transaction(async (tx) => {
    const outcome = await saveProduct(draft, tx)
    if (outcome.refused) throw new Error(`${outcome.sku} was refused`)
    for (const { id } of outcome.variants) {
      await setStock(tx, { variantId: id, onHand, reason: 'opening', actor: 'test' })
    }
    await listProducts([outcome.id], tx)
    return outcome
  })
  return saved
}

/** How many statements the work sends to the database. */
export async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  let statements = 0
  database.addHook('beforeQuery', 'count', () => {
    statements += 1
  })
  try {
    await work()
  } finally {
    database.removeHook('beforeQuery', 'count')
  }
  return statements
}
