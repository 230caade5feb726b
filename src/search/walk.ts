import type { Ask, Order } from './ask.ts'
import { conditionsOf, HAS_FACETS } from './candidates.ts'

interface Path {
  table: 'shelves' | 'shelf_prices' | 'shelf_names'
  key: 'merit' | 'popularity' | 'newest' | 'price' | 'name'
  type: 'double precision' | 'timestamptz' | 'bigint' | 'text'
  isDown: boolean
  condition: string
}

const onShelf = (key: Path['key'], type: Path['type']): Path => ({
  ...{ table: 'shelves', key, type, isDown: true },
  condition: '',
})
const byPrice = (isDown: boolean): Path => ({
  ...{ table: 'shelf_prices', key: 'price', type: 'bigint', isDown },
  condition: 'and step.currency = $currency',
})

/** The index along which each order goes. */
const paths: Record<Exclude<Order, 'relevance'>, Path> = {
  merit: onShelf('merit', 'double precision'),
  popularity: onShelf('popularity', 'double precision'),
  newest: onShelf('newest', 'timestamptz'),
  price: byPrice(false),
  'price-down': byPrice(true),
  name: {
    ...{ table: 'shelf_names', key: 'name', type: 'text', isDown: false },
    condition: 'and step.locale = $locale',
  },
}

/** SQL of a page that begins at a place of the order, however deep it lies: nothing before it is read. */
export function walkOf(ask: Ask): string {
  if (ask.order === 'relevance') throw new Error('There is no index of what is relevant to everybody')
  const { table, key, type, isDown, condition } = paths[ask.order]
  const direction = isDown === 'before' in ask.from ? 'asc' : 'desc'
  const sign = direction === 'asc' ? '>' : '<'
  const beyond =
    'skipped' in ask.from ? '' : `and (step.${key}, step.document_id) ${sign} ($key::${type}, $id::bigint)`
  return `
    select step.document_id as id, step.${key}::text as key
    from search.${table} step
    join search.documents document on document.id = step.document_id
    where step.shelf = $shelf ${condition} ${beyond}
      and ${conditionsOf(ask)} ${ask.chosen.length > 0 ? HAS_FACETS : ''}
    order by step.${key} ${direction}, step.document_id ${direction}
    limit $limit ${'skipped' in ask.from ? 'offset $skipped' : ''}`
}
