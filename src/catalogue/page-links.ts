export interface PageLink {
  number: number
  address: string
  isCurrent: boolean
}

interface Place {
  address: string
  query: string | null
  sort: string | null
  page: number
  pageCount: number
}

const NEIGHBOURS = 2

/** The links from one page of a list to its others: the first, the last, and those around this one. */
export function pageLinks(place: Place) {
  const { page, pageCount } = place
  const pages = Array.from({ length: pageCount }, (_, index) => index + 1)
    .filter((number) => number === 1 || number === pageCount || Math.abs(number - page) <= NEIGHBOURS)
    .map((number): PageLink => ({ number, address: addressOf(place, number), isCurrent: number === page }))
  return {
    pageCount,
    pages,
    next: page < pageCount ? addressOf(place, page + 1) : null,
    previous: page > 1 ? addressOf(place, page - 1) : null,
  }
}

function addressOf({ address, query, sort }: Place, page: number): string {
  const search = new URLSearchParams()
  if (query) search.set('q', query)
  if (sort) search.set('sort', sort)
  if (page > 1) search.set('page', String(page))
  return search.size === 0 ? address : `${address}?${search}`
}
