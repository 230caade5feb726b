import { createHash } from 'node:crypto'
import { addressIn } from '../platform/locale.ts'
import { currencies, decimalOf, money } from '../platform/money.ts'
import { xmlElement } from '../platform/xml.ts'
import type { FeedVariant } from './feed-variants.ts'
import { gtinOf } from './gtin.ts'
import type { Locality } from './locality.ts'
import { type PictureRow, pictureOf } from './picture-view.ts'
import { absolute } from './structured-offer.ts'

/** How long the format lets things be. */
const LONGEST = { id: 50, title: 150, description: 5_000, brand: 70, label: 100, size: 100, type: 750 }
const MOST_PICTURES = 10

/** Under which of our attributes' keys the format's own words are to be found. */
const attributeKeys = {
  color: ['colour', 'color', 'glaze'],
  size: ['size'],
  material: ['material', 'wood'],
  pattern: ['pattern'],
}

/** A variant as an `<item>` of the feed. */
export function feedItem(variant: FeedVariant, { locale, currency }: Locality): string {
  const { sku, slug, optionLabels, trail } = variant
  const [first, ...others] = picturesOf(variant)
  const gtin = gtinOf(variant.barcode)
  const inCurrency = currency === currencies[0] ? {} : { currency }
  const facts: [name: string, text: string | undefined][] = [
    ['id', shortKey(sku)],
    ['title', cut([variant.title, ...optionLabels].join(', '), LONGEST.title)],
    ['description', cut(descriptionOf(variant), LONGEST.description)],
    ['link', absolute(addressIn(locale, `/products/${slug}?${new URLSearchParams({ sku, ...inCurrency })}`))],
    ['image_link', first],
    ...others.map((address): [string, string] => ['additional_image_link', address]),
    ...availabilityOf(variant),
    ...pricesOf(variant, currency),
    ['brand', cut(variant.brand, LONGEST.brand)],
    ['gtin', gtin],
    ['identifier_exists', gtin ? undefined : 'no'],
    ['condition', 'new'],
    ['item_group_id', variant.hasSiblings ? shortKey(slug) : undefined],
    [
      'product_type',
      cut([...trail.map(({ name }) => name), variant.type].filter(Boolean).join(' > '), LONGEST.type),
    ],
    ['google_product_category', variant.taxonomy],
    ['shipping_weight', variant.weightGrams > 0 ? `${variant.weightGrams} g` : undefined],
    ...Object.entries(attributeKeys).map(([name, keys]): [string, string | undefined] => {
      const label = keys.map((key) => variant.attributes[key]).find(Boolean)
      return [name, label && cut(label, LONGEST.label)]
    }),
  ]
  return `<item>\n${facts.map(([name, text]) => xmlElement(`g:${name}`, text)).join('')}</item>\n`
}

/** A key as it is, or one as long as it may be that is still nobody else's. */
function shortKey(key: string): string {
  if (key.length <= LONGEST.id) return key
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 12)
  return `${key.slice(0, LONGEST.id - hash.length - 1)}-${hash}`
}

/** The format takes an order for what is awaited only where the day is known. */
function availabilityOf({ available, atOnce, restockedOn }: FeedVariant): [string, string | undefined][] {
  if (atOnce > 0) return [['availability', 'in_stock']]
  if (available === 0 || !restockedOn) return [['availability', 'out_of_stock']]
  return [
    ['availability', 'backorder'],
    ['availability_date', `${restockedOn}T00:00Z`],
  ]
}

/** What it costs; where it cost more before, that is its price and the lower one that of a sale. */
function pricesOf(
  { amount, compareAt, from, until }: FeedVariant,
  currency: string,
): [string, string | undefined][] {
  const written = (minor: number) => `${decimalOf(money(minor, currency))} ${currency}`
  if (compareAt === null) return [['price', written(amount)]]
  const period = until && `${(from ?? new Date()).toISOString()}/${until.toISOString()}`
  return [
    ['price', written(compareAt)],
    ['sale_price', written(amount)],
    ['sale_price_effective_date', period ?? undefined],
  ]
}

function descriptionOf({ descriptionHtml, summary, title }: FeedVariant): string {
  const words = descriptionHtml
    .replace(/<\/?(?:strong|em|b|i|a|span|code)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
  return words || summary || title
}

/** The variant's own picture first, then the product's others. */
function picturesOf({ picture, pictures }: FeedVariant): string[] {
  const shown = picture ? [picture, ...pictures.filter(({ key }) => key !== picture.key)] : pictures
  return shown.slice(0, MOST_PICTURES + 1).map(largestOf)
}

function largestOf(row: PictureRow): string {
  const picture = pictureOf(row)
  const jpeg = picture.sources.find(({ type }) => type === 'image/jpeg')
  return absolute(jpeg?.srcset.split(/,\s+/).at(-1)?.split(' ')[0] ?? picture.src)
}

/** The text, shortened at a word where it is too long. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const short = text.slice(0, most - 1)
  return `${short.slice(0, short.lastIndexOf(' ') + 1 || most - 1).trimEnd()}…`
}
