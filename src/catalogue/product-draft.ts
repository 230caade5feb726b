import type { StoredPicture } from '../media/index.ts'
import type { Localised } from '../platform/locale.ts'
import type { Currency } from '../platform/money.ts'
import type { Texts } from './texts.ts'

/** All that is to be known of a product, as `saveProduct` takes it. */
export interface ProductDraft {
  slug: string
  categoryId: number
  brand: string
  title: Texts
  summary: Texts
  /** HTML; what does not belong into a description is taken out. */
  description: Texts
  /** Left as it is where it is not given; so is `featured`. */
  specification?: { name: Localised; value: Localised }[]
  featured?: boolean
  /** Since when, or whether at all: `true` keeps the day of a product that is published already. */
  published: boolean | Date
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
}

/** A picture that is in the store already, or the address from which it has yet to be fetched. */
export type PictureDraft = { alt: Texts } & ({ stored: StoredPicture } | { source: string })
