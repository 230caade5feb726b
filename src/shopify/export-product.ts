import type { WholeProduct } from '../catalogue/index.ts'
import { publicPicture } from '../media/index.ts'
import { inLocale, type Locale } from '../platform/locale.ts'
import { type Currency, exponentOf } from '../platform/money.ts'
import type { Column, Headings } from './columns.ts'
import { UNTAXED } from './draft.ts'
import { NO_OPTION, numbers } from './read-options.ts'

/** How an export is written. */
export interface Writing {
  locale: Locale
  currency: Currency
  headings: Headings
}

export type Cells = Partial<Record<Column, string>>

type Variant = WholeProduct['variants'][number]

/**
 * The rows of a product: the first one says everything of it, and each has a variant and a picture as long as there
 * are some.
 * @param onHand How many there are, by SKU; nothing for those of which nobody has ever said it.
 */
export function productRows(
  whole: WholeProduct,
  onHand: ReadonlyMap<string, number>,
  writing: Writing,
): Cells[] {
  const { product, variants, pictures } = whole
  const count = Math.max(variants.length, pictures.length)
  return Array.from({ length: count }, (_none, index) => ({
    handle: product.slug,
    ...(index === 0 && headCells(whole, writing)),
    ...(variants[index] && variantCells(variants[index], whole, onHand, writing)),
    ...(pictures[index] && pictureCells(pictures[index], index, writing)),
  }))
}

function headCells({ product, options }: WholeProduct, { locale, headings }: Writing): Cells {
  const isPublished = product.publishedAt !== null
  const status = isPublished ? 'active' : product.status
  const names = numbers.map((number) => [`option${number}Name`, options[number - 1]?.name] as const)
  return {
    title: inLocale(product.title, locale),
    description: product.description[locale] ?? '',
    vendor: product.brand,
    category: product.taxonomy,
    type: product.type,
    tags: product.tags.join(', '),
    published: flag(isPublished),
    status: headings === 'classic' ? status : status[0]!.toUpperCase() + status.slice(1),
    seoTitle: product.seoTitle[locale] ?? '',
    seoDescription: product.seoDescription[locale] ?? '',
    ...(options.length === 0
      ? { option1Name: NO_OPTION.name }
      : Object.fromEntries(
          names.flatMap(([column, name]) => (name ? [[column, inLocale(name, locale)]] : [])),
        )),
  }
}

function variantCells(
  variant: Variant,
  { options, pictures }: WholeProduct,
  onHand: ReadonlyMap<string, number>,
  { locale, currency }: Writing,
): Cells {
  const price = variant.prices.find((each) => each.currency === currency && !each.from && !each.until)
  const labels = options.map(
    ({ values }, index) => values.find(({ key }) => key === variant.values[index])!.label,
  )
  const named = labels.map((label, index) => [`option${index + 1}Value`, inLocale(label, locale)])
  const picture = variant.picture === null ? undefined : pictures[variant.picture]
  return {
    ...(options.length === 0 ? { option1Value: NO_OPTION.value } : Object.fromEntries(named)),
    sku: variant.sku,
    barcode: variant.barcode ?? '',
    grams: String(variant.weightGrams),
    quantity: String(onHand.get(variant.sku) ?? ''),
    price: price ? decimal(price.amount, currency) : '',
    compareAt: price?.compareAt ? decimal(price.compareAt, currency) : '',
    taxable: flag(variant.taxClass !== UNTAXED),
    variantImage: picture ? addressOf(picture) : '',
  }
}

function pictureCells(picture: WholeProduct['pictures'][number], index: number, { locale }: Writing): Cells {
  return { image: addressOf(picture), imagePosition: String(index + 1), imageAlt: picture.alt[locale] ?? '' }
}

function addressOf(picture: WholeProduct['pictures'][number]): string {
  return picture.source ?? publicPicture(picture)
}

function flag(isSo: boolean): string {
  return isSo ? 'TRUE' : 'FALSE'
}

function decimal(amount: number, currency: Currency): string {
  const places = exponentOf(currency)
  const digits = String(amount).padStart(places + 1, '0')
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
}
