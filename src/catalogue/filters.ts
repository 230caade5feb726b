import { blankForm, type Form } from '../platform/forms.ts'
import type { FacetCount } from '../search/index.ts'
import { type FacetLabel, facetLabels } from './facet-labels.ts'
import { listingAddress } from './listing-address.ts'
import { type ListingQuery, PAGE_SIZE } from './listing-query.ts'
import type { Locality } from './locality.ts'
import { type PriceRange, priceRange } from './price-range.ts'
import { IN_STOCK } from './product-documents.ts'

/** What a list can be narrowed by, and what it is narrowed by. */
export interface Filters {
  /** There may be more of each than its count says. */
  isAtLeast: boolean
  facets: FacetView[]
  /** How many there are to buy; null where all or none are. */
  inStock: { count: number; isChosen: boolean } | null
  price: PriceRange
  /** What is wrong with what was typed. */
  form: Form<unknown>
  applied: AppliedFilter[]
  /** The list without any filter. */
  clear: string
}

export interface FacetView {
  name: string
  label: string
  values: { value: string; label: string; count: number; isChosen: boolean }[]
}

/** A filter that can be taken away; one of stock or price has no label of its own. */
export interface AppliedFilter {
  kind: 'value' | 'in-stock' | 'price-from' | 'price-to'
  label: string
  /** The amount of a price, in minor units. */
  amount?: number
  without: string
}

interface Asked {
  path: string
  query: ListingQuery
  counts: FacetCount[]
  isAtLeast: boolean
}

const MOST_FACETS = 8

export async function filtersOf(
  { path, query, counts, isAtLeast }: Asked,
  locality: Locality,
): Promise<Filters> {
  const labels = await facetLabels([...counts, ...chosenOf(query)], locality.locale)
  const price = priceRange(query, locality)
  const inStock = counts.find(({ name }) => name === IN_STOCK)
  return {
    isAtLeast,
    facets: facetsOf(query, counts, labels),
    inStock: inStock ? { count: inStock.count, isChosen: isChosen(query, inStock) } : null,
    price,
    form: formOf(price),
    applied: appliedTo({ path, query, labels, price }),
    clear: listingAddress(path, { q: query.q, exact: query.exact, sort: query.sort }),
  }
}

/** A facet that leaves no choice is left out; values stand by their number or position, else the largest first. */
function facetsOf(query: ListingQuery, counts: FacetCount[], labels: FacetLabel[]): FacetView[] {
  const byName = Map.groupBy(labels, ({ name }) => name)
  const countOf = ({ name, value }: FacetLabel) =>
    counts.find((count) => count.name === name && count.value === value)?.count ?? 0
  const facets = [...byName].map(([name, values]) => ({
    name,
    label: values[0]!.nameLabel,
    values: inOrder(values, countOf).map((each) => ({
      value: each.value,
      label: each.label,
      count: countOf(each),
      isChosen: isChosen(query, each),
    })),
  }))
  return facets
    .filter(({ values }) => values.length > 1 || values.some((value) => value.isChosen))
    .slice(0, MOST_FACETS)
}

function inOrder(values: FacetLabel[], countOf: (value: FacetLabel) => number): FacetLabel[] {
  return values.some(({ isPlaced }) => isPlaced) ? values : values.toSorted((a, b) => countOf(b) - countOf(a))
}

function appliedTo({
  path,
  query,
  labels,
  price,
}: Omit<Asked, 'counts' | 'isAtLeast'> & { labels: FacetLabel[]; price: PriceRange }) {
  const fresh = { ...query, page: 1, after: '', before: '', shown: PAGE_SIZE }
  const without = (name: string, value: string) =>
    listingAddress(path, {
      ...fresh,
      chosen: query.chosen.map((each) =>
        each.name === name ? { name, values: each.values.filter((other) => other !== value) } : each,
      ),
    })
  const values = chosenOf(query).map(({ name, value }): AppliedFilter => {
    const known = labels.find((label) => label.name === name && label.value === value)
    const label = known ? [known.nameLabel, known.label].filter(Boolean).join(': ') : value
    return name === IN_STOCK
      ? { kind: 'in-stock', label: '', without: without(name, value) }
      : { kind: 'value', label, without: without(name, value) }
  })
  const ends = { priceFrom: price.from.typed, priceTo: price.to.typed }
  const prices = (['from', 'to'] as const).flatMap((end): AppliedFilter[] => {
    const { amount } = price[end]
    const without = { ...fresh, ...ends, [end === 'from' ? 'priceFrom' : 'priceTo']: '' }
    return amount === undefined
      ? []
      : [{ kind: `price-${end}`, label: '', amount, without: listingAddress(path, without) }]
  })
  return [...values, ...prices]
}

function formOf({ from, to }: PriceRange): Form<unknown> {
  const form: Form<unknown> = blankForm({ 'price-from': from.typed, 'price-to': to.typed })
  const wrong = [from.isWrong && 'price-from', to.isWrong && 'price-to'].filter((field) => field !== false)
  return wrong.reduce((refused, field) => refused.refuse('catalogue.filters.price.wrong', {}, field), form)
}

function chosenOf({ chosen }: ListingQuery) {
  return chosen.flatMap(({ name, values }) => values.map((value) => ({ name, value })))
}

function isChosen({ chosen }: ListingQuery, { name, value }: { name: string; value: string }): boolean {
  return chosen.some((each) => each.name === name && each.values.includes(value))
}
