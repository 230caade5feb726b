import { row, rows } from '../platform/database.ts'
import { locales } from '../platform/locale.ts'

/** A page of the shop, without the language, and when it last changed. */
export interface SitePage {
  path: string
  changedAt: Date | null
}

/** A part of the sitemap: products whose ids are in one block, so that none ever moves to another part. */
export interface SitemapPart {
  number: number
  count: number
  changedAt: Date
}

/** A file holds at most 50,000 addresses, and each page has one in every language. */
const MOST_ADDRESSES = 50_000
export const MOST_PAGES = Math.floor(MOST_ADDRESSES / locales.length)

/** The parts that have products on show. */
export function sitemapParts(): Promise<SitemapPart[]> {
  return rows<SitemapPart>(
    `select (id - 1) / ${MOST_PAGES} + 1 as number, count(*) as count, max(updated_at) as "changedAt"
     from catalogue.products where catalogue.is_on_show(published_at, withdrawn_at) group by 1 order by 1`,
  )
}

/** The home page and all categories. */
export async function shopPages(): Promise<SitePage[]> {
  const categories = await rows<SitePage>(
    `select '/categories/' || path as path, updated_at as "changedAt" from catalogue.categories order by path
     limit ${MOST_PAGES}`,
  )
  return [{ path: '/', changedAt: null }, { path: '/accessibility', changedAt: null }, ...categories]
}

/** The products of a part; without its number, of all parts. */
export function productPages(part?: number): Promise<SitePage[]> {
  return rows<SitePage>(
    `select '/products/' || slug as path, updated_at as "changedAt" from catalogue.products
     where catalogue.is_on_show(published_at, withdrawn_at)
       and ($part::bigint is null or id between ($part - 1) * ${MOST_PAGES} + 1 and $part * ${MOST_PAGES})
     order by id limit ${MOST_PAGES}`,
    { part: part ?? null },
  )
}

/** Whether all pages fit into one file. */
export async function fitsOneSitemap(parts: SitemapPart[]): Promise<boolean> {
  const categories = await row<{ count: number }>('select count(*) as count from catalogue.categories')
  return parts.reduce((sum, { count }) => sum + count, categories!.count + 2) <= MOST_PAGES
}
