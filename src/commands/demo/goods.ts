export type Localised = { en: string; de: string }

/** Amounts in minor units; the yen has none, so its amount is whole yen. */
export type Prices = Record<'EUR' | 'GBP' | 'USD' | 'JPY', number>

export interface DemoCategory {
  /** `kitchen` or `kitchen/mugs`. */
  path: string
  name: Localised
  description: Localised
  /** A complete SVG for the tile of a family, 960 × 1200. */
  drawing?: () => string
}

export interface DemoVariant {
  sku: string
  /** Keys of option values, one for each option, in the options' order. */
  values: string[]
  prices: Prices
  compareAt?: Prices
  stock: number
  weightGrams: number
}

export interface DemoPicture {
  /** A complete SVG, 960 × 1200. */
  draw: () => string
  alt: Localised
  /** The variant it shows, where it shows one alone. */
  sku?: string
}

export interface DemoProduct {
  slug: string
  /** Path of its category. */
  category: string
  brand: string
  title: Localised
  /** One line. */
  summary: Localised
  /** HTML of `p`, `ul`, `li`, `strong` and `em`. */
  description: Localised
  specification: { name: Localised; value: Localised }[]
  options: { name: Localised; values: { key: string; label: Localised }[] }[]
  variants: DemoVariant[]
  pictures: DemoPicture[]
  featured?: boolean
}
