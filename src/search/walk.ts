import { type Sql, sql } from '../platform/sql.ts'
import type { Ask, Order } from './ask.ts'
import { conditionsOf, HAS_FACETS } from './candidates.ts'
import { documentsIn } from './documents-in.ts'

interface Path {
  table: Sql
  key: Sql
  type: Sql
  isDown: boolean
  condition: Sql
}

const onShelf = (key: Sql, type: Sql): Path => ({
  ...{ table: sql`search.shelves`, key, type, isDown: true },
  condition: sql``,
})
const byPrice = (isDown: boolean): Path => ({
  ...{ table: sql`search.shelf_prices`, key: sql`price`, type: sql`bigint`, isDown },
  condition: sql`and step.currency = $currency`,
})

/** The index along which each order goes. */
const paths: Record<Exclude<Order, 'relevance'>, Path> = {
  merit: onShelf(sql`merit`, sql`double precision`),
  popularity: onShelf(sql`popularity`, sql`double precision`),
  newest: onShelf(sql`newest`, sql`timestamptz`),
  price: byPrice(false),
  'price-down': byPrice(true),
  name: {
    ...{ table: sql`search.shelf_names`, key: sql`name`, type: sql`text`, isDown: false },
    condition: sql`and step.locale = $locale`,
  },
}

/** SQL of a page that begins at a place of the order, however deep it lies: nothing before it is read. */
export function walkOf(ask: Ask): Sql {
  if (ask.order === 'relevance') throw new Error('There is no index of what is relevant to everybody')
  const { table, key, type, isDown, condition } = paths[ask.order]
  const isUp = isDown === 'before' in ask.from
  const direction = isUp ? sql`asc` : sql`desc`
  const isJump = 'skipped' in ask.from
  const beyond = sql`and (step.${key}, step.document_id) ${isUp ? sql`>` : sql`<`} ($key::${type}, $id::bigint)`
  return sql`
    select step.document_id as id, step.${key}::text as key
    from ${table} step
    join ${documentsIn[ask.locale]} document on document.id = step.document_id
    where step.shelf = $shelf ${condition} ${isJump ? sql`` : beyond}
      and ${conditionsOf(ask)} ${ask.chosen.length > 0 ? HAS_FACETS : sql``}
    order by step.${key} ${direction}, step.document_id ${direction}
    limit $limit ${isJump ? sql`offset $skipped` : sql``}`
}
