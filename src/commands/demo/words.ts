import type { DemoPicture, DemoProduct, DemoVariant, Localised, Prices } from './goods.ts'

/** One text in both languages. */
export const both = (en: string, de: string): Localised => ({ en, de })

/** Retail prices as people write them, in whole euros, pounds, dollars and yen; kept in minor units. */
export const price = (eur: number, gbp: number, usd: number, jpy: number): Prices => ({
  EUR: Math.round(eur * 100),
  GBP: Math.round(gbp * 100),
  USD: Math.round(usd * 100),
  JPY: jpy,
})

interface Colour {
  label: Localised
  /** The colour within a sentence. */
  phrase: Localised
}

const colour = (en: string, de: string, phraseEn: string, phraseDe: string): Colour => ({
  label: both(en, de),
  phrase: both(phraseEn, phraseDe),
})

export const colours = {
  oat: colour('Oat', 'Hafer', 'oat', 'Haferbeige'),
  chalk: colour('Chalk', 'Kreide', 'chalk white', 'Kreideweiß'),
  clay: colour('Terracotta', 'Terrakotta', 'terracotta', 'Terrakotta'),
  moss: colour('Moss', 'Moos', 'moss green', 'Moosgrün'),
  slate: colour('Slate', 'Schiefer', 'slate blue', 'Schieferblau'),
  ink: colour('Ink', 'Tinte', 'ink black', 'Tintenschwarz'),
  linen: colour('Natural linen', 'Naturleinen', 'natural linen', 'Naturleinen'),
  ivory: colour('Ivory', 'Elfenbein', 'ivory', 'Elfenbein'),
  natural: colour('Natural', 'Natur', 'natural wood', 'Naturholz'),
  stone: colour('Stone', 'Stein', 'stone grey', 'Steingrau'),
  oak: colour('Oak', 'Eiche', 'oak', 'Eiche'),
  walnut: colour('Walnut', 'Nussbaum', 'walnut', 'Nussbaum'),
} satisfies Record<string, Colour>

export type ColourKey = keyof typeof colours

type Option = DemoProduct['options'][number]

const choice = (name: Localised, keys: readonly ColourKey[]): Option => ({
  name,
  values: keys.map((key) => ({ key, label: colours[key].label })),
})

/** An option by colour. */
export const colourOf = (...keys: ColourKey[]) => choice(both('Colour', 'Farbe'), keys)

/** An option by wood. */
export const woodOf = (...keys: ColourKey[]) => choice(both('Wood', 'Holz'), keys)

/** An option by size, from keys and their labels. */
export const sizeOf = (...values: [key: string, en: string, de: string][]): Option => ({
  name: both('Size', 'Größe'),
  values: values.map(([key, en, de]) => ({ key, label: both(en, de) })),
})

/** One variant; `was` is what it cost before. */
export function variant(
  sku: string,
  values: string[],
  prices: Prices,
  stock: number,
  weightGrams: number,
  was?: Prices,
): DemoVariant {
  return { sku, values, prices, stock, weightGrams, ...(was && { compareAt: was }) }
}

/** The options and the variant of a product that comes in one version only. */
export const single = (sku: string, prices: Prices, stock: number, weightGrams: number, was?: Prices) => ({
  options: [],
  variants: [variant(sku, [], prices, stock, weightGrams, was)],
})

/** A picture and what it shows, in both languages; `sku` when it shows one variant. */
export const shows = (draw: () => string, en: string, de: string, sku?: string): DemoPicture => ({
  draw,
  alt: both(en, de),
  ...(sku && { sku }),
})

/** One picture for each colour: its drawing, its alternative text with the colour in it, its SKU. */
export function inColours<Key extends ColourKey>(
  keys: readonly Key[],
  draw: (key: Key) => () => string,
  en: (colour: string) => string,
  de: (colour: string) => string,
  sku: (key: Key) => string,
): DemoPicture[] {
  return keys.map((key) => {
    const { phrase } = colours[key]
    return shows(draw(key), en(phrase.en), de(phrase.de), sku(key))
  })
}

const names = {
  material: both('Material', 'Werkstoff'),
  dimensions: both('Dimensions', 'Maße'),
  capacity: both('Capacity', 'Fassungsvermögen'),
  care: both('Care', 'Pflege'),
  madeIn: both('Made in', 'Hergestellt in'),
  contents: both('Contents', 'Inhalt'),
  finish: both('Finish', 'Oberfläche'),
  bulb: both('Bulb', 'Leuchtmittel'),
  cable: both('Cable', 'Kabel'),
  filling: both('Filling', 'Füllung'),
  load: both('Load', 'Tragkraft'),
  burning: both('Burning time', 'Brenndauer'),
  paper: both('Paper', 'Papier'),
  pages: both('Pages', 'Seiten'),
  oven: both('Oven', 'Backofen'),
  drainage: both('Drainage', 'Wasserabzug'),
  fastening: both('Fastening', 'Befestigung'),
  refill: both('Refill', 'Mine'),
} satisfies Record<string, Localised>

/** The rows of a specification: what it is, in English and in German. */
export function facts(rows: Partial<Record<keyof typeof names, [en: string, de: string]>>) {
  return Object.entries(rows).map(([key, [en, de]]) => ({
    name: names[key as keyof typeof names],
    value: both(en, de),
  }))
}
