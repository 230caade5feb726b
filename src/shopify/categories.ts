import { findCategory, saveCategory, slugOf } from '../catalogue/index.ts'
import type { Transaction } from '../platform/database.ts'
import type { Locale } from '../platform/locale.ts'

const UNNAMED = 'More'

/** The categories that products name, by that name, as far as they are known for certain. */
export type Categories = Map<string, number>

/** Opens the categories of those names; one that is not there is added as a new family of goods. */
export async function openCategories(names: string[], known: Categories, locale: Locale, tx: Transaction) {
  const opened: Categories = new Map()
  const added: string[] = []
  for (const asked of [...new Set(names)].sort()) {
    const name = asked || UNNAMED
    const id = known.get(asked) ?? (await findCategory(name, tx))?.id
    if (id === undefined) added.push(name)
    opened.set(asked, id ?? (await add(name, locale, tx)))
  }
  return { opened, added }
}

async function add(name: string, locale: Locale, tx: Transaction): Promise<number> {
  const { id } = await saveCategory({ slug: slugOf(name) || slugOf(UNNAMED), name: { [locale]: name } }, tx)
  return id
}
