import { addressIn } from '../platform/locale.ts'
import type { OptionRow } from './choice.ts'
import type { Delivery } from './delivery-estimates.ts'
import { gtinOf } from './gtin.ts'
import type { Locality } from './locality.ts'
import type { OfferedVariant } from './offered-variants.ts'
import { type PictureRow, pictureOf } from './picture-view.ts'
import { absolute, offerData, SCHEMA, termsData } from './structured-offer.ts'

interface Described {
  slug: string
  title: string
  brand: string
  summary: string
  seo: { description: string }
  rating?: { count: number; mean: number } | null
}

interface Offers {
  options: OptionRow[]
  pictures: (PictureRow & { id: number })[]
  variants: OfferedVariant[]
  delivery: Delivery
}

/** By what variants may differ, in the words of schema.org, by the keys of our attributes. */
const properties: Record<string, string> = {
  colour: 'color',
  color: 'color',
  glaze: 'color',
  size: 'size',
  material: 'material',
  wood: 'material',
  pattern: 'pattern',
}

/**
 * A product, or a group of variants, as schema.org describes it, with the terms that its offers refer to; nothing
 * where search engines could do nothing with it.
 */
export function productData(product: Described, offers: Offers, locality: Locality): object[] {
  const priced = offers.variants.filter(({ price }) => price !== null)
  if (priced.length === 0 && !product.rating) return []
  const isGroup = offers.options.length > 0 && priced.length > 0
  const about = { '@context': SCHEMA, ...aboutProduct(product, locality) }
  const described = isGroup
    ? { ...about, ...groupData(priced, product, offers, locality) }
    : { ...about, ...singleData(priced[0], product, offers, locality) }
  const prices = priced.map(({ price }) => price!)
  return [described, ...(prices.length > 0 ? termsData(offers.delivery, prices, locality) : [])]
}

function groupData(priced: OfferedVariant[], product: Described, offers: Offers, locality: Locality) {
  const varied = offers.options.flatMap(({ attribute }) => schemaOf(attribute) ?? [])
  return {
    '@type': 'ProductGroup',
    productGroupID: product.slug,
    variesBy: varied.map((name) => `${SCHEMA}/${name}`),
    hasVariant: priced.map((variant) => ({
      '@type': 'Product',
      ...variantData(variant, product, offers, locality),
    })),
  }
}

function singleData(
  only: OfferedVariant | undefined,
  product: Described,
  offers: Offers,
  locality: Locality,
) {
  const image = offers.pictures.map(imageOf)
  const own = only ? variantData(only, product, offers, locality) : {}
  return { '@type': 'Product', ...own, ...(image.length > 0 && { image }) }
}

function aboutProduct({ slug, title, brand, summary, seo, rating }: Described, { locale }: Locality) {
  return {
    name: title,
    description: summary || seo.description || title,
    url: absolute(addressIn(locale, `/products/${slug}`)),
    ...(brand && { brand: { '@type': 'Brand', name: brand } }),
    ...(rating && {
      aggregateRating: {
        '@type': 'AggregateRating',
        ratingValue: rating.mean,
        reviewCount: rating.count,
        bestRating: 5,
        worstRating: 1,
      },
    }),
  }
}

function variantData(variant: OfferedVariant, product: Described, offers: Offers, locality: Locality) {
  const chosen = offers.options.flatMap(({ number, attribute, values }) => {
    const value = values.find(({ id }) => id === variant.values[number])
    return value ? [{ property: schemaOf(attribute), label: value.label }] : []
  })
  const gtin = gtinOf(variant.barcode)
  const picture = offers.pictures.find(({ id }) => id === variant.pictureId) ?? offers.pictures[0]
  return {
    name: [product.title, ...chosen.map(({ label }) => label)].join(', '),
    sku: variant.sku,
    ...(gtin && { gtin }),
    ...(picture && { image: [imageOf(picture)] }),
    ...Object.fromEntries(chosen.flatMap(({ property, label }) => (property ? [[property, label]] : []))),
    offers: offerData(variant, product.slug, offers.delivery, locality),
  }
}

function schemaOf(attribute: string | null): string | undefined {
  return attribute ? properties[attribute] : undefined
}

function imageOf(picture: PictureRow): string {
  return absolute(pictureOf(picture).src)
}
