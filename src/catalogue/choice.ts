import type { Form } from '../platform/forms.ts'
import { type Money, money } from '../platform/money.ts'
import { isForSale } from './choose-variant.ts'
import { type Delivery, type DeliveryEstimate, deliveryEstimates } from './delivery-estimates.ts'
import { type GalleryView, galleryOf } from './gallery.ts'
import type { Locality } from './locality.ts'
import type { OfferedVariant } from './offered-variants.ts'
import type { Picture, PictureRow } from './picture-view.ts'
import { type Stock, stockOf } from './stock.ts'

/** The variant that is shown, what else could be chosen, and the form to add it to the basket. */
export interface Choice {
  slug: string
  sku: string
  title: string
  price: Money | null
  was: Money | null
  stock: Stock
  /** What is seen large: the view that was asked for, else the variant's own. */
  picture: Picture
  /** All pictures of the product, where there are several. */
  views: GalleryView[]
  /** The price contains its tax. */
  taxIncluded: boolean
  /** How it would arrive; null where there is nothing to send. */
  delivery: { country: string; ways: DeliveryEstimate[] } | null
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
  /**
   * Not available means sold out with the other options as they are, not made that there is no such variant at all.
   * Either can be chosen all the same.
   */
  values: { id: number; label: string; isChosen: boolean; isAvailable: boolean; isMade: boolean }[]
}

export interface OptionRow {
  number: number
  name: string
  /** The key of the attribute that it lets choose, such as `colour`. */
  attribute: string | null
  values: { id: number; label: string }[]
}

interface Offered {
  slug: string
  title: string
  options: OptionRow[]
  pictures: (PictureRow & { id: number })[]
  variants: OfferedVariant[]
  delivery: Delivery
  view: number | undefined
}

const MOST_OF_ONE = 99

export function choiceOf(
  shown: OfferedVariant,
  offered: Offered,
  locality: Locality,
  form: Form<unknown>,
): Choice {
  const { currency } = locality
  const { country } = offered.delivery
  const options = offered.options.map((option) => choiceOption(option, shown, offered.variants))
  const inCurrency = (amount: number | null) => (amount === null ? null : money(amount, currency))
  return {
    slug: offered.slug,
    sku: shown.sku,
    title: offered.title,
    price: inCurrency(shown.price),
    was: inCurrency(shown.was),
    stock: stockOf(shown),
    ...galleryOf(offered, shown),
    taxIncluded: offered.delivery.taxIncluded,
    delivery: isForSale(shown)
      ? { country, ways: deliveryEstimates(offered.delivery, shown.price!, sentFrom(shown), locality) }
      : null,
    optionText: options
      .flatMap(({ values }) => values.find(({ isChosen }) => isChosen)?.label ?? [])
      .join(' · '),
    options,
    form,
    maximum: Math.min(shown.available, MOST_OF_ONE),
  }
}

/** From when it can be sent; undefined while nobody knows. */
function sentFrom({ atOnce, restockedOn }: OfferedVariant): Date | undefined {
  if (atOnce > 0) return new Date()
  return restockedOn === null ? undefined : new Date(restockedOn)
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
        isMade: variant !== undefined,
      }
    }),
  }
}

function hasValues(variant: OfferedVariant, values: OfferedVariant['values']): boolean {
  return Object.entries(values).every(([number, id]) => variant.values[Number(number)] === id)
}
