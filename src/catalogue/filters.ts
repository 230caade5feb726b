import type { FacetCount } from '../search/index.ts'
import { type FacetLabel, facetLabels } from './facet-labels.ts'
import { listingAddress } from './listing-address.ts'
import { type ListingQuery, PAGE_SIZE, readPrice } from './listing-query.ts'
import type { Locality } from './locality.ts'
import { IN_STOCK } from './product-documents.ts'

/** What a list can be narrowed by, and what it is narrowed by. */
export interface Filters {
  /** There may be more of each than its count says. */
  isAtLeast: boolean
  facets: FacetView[]
  /** How many there are to buy; null where all or none are. */
  inStock: { count: number; isChosen: boolean } | null
  price: { from: PriceField; to: PriceField }
  applied: AppliedFilter[]
  /** The list without any filter. */
  clear: string
}

export interface FacetView {
  name: string
  label: string
  values: { value: string; label: string; count: number; isChosen: boolean }[]
}

export interface PriceField {
  typed: string
  isWrong: boolean
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
  { locale, currency }: Locality,
): Promise<Filters> {
  const labels = await facetLabels([...counts, ...chosenOf(query)], locale)
  const inStock = counts.find(({ name }) => name === IN_STOCK)
  return {
    isAtLeast,
    facets: facetsOf(query, counts, labels),
    inStock: inStock ? { count: inStock.count, isChosen: isChosen(query, inStock) } : null,
    price: { from: priceField(query.priceFrom, currency), to: priceField(query.priceTo, currency) },
    applied: appliedTo({ path, query, labels, currency }),
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
    values: values.map((each) => ({
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

function appliedTo({
  path,
  query,
  labels,
  currency,
}: Omit<Asked, 'counts' | 'isAtLeast'> & { labels: FacetLabel[]; currency: string }) {
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
  const prices = (['priceFrom', 'priceTo'] as const).flatMap((field): AppliedFilter[] => {
    const amount = readPrice(query[field], currency)
    const kind = field === 'priceFrom' ? 'price-from' : 'price-to'
    return amount === undefined
      ? []
      : [{ kind, label: '', amount, without: listingAddress(path, { ...fresh, [field]: '' }) }]
  })
  return [...values, ...prices]
}

function priceField(typed: string, currency: string): PriceField {
  return { typed, isWrong: typed !== '' && readPrice(typed, currency) === undefined }
}

function chosenOf({ chosen }: ListingQuery) {
  return chosen.flatMap(({ name, values }) => values.map((value) => ({ name, value })))
}

function isChosen({ chosen }: ListingQuery, { name, value }: { name: string; value: string }): boolean {
  return chosen.some((each) => each.name === name && each.values.includes(value))
}
