import { config } from './config.ts'
import { addressIn, locales } from './locale.ts'

/** What is one visitor's own, or the same goods in ever other choices and orders. */
const WITHHELD = [
  '/basket',
  '/checkout',
  '/orders',
  '/account',
  '/admin',
  '/sign-in',
  '/register',
  '/wish-lists',
  '/search',
  '/recently-viewed',
  '/recommendations',
  '/categories/*?',
]

/** The further pages of a whole list lead to goods; their addresses begin with the page. */
const ALLOWED = ['/categories/*?page=']

/** What crawlers are asked to leave alone, and where the sitemap is. */
export function robotsText(): string {
  const inEach = (word: string, paths: string[]) =>
    paths.flatMap((path) => locales.map((locale) => `${word}: ${addressIn(locale, path)}`))
  return [
    'User-agent: *',
    ...inEach('Disallow', WITHHELD),
    ...inEach('Allow', ALLOWED),
    '',
    `Sitemap: ${config.baseUrl}/sitemap.xml`,
    '',
  ].join('\n')
}
