import { config } from '../platform/config.ts'
import { addressIn, type Locale, locales } from '../platform/locale.ts'
import { escapeXml, xmlElement } from '../platform/xml.ts'
import {
  fitsOneSitemap,
  MOST_PAGES,
  productPages,
  type SitePage,
  shopPages,
  sitemapParts,
} from './sitemap-parts.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const PAGES_A_PIECE = 500

/** The whole sitemap, or the list of its parts where one file may not hold it. */
export async function* sitemap(): AsyncGenerator<string> {
  const parts = await sitemapParts()
  if (await fitsOneSitemap(parts)) {
    yield* urlSet([...(await shopPages()), ...(await productPages())])
    return
  }
  const files = [
    { name: 'shop', changedAt: null },
    ...parts.map(({ number, changedAt }) => ({ name: number, changedAt })),
  ]
  const entries = files.map(
    ({ name, changedAt }) =>
      `<sitemap><loc>${config.baseUrl}/sitemap-${name}.xml</loc>${lastChange(changedAt)}</sitemap>\n`,
  )
  yield `${HEAD}<sitemapindex xmlns="${NAMESPACE}">\n${entries.join('')}</sitemapindex>\n`
}

/** A part of it: `shop` for the home page and the categories, else the number of a part. Undefined for none. */
export async function sitemapPart(name: string): Promise<AsyncGenerator<string> | undefined> {
  if (name === 'shop') return urlSet((await shopPages()).slice(0, MOST_PAGES))
  const number = /^[1-9]\d{0,8}$/.test(name) ? Number(name) : undefined
  const pages = number === undefined ? [] : await productPages(number)
  return pages.length === 0 ? undefined : urlSet(pages)
}

/** Every page in every language, each with the addresses of its translations. */
async function* urlSet(pages: SitePage[]): AsyncGenerator<string> {
  yield `${HEAD}<urlset xmlns="${NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`
  for (let from = 0; from < pages.length; from += PAGES_A_PIECE) {
    yield pages
      .slice(from, from + PAGES_A_PIECE)
      .map(urlsOf)
      .join('')
  }
  yield '</urlset>\n'
}

function urlsOf({ path, changedAt }: SitePage): string {
  const absolute = (locale: Locale) => escapeXml(config.baseUrl + addressIn(locale, path))
  const alternates = [
    ...locales.map((locale) => [locale, locale] as const),
    ['x-default', locales[0]] as const,
  ]
    .map(
      ([language, locale]) =>
        `<xhtml:link rel="alternate" hreflang="${language}" href="${absolute(locale)}"/>\n`,
    )
    .join('')
  return locales
    .map((locale) => `<url><loc>${absolute(locale)}</loc>${lastChange(changedAt)}\n${alternates}</url>\n`)
    .join('')
}

function lastChange(at: Date | null): string {
  return xmlElement('lastmod', at?.toISOString()).trimEnd()
}
