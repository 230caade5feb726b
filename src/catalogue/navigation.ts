import type { Cache } from '../platform/cache.ts'
import { rows } from '../platform/database.ts'
import { type Locale, locales } from '../platform/locale.ts'
import { type CategoryLink, categoryLinks } from './category-page.ts'

/** A family of products with its parts, for the header of every page. */
export type NavigationEntry = CategoryLink & { children: CategoryLink[] }

const KEPT_SECONDS = 60

/** The families of the shop. A copy up to a minute old will do, unless somebody says `forgetNavigation`. */
export function navigation(cache: Cache, locale: Locale): Promise<NavigationEntry[]> {
  return cache.remember(keyOf(locale), KEPT_SECONDS, () => readNavigation(locale))
}

/** To be called when a category has been saved. */
export async function forgetNavigation(cache: Cache): Promise<void> {
  await Promise.all(locales.map((locale) => cache.forget(keyOf(locale))))
}

function keyOf(locale: Locale): string {
  return `catalogue navigation ${locale}`
}

function readNavigation(locale: Locale): Promise<NavigationEntry[]> {
  return rows<NavigationEntry>(
    `select catalogue.in_locale(family.name, $locale) as name, family.path,
       (select ${categoryLinks('child', 'child.position, child.id')} from catalogue.categories child
        where child.parent_id = family.id) as children
     from catalogue.categories family where family.parent_id is null order by family.position, family.id`,
    { locale },
  )
}
