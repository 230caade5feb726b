import type { StoredPicture } from '../media/index.ts'
import { row, rows, type Transaction, transaction } from '../platform/database.ts'
import { Category } from './category.ts'
import { mergeTexts, type Texts } from './texts.ts'

export interface CategoryDraft {
  slug: string
  /** The category that it is a part of; without one it is a family of its own. */
  parentId?: number | undefined
  position?: number
  name: Texts
  description?: Texts
  picture?: { stored: StoredPicture; alt: Texts }
}

/**
 * Creates the category of that slug within its parent, or makes it what the draft says. Who calls this
 * also forgets the navigation (`forgetNavigation`).
 */
export function saveCategory(draft: CategoryDraft, tx?: Transaction): Promise<{ id: number; path: string }> {
  return tx ? write(draft, tx) : transaction((own) => write(draft, own))
}

/** The category with this path or, in any language, this name; the one nearest to the top, if there are several. */
export function findCategory(
  asked: string,
  tx?: Transaction,
): Promise<{ id: number; path: string } | undefined> {
  return row<{ id: number; path: string }>(
    `select id, path from catalogue.categories
     where path = $asked or exists (
       select from jsonb_each_text(name) as named(locale, name) where lower(named.name) = lower($asked))
     order by path = $asked desc, length(path), id limit 1`,
    { asked },
    tx,
  )
}

async function write(draft: CategoryDraft, tx: Transaction) {
  const category = await claim(draft, tx)
  category.name = mergeTexts(category.name, draft.name)
  category.description = mergeTexts(category.description, draft.description ?? {})
  if (draft.position !== undefined) category.position = draft.position
  await category.save({ transaction: tx })
  if (draft.picture) await savePicture(category.id, draft.picture, tx)
  return { id: category.id, path: category.path }
}

/** The path is made in the statement that writes it, for the parent may be moving at the same time. */
async function claim({ slug, parentId, name }: CategoryDraft, tx: Transaction): Promise<Category> {
  await rows(
    `insert into catalogue.categories (parent_id, slug, path, name, position)
     select $parentId, $slug,
       coalesce((select path from catalogue.categories where id = $parentId) || '/', '') || $slug, $name::jsonb, count(*)
     from catalogue.categories where parent_id is not distinct from $parentId
     on conflict do nothing`,
    { parentId: parentId ?? null, slug, name: JSON.stringify(mergeTexts(undefined, name)) },
    tx,
  )
  return Category.findOne({
    where: { parentId: parentId ?? null, slug },
    transaction: tx,
    lock: true,
    rejectOnEmpty: true,
  })
}

/** Hangs a picture at a category, in the place of the one that it had. */
export async function savePicture(
  categoryId: number,
  { stored, alt }: NonNullable<CategoryDraft['picture']>,
  tx: Transaction,
) {
  const { key, width, height, colour } = stored
  await rows(
    `insert into catalogue.pictures (category_id, media_key, width, height, colour, alt)
     values ($categoryId, $key, $width, $height, $colour, $alt::jsonb)
     on conflict (category_id) do update set media_key = excluded.media_key, width = excluded.width,
       height = excluded.height, colour = excluded.colour, alt = excluded.alt`,
    { categoryId, key, width, height, colour, alt: JSON.stringify(mergeTexts(undefined, alt)) },
    tx,
  )
}
