import { type Sql, sql } from '../platform/sql.ts'
import type { Ask, Order, Place } from './ask.ts'
import { conditionsOf, HAS_FACETS } from './candidates.ts'
import { documentsIn } from './documents-in.ts'
import type { WantedFacets } from './wanted-facets.ts'

interface Path {
  table: Sql
  key: Sql
  type: Sql
  /** Whether a key may stand in this order. */
  takes: (key: string) => boolean
  isDown: boolean
  condition: Sql
}

const isNumber = (key: string) =>
  /^-?\d{1,20}(\.\d{1,20})?(e[+-]\d{1,3})?$/.test(key) && Number.isFinite(Number(key))
const isAmount = (key: string) => /^\d{1,15}$/.test(key)
const isMoment = (key: string) =>
  /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/.test(key) &&
  !Number.isNaN(Date.parse(key.slice(0, 19)))

const onShelf = (key: Sql, type: Sql, takes: Path['takes']): Path => ({
  ...{ table: sql`search.shelves`, key, type, takes, isDown: true },
  condition: sql``,
})
const byPrice = (isDown: boolean): Path => ({
  ...{ table: sql`search.shelf_prices`, key: sql`price`, type: sql`bigint`, takes: isAmount, isDown },
  condition: sql`and step.currency = $currency`,
})

/** The index along which each order goes. */
const paths: Record<Exclude<Order, 'relevance'>, Path> = {
  merit: onShelf(sql`merit`, sql`double precision`, isNumber),
  popularity: onShelf(sql`popularity`, sql`double precision`, isNumber),
  newest: onShelf(sql`newest`, sql`timestamptz`, isMoment),
  price: byPrice(false),
  'price-down': byPrice(true),
  name: {
    ...{ table: sql`search.shelf_names`, key: sql`name`, type: sql`text`, isDown: false },
    takes: (key) => !key.includes('\0'),
    condition: sql`and step.locale = $locale`,
  },
}

/** SQL of a page that begins at a place of the order, however deep it lies: nothing before it is read. */
export function walkOf(ask: Ask, { wanted }: WantedFacets): Sql {
  if (ask.order === 'relevance') throw new Error('There is no index of what is relevant to everybody')
  const { table, key, type, isDown, condition } = paths[ask.order]
  const isUp = isDown === isBackwards(ask)
  const direction = isUp ? sql`asc` : sql`desc`
  const isJump = placeOf(ask) === undefined
  const beyond = sql`and (step.${key}, step.document_id) ${isUp ? sql`>` : sql`<`} ($key::${type}, $id::bigint)`
  return sql`
    select step.document_id as id, step.${key}::text as key
    from ${table} step
    join ${documentsIn[ask.locale]} document on document.id = step.document_id
    where step.shelf = $shelf ${condition} ${isJump ? sql`` : beyond}
      and ${conditionsOf(ask)} ${wanted === null ? sql`` : HAS_FACETS}
    order by step.${key} ${direction}, step.document_id ${direction}
    limit $limit ${isJump ? sql`offset $skipped` : sql``}`
}

/** The place from which the page is walked to, if it is one of this order. */
export function placeOf({ from, order }: Ask): Place | undefined {
  const place = from.after ?? from.before
  return place && order !== 'relevance' && paths[order].takes(place.key) ? place : undefined
}

/** The page ends at its place instead of beginning there. */
export function isBackwards(ask: Ask): boolean {
  return placeOf(ask) !== undefined && ask.from.after === undefined
}
