import type { Form } from '../platform/forms.ts'
import { type Money, money } from '../platform/money.ts'
import { isForSale } from './choose-variant.ts'
import type { OfferedVariant } from './offered-variants.ts'
import { type Picture, type PictureRow, pictureOf } from './picture-view.ts'
import { type Stock, stockOf } from './stock.ts'

/** The variant that is shown, what else could be chosen, and the form to add it to the basket. */
export interface Choice {
  slug: string
  sku: string
  title: string
  price: Money | null
  was: Money | null
  stock: Stock
  picture: Picture
  /** "Oat · Large", or nothing for a product without options. */
  optionText: string
  options: ChoiceOption[]
  form: Form<unknown>
  /** The most that the quantity field takes. */
  maximum: number
}

export interface ChoiceOption {
  number: number
  name: string
  /** Not available means sold out with the other options as they are; it can be chosen all the same. */
  values: { id: number; label: string; isChosen: boolean; isAvailable: boolean }[]
}

export interface OptionRow {
  number: number
  name: string
  values: { id: number; label: string }[]
}

interface Offered {
  slug: string
  title: string
  options: OptionRow[]
  picture: PictureRow | null
  variants: OfferedVariant[]
}

const MOST_OF_ONE = 99

export function choiceOf(
  shown: OfferedVariant,
  offered: Offered,
  currency: string,
  form: Form<unknown>,
): Choice {
  const options = offered.options.map((option) => choiceOption(option, shown, offered.variants))
  const inCurrency = (amount: number | null) => (amount === null ? null : money(amount, currency))
  return {
    slug: offered.slug,
    sku: shown.sku,
    title: offered.title,
    price: inCurrency(shown.price),
    was: inCurrency(shown.was),
    stock: stockOf(shown.left),
    picture: pictureOf(shown.picture ?? offered.picture),
    optionText: options
      .flatMap(({ values }) => values.find(({ isChosen }) => isChosen)?.label ?? [])
      .join(' · '),
    options,
    form,
    maximum: Math.min(shown.left, MOST_OF_ONE),
  }
}

function choiceOption(
  { number, name, values }: OptionRow,
  shown: OfferedVariant,
  variants: OfferedVariant[],
): ChoiceOption {
  const wouldBe = (id: number) =>
    variants.find((variant) => hasValues(variant, { ...shown.values, [number]: id }))
  return {
    number,
    name,
    values: values.map(({ id, label }) => {
      const variant = wouldBe(id)
      return {
        id,
        label,
        isChosen: shown.values[number] === id,
        isAvailable: Boolean(variant && isForSale(variant)),
      }
    }),
  }
}

function hasValues(variant: OfferedVariant, values: OfferedVariant['values']): boolean {
  return Object.entries(values).every(([number, id]) => variant.values[Number(number)] === id)
}
