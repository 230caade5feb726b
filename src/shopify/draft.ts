import type { ProductDraft, WholeProduct } from '../catalogue/index.ts'
import type { StoredPicture } from '../media/index.ts'
import type { Locale } from '../platform/locale.ts'
import { knownKeys } from './known-keys.ts'
import type { PictureFiles } from './picture-files.ts'
import { type ImportedPicture, isWeb } from './pictures.ts'
import type { ImportedProduct } from './read-product.ts'
import type { ImportedVariant, Reading } from './read-variants.ts'
import { summaryOf } from './texts.ts'

/** What the shop knows already of what a file speaks of. */
export interface Known {
  whole: WholeProduct | undefined
  categoryId: number
  /** Pictures of ours, by the address at which we give them out. */
  ours: ReadonlyMap<string, StoredPicture>
}

/** Goods without tax have a class of their own, for which no country has a rate. */
export const UNTAXED = 'untaxed'

/** The product as the catalogue takes it. What people have written where the file says nothing is left to them. */
export function draftOf(
  product: ImportedProduct,
  known: Known,
  files: PictureFiles,
  { locale }: Reading,
): ProductDraft {
  const { whole, categoryId, ours } = known
  const { options, keyOf } = knownKeys(product, whole)
  const variants = product.variants.map((variant) => {
    const values = variant.draft.values.map((key, index) => keyOf(index, key))
    return variantDraft(variant, values, whole)
  })
  return {
    ...product.draft,
    ...{ categoryId, options, variants },
    published: product.isPublished ?? (whole ? whole.product.publishedAt !== null : true),
    summary: summaryDraft(product, whole, locale),
    description: product.description === undefined ? {} : { [locale]: product.description },
    ...(product.pictures && {
      pictures: product.pictures.map((picture) => pictureDraft(picture, ours, files, locale)),
    }),
  }
}

function variantDraft(
  { draft, isNamed, isTaxable }: ImportedVariant,
  values: string[],
  whole?: WholeProduct,
) {
  const choice = values.join('\n')
  const alike = isNamed ? undefined : whole?.variants.find((variant) => variant.values.join('\n') === choice)
  const sku = alike?.sku ?? draft.sku
  const wasUntaxed = whole?.variants.find((variant) => variant.sku === sku)?.taxClass === UNTAXED
  const taxClass = isTaxable === false ? UNTAXED : isTaxable && wasUntaxed ? 'standard' : undefined
  return { ...draft, sku, values, taxClass }
}

function pictureDraft(
  { source, alt }: ImportedPicture,
  ours: Known['ours'],
  files: PictureFiles,
  locale: Locale,
): NonNullable<ProductDraft['pictures']>[number] {
  const own = ours.get(source)
  if (own) return { alt: { [locale]: alt }, stored: own }
  return { alt: { [locale]: alt }, source, ...(!isWeb(source) && { stored: files.of(source) }) }
}

/** The summary is what the file says for search engines, else the first words; one that people wrote stays. */
function summaryDraft(
  { description, draft }: ImportedProduct,
  whole: WholeProduct | undefined,
  locale: Locale,
) {
  const said = (html: string | undefined, short: string | undefined) => short || summaryOf(html ?? '')
  const now = whole?.product
  const derived = now && said(now.description[locale], now.seoDescription[locale])
  if (now?.summary[locale] && now.summary[locale] !== derived) return {}
  return {
    [locale]: said(
      description ?? now?.description[locale],
      draft.seoDescription?.[locale] ?? now?.seoDescription[locale],
    ),
  }
}
