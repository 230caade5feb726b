import type { StoredPicture } from '../media/index.ts'
import type { Localised } from '../platform/locale.ts'
import type { Currency } from '../platform/money.ts'
import type { Texts } from './texts.ts'
import type { ValueDraft } from './value-draft.ts'

/** All that is to be known of a product, as `saveProduct` takes it. */
export interface ProductDraft {
  slug: string
  categoryId: number
  brand: string
  title: Texts
  summary: Texts
  /** HTML; what does not belong into a description is taken out. */
  description: Texts
  /** Left as it is where it is not given; so is everything else that may be left out. */
  specification?: { name: Localised; value: Localised }[]
  featured?: boolean
  /** What kind of thing it is, in the merchant's own words, and by the taxonomy of product search engines. */
  type?: string
  taxonomy?: string
  tags?: string[]
  seoTitle?: Texts
  seoDescription?: Texts
  /** What people should know who see, hear, move or think in other ways. */
  accessibility?: Texts
  /** What it can be chosen by, beside its brand and its options, which count by themselves. */
  values?: ValueDraft[]
  /** Slugs of products that go with it, chosen by hand; those that are not there are left out. */
  related?: string[]
  /** Since when, or whether at all: `true` keeps the day of a product that is published already. */
  published: boolean | Date
  /** Until when it is shown; `null` is for good. */
  withdrawn?: Date | null
  /** Up to three, such as colour and size. */
  options: OptionDraft[]
  /** At least one; what the product had beside these is retired. */
  variants: VariantDraft[]
  pictures: PictureDraft[]
}

export interface OptionDraft {
  name: Texts
  /** The key names the value within its option, and stays when its label changes. */
  values: { key: string; label: Texts }[]
}

export interface VariantDraft {
  sku: string
  barcode?: string | undefined
  weightGrams: number
  taxClass?: string
  /** The key of this variant's value of each option, in the order of the options. */
  values: string[]
  /** Prices in currencies that are not named stay as they are. */
  prices: PriceDraft[]
  /** Which of the product's pictures shows this variant, counted from 0. */
  picture?: number | undefined
}

export interface PriceDraft {
  currency: Currency
  /** In minor units. */
  amount: number
  /** What it cost before: more than now. */
  compareAt?: number | undefined
  /** A price that begins or ends stands over the one that does not; of several the one that began last counts. */
  from?: Date | undefined
  until?: Date | undefined
}

/** A picture that is in the store already, or the address from which it has yet to be fetched. */
export type PictureDraft = { alt: Texts } & ({ stored: StoredPicture } | { source: string })
