import type { Place } from '../search/index.ts'
import { type ListingQuery, PAGE_SIZE } from './listing-query.ts'

/** Makes addresses of one list, without the language's prefix: what is not given is not said. */
export function listingAddress(path: string, query: Partial<ListingQuery>): string {
  const search = new URLSearchParams()
  const say = (name: string, value: string | undefined) => value && search.append(name, value)
  say('q', query.q)
  say('exact', query.exact ? 'yes' : '')
  for (const { name, values } of query.chosen ?? []) for (const value of values) say(name, value)
  say('price-from', query.priceFrom)
  say('price-to', query.priceTo)
  say('sort', query.sort === 'featured' ? '' : query.sort)
  say('page', query.page && query.page > 1 ? String(query.page) : '')
  say('after', query.after)
  say('before', query.before)
  say('shown', query.shown && query.shown > PAGE_SIZE ? String(query.shown) : '')
  return search.size === 0 ? path : `${path}?${search}`
}

/** A place as addresses write it, and back. */
export function writePlace({ key, id }: Place): string {
  return `${key}~${id}`
}

export function placeOf(written: string): Place {
  const at = written.lastIndexOf('~')
  return { key: written.slice(0, at), id: Number(written.slice(at + 1)) }
}
