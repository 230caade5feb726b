import { addressIn } from '../platform/locale.ts'
import type { OptionRow } from './choice.ts'
import type { Delivery } from './delivery-estimates.ts'
import { gtinOf } from './gtin.ts'
import type { Locality } from './locality.ts'
import type { OfferedVariant } from './offered-variants.ts'
import { type PictureRow, pictureOf } from './picture-view.ts'
import { absolute, offerData } from './structured-offer.ts'

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

const SCHEMA = 'https://schema.org'

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

/** A product, or a group of variants, as schema.org describes it; null where search engines could do nothing with it. */
export function productData(product: Described, offers: Offers, locality: Locality): object | null {
  const priced = offers.variants.filter(({ price }) => price !== null)
  if (priced.length === 0 && !product.rating) return null
  const about = aboutProduct(product, locality)
  const [only] = priced
  if (offers.options.length === 0 || !only) {
    const images = offers.pictures.map(imageOf)
    const own = only ? variantData(only, product, offers, locality) : {}
    return {
      '@context': SCHEMA,
      '@type': 'Product',
      ...about,
      ...own,
      ...(images.length > 0 && { image: images }),
    }
  }
  return {
    '@context': SCHEMA,
    '@type': 'ProductGroup',
    ...about,
    productGroupID: product.slug,
    variesBy: offers.options
      .flatMap(({ attribute }) => schemaOf(attribute) ?? [])
      .map((name) => `${SCHEMA}/${name}`),
    hasVariant: priced.map((variant) => ({
      '@type': 'Product',
      ...variantData(variant, product, offers, locality),
    })),
  }
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
