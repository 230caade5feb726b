import type { OfferedVariant } from './offered-variants.ts'

/** Ids of option values that a visitor has chosen, by the option's number. */
export type ChosenValues = Partial<Record<number, number>>

const CHANGED_NOW = 10
const FOR_SALE = 0.5

/** The variant that a product page shows: the one asked for, else the first that can be bought. */
export function variantToShow(
  variants: OfferedVariant[],
  sku: string | undefined,
): OfferedVariant | undefined {
  const asked = sku === undefined ? undefined : variants.find((variant) => variant.sku === sku)
  return asked ?? variants.find(isForSale) ?? variants.find(({ price }) => price !== null) ?? variants[0]
}

/**
 * The variant that comes nearest to the chosen values. The value that the visitor has just changed (it
 * differs from what the shown variant has) counts for more than the ones that were there before.
 */
export function nearestVariant(
  variants: OfferedVariant[],
  chosen: ChosenValues,
  shownSku: string | undefined,
): OfferedVariant | undefined {
  const shown = variants.find(({ sku }) => sku === shownSku)
  const closeness = (variant: OfferedVariant) =>
    Object.entries(chosen)
      .filter(([number, id]) => variant.values[Number(number)] === id)
      .reduce(
        (sum, [number, id]) => sum + (shown && shown.values[Number(number)] !== id ? CHANGED_NOW : 1),
        0,
      ) + (isForSale(variant) ? FOR_SALE : 0)
  return variants.toSorted((a, b) => closeness(b) - closeness(a))[0]
}

export function isForSale(variant: OfferedVariant): boolean {
  return variant.price !== null && variant.available > 0
}
