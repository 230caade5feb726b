import type { Order } from './ask.ts'
import { MOST_CANDIDATES } from './candidates.ts'

/** How candidates are sorted, and what of each is then its key. */
const sorted: Record<Order, string> = {
  relevance: 'rank desc, merit desc, id desc',
  merit: 'merit desc, id desc',
  popularity: 'popularity desc, id desc',
  newest: 'newest desc, id desc',
  price: 'price, id',
  'price-down': 'price desc, id desc',
  name: 'name collate "und-x-icu", id',
}

const keys: Record<Order, string> = {
  relevance: 'rank',
  merit: 'merit',
  popularity: 'popularity',
  newest: 'newest',
  price: 'price',
  'price-down': 'price',
  name: 'name',
}

/** SQL of a page of the candidates, where they are all that there is or are the best of what there is. */
export function sortedPage(order: Order): string {
  return `
    page as (
      select id, ${keys[order]}::text as key from candidates
      where ${order === 'relevance' ? 'true' : ALL_ARE_HERE}
      order by ${sorted[order]} limit $limit offset $skipped)`
}

const ALL_ARE_HERE = `(select count(*) from candidates) < ${MOST_CANDIDATES}`
