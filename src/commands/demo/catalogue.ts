import { categories } from './categories.ts'
import { desk } from './products/desk.ts'
import { garden } from './products/garden.ts'
import { kitchen } from './products/kitchen.ts'
import { lighting } from './products/lighting.ts'
import { storage } from './products/storage.ts'
import { textiles } from './products/textiles.ts'
import { hero } from './scenes/families.ts'

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

export const demoCategories: DemoCategory[] = categories

export const demoProducts: DemoProduct[] = [
  ...kitchen,
  ...lighting,
  ...textiles,
  ...storage,
  ...desk,
  ...garden,
]

/** The still life of the home page: a complete SVG, 1600 × 1000, calm in its left third. */
export const heroDrawing = (): string => hero()
