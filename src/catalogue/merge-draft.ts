import { placeholder } from '../media/index.ts'
import type { OptionDraft, PictureDraft, PriceDraft, ProductDraft, VariantDraft } from './product-draft.ts'
import type { OptionState, PictureState, PriceState, ProductState, VariantState } from './product-state.ts'
import { mergeTexts } from './texts.ts'

/** What the product is to become: what the draft says, and what it leaves as it is. */
export function mergeDraft(draft: ProductDraft, now: ProductState): ProductState {
  return {
    options: draft.options.map((option, index) => mergeOption(option, now.options[index])),
    pictures: draft.pictures.map((picture) => mergePicture(picture, now.pictures)),
    variants: draft.variants.map((variant) => mergeVariant(variant, now.variants)),
    values: draft.values?.map(({ attribute, key }) => `${attribute.key}=${key}`).sort() ?? now.values,
    related: draft.related ?? now.related,
  }
}

function mergeOption(draft: OptionDraft, now: OptionState | undefined): OptionState {
  const labelNow = (key: string) => now?.values.find((value) => value.key === key)?.label
  return {
    name: mergeTexts(now?.name, draft.name),
    values: draft.values.map(({ key, label }) => ({ key, label: mergeTexts(labelNow(key), label) })),
  }
}

function mergePicture(draft: PictureDraft, now: PictureState[]): PictureState {
  const source = 'source' in draft ? draft.source : null
  const same = now.find((picture) => (source ? picture.source === source : picture.key === keyOf(draft)))
  const { key, width, height, colour } = 'stored' in draft ? draft.stored : (same ?? placeholder)
  return { key, width, height, colour, source, alt: mergeTexts(same?.alt, draft.alt) }
}

function keyOf(draft: PictureDraft): string | undefined {
  return 'stored' in draft ? draft.stored.key : undefined
}

function mergeVariant(draft: VariantDraft, now: VariantState[]): VariantState {
  const same = now.find((variant) => variant.sku === draft.sku)
  const given = draft.prices.map(priceState)
  const kept = (same?.prices ?? []).filter(
    (price) => !given.some(({ currency, from }) => currency === price.currency && from === price.from),
  )
  return {
    sku: draft.sku,
    barcode: draft.barcode ?? null,
    weightGrams: draft.weightGrams,
    taxClass: draft.taxClass ?? 'standard',
    values: draft.values,
    picture: draft.picture ?? null,
    prices: [...given, ...kept].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)),
  }
}

function priceState({ currency, amount, compareAt, from, until }: PriceDraft): PriceState {
  return {
    ...{ currency, amount, compareAt: compareAt ?? null },
    from: from?.toISOString() ?? null,
    until: until?.toISOString() ?? null,
  }
}

const orderOf = ({ currency, from }: PriceState) => `${currency} ${from ?? ''}`
