import { createHash } from 'node:crypto'
import { findCategory, listProducts, type ProductDraft, saveProduct, slugOf } from '../catalogue/index.ts'
import { setStocks } from '../inventory/index.ts'
import { type MediaStore, storeDrawing } from '../media/index.ts'
import { currencies } from '../platform/money.ts'
import type { DemoProduct, DemoVariant } from './demo/goods.ts'
import { once } from './seed-marks.ts'

type Fact = DemoProduct['specification'][number]

const FIRST_DAY = Date.UTC(2025, 0, 1)
const DAYS = 300
const DAY_MS = 24 * 60 * 60 * 1_000

/** Draws and saves a product with its opening stock. Stock that has moved since is never set again. */
export async function seedProduct(product: DemoProduct, media: MediaStore): Promise<void> {
  const draft = await draftOf(product, media)
  const stock = Object.fromEntries(product.variants.map((variant) => [variant.sku, variant.stock]))
  await once(`product ${product.slug}`, [draft, stock], async (tx) => {
    const saved = await saveProduct(draft, tx)
    if (saved.refused) throw new Error(`${saved.sku} belongs to another product than ${product.slug}`)
    const added = saved.variants.filter(({ isNew }) => isNew)
    const opening = added.map(({ id, sku }) => ({ variantId: id, onHand: stock[sku]! }))
    await setStocks(tx, opening, { reason: 'opening', actor: 'seed' })
    await listProducts([saved.id], tx)
  })
}

async function draftOf(product: DemoProduct, media: MediaStore): Promise<ProductDraft> {
  const { category, variants, pictures, specification, ...said } = product
  const found = await findCategory(category)
  if (!found) throw new Error(`There is no category ${category} for ${product.slug}`)
  const stored: ProductDraft['pictures'] = []
  for (const { draw, alt } of pictures) stored.push({ stored: await storeDrawing(media, draw()), alt })
  return {
    featured: false,
    ...said,
    categoryId: found.id,
    specification: specification.filter((fact) => !attributeOf(fact)),
    values: specification.flatMap(valuesIn),
    published: publishedOn(product.slug),
    variants: variants.map((variant) => variantDraft(variant, product)),
    pictures: stored,
  }
}

/** The facts by which the demo shop can be narrowed; the others are only told. */
function attributeOf({ name }: Fact) {
  return ['Material', 'Made in'].includes(name.en) ? { key: slugOf(name.en), name } : undefined
}

function valuesIn(fact: Fact): NonNullable<ProductDraft['values']> {
  const attribute = attributeOf(fact)
  return attribute ? [{ attribute, key: slugOf(fact.value.en), label: fact.value }] : []
}

function variantDraft({ sku, values, prices, compareAt, weightGrams }: DemoVariant, product: DemoProduct) {
  return {
    ...{ sku, values, weightGrams },
    prices: currencies.map((currency) => ({
      currency,
      amount: prices[currency],
      compareAt: compareAt?.[currency],
    })),
    picture: pictureOf(sku, product),
  }
}

/** The picture of the variant itself, else of one that shares its first option, such as the colour in another size. */
function pictureOf(sku: string, { pictures, variants }: DemoProduct): number | undefined {
  const firstValue = (of: string | undefined) => variants.find((variant) => variant.sku === of)?.values[0]
  const own = pictures.findIndex((picture) => picture.sku === sku)
  const alike = pictures.findIndex((picture) => picture.sku && firstValue(picture.sku) === firstValue(sku))
  return [own, alike].find((index) => index >= 0)
}

/** Spread over some months by name, so that the newest products are not all of one family. */
function publishedOn(slug: string): Date {
  const day = createHash('sha256').update(slug).digest().readUInt32BE() % DAYS
  return new Date(FIRST_DAY + day * DAY_MS)
}
