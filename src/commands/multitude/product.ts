import type { ProductDraft } from '../../catalogue/index.ts'
import { currencies } from '../../platform/money.ts'
import { type Chance, chance } from './chance.ts'
import { colours, manners, materials, names, origins, places, sizes, type Thing, things } from './words.ts'

export interface MadeProduct {
  category: string
  draft: Omit<ProductDraft, 'categoryId'>
  /** How many there are of each variant, in their order. */
  stock: number[]
}

type Words = ReturnType<typeof wordsFor>

const FIRST_DAY = Date.UTC(2024, 0, 1)
const DAYS = 600
const DAY_MS = 24 * 60 * 60 * 1_000
const rates = { EUR: 1, GBP: 0.87, USD: 1.1, JPY: 1.6 }
const attributes = {
  material: { key: 'material', name: { en: 'Material', de: 'Material' } },
  origin: { key: 'made-in', name: { en: 'Made in', de: 'Hergestellt in' } },
  place: { key: 'place', name: { en: 'Place', de: 'Ort' } },
}

/** The product of that number: always the same one, and like no other. */
export function makeProduct(number: number): MadeProduct {
  const luck = chance(number)
  const words = wordsFor(luck)
  const { thing, material, origin, place } = words
  const options = optionsFor(luck)
  const value = (
    attribute: (typeof attributes)[keyof typeof attributes],
    { key, en, de }: typeof material,
  ) => ({
    ...{ attribute, key, label: { en, de } },
  })
  const variants = variantsFor(number, thing, options, luck)
  const isSoldOut = luck.happens(0.06)
  return {
    category: thing.category,
    draft: {
      slug: `${[words.manner.key, material.key, thing.en.replaceAll(' ', '-'), words.series.toLowerCase()].join('-')}-${number}`,
      brand: words.maker,
      ...textsFor(words, luck),
      values: [
        value(attributes.material, material),
        value(attributes.origin, origin),
        value(attributes.place, place),
      ],
      published: new Date(FIRST_DAY + luck.between(0, DAYS) * DAY_MS),
      featured: false,
      options: options.map(({ name, values }) => ({
        name,
        values: values.map(({ key, en, de }) => ({ key, label: { en, de } })),
      })),
      variants,
      pictures: [],
    },
    stock: variants.map(() => (isSoldOut ? 0 : luck.between(0, 60))),
  }
}

function wordsFor(luck: Chance) {
  return {
    thing: luck.oneOf(things),
    material: luck.oneOf(materials),
    manner: luck.oneOf(manners),
    place: luck.oneOf(places),
    origin: luck.oneOf(origins),
    series: luck.oneOf(names),
    maker: `${luck.oneOf(names.slice(0, 80))} & ${luck.happens(0.5) ? 'Söhne' : 'Töchter'}`,
  }
}

/** Almost everything is for the home, as almost everything in a shop has some word in common. */
function textsFor({ thing, material, manner, place, origin, series }: Words, luck: Chance) {
  const [home, zuhause] = luck.happens(0.95) ? [' Made for the home.', ' Für das Zuhause.'] : ['', '']
  const en = `A ${manner.en} ${thing.en} of ${material.en} for the ${place.en}.${home}`
  const de = `${thing.de} aus ${material.de}, ${manner.de}, für ${place.de} und Alltag.${zuhause}`
  return {
    title: {
      en: `${manner.en[0]!.toUpperCase()}${manner.en.slice(1)} ${material.en} ${thing.en} ${series}`,
      de: `${thing.de} ${series} aus ${material.de}, ${manner.de}`,
    },
    summary: { en, de },
    description: {
      en: `<p>${en} It is made in ${origin.en[0]!.toUpperCase()}${origin.en.slice(1)}, and can be mended.</p>`,
      de: `<p>${de} Hergestellt in ${origin.de}, und zu reparieren.</p>`,
    },
  }
}

function optionsFor(luck: Chance) {
  const some = colours.slice(luck.between(0, 3)).slice(0, luck.between(1, 3))
  return [
    ...(some.length > 1 ? [{ name: { en: 'Colour', de: 'Farbe' }, values: some }] : []),
    ...(luck.happens(0.4) ? [{ name: { en: 'Size', de: 'Größe' }, values: sizes }] : []),
  ]
}

function variantsFor(number: number, thing: Thing, options: ReturnType<typeof optionsFor>, luck: Chance) {
  const choices = options.reduce<string[][]>(
    (known, { values }) => known.flatMap((choice) => values.map(({ key }) => [...choice, key])),
    [[]],
  )
  const base = thing.price * (1 + luck.between(0, 30) / 10)
  const isReduced = luck.happens(0.08)
  return choices.map((values, index) => ({
    sku: `M${String(number).padStart(7, '0')}-${index + 1}`,
    values,
    weightGrams: thing.grams,
    prices: currencies.map((currency) => {
      const amount = Math.ceil((base * rates[currency] * (values.includes('large') ? 1.3 : 1)) / 50) * 50
      return { currency, amount, compareAt: isReduced ? Math.ceil(amount / 40) * 50 : undefined }
    }),
  }))
}
