export interface PageLink {
  number: number
  address: string
  isCurrent: boolean
}

const NEIGHBOURS = 2

/** The links from one page to others that can be jumped to: the first, the last, and those around this one. */
export function numberedPages(page: number, pageCount: number, addressOf: (page: number) => string) {
  const pages = Array.from({ length: pageCount }, (_, index) => index + 1)
    .filter((number) => number === 1 || number === pageCount || Math.abs(number - page) <= NEIGHBOURS)
    .map((number): PageLink => ({ number, address: addressOf(number), isCurrent: number === page }))
  return {
    pageCount,
    pages,
    next: page < pageCount ? addressOf(page + 1) : null,
    previous: page > 1 ? addressOf(page - 1) : null,
  }
}
