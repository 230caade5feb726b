import type { StoredPicture } from '../media/index.ts'
import { row, rows, type Transaction, transaction } from '../platform/database.ts'
import type { Localised } from '../platform/locale.ts'
import { listAgain } from './move-category.ts'
import { savePicture } from './save-category.ts'
import { slugOf } from './slug.ts'
import { mergeTexts, type Texts } from './texts.ts'

export interface CategoryRefusal {
  refused: 'unknown' | 'changed' | 'taken' | 'in-use'
}

type Outcome = CategoryRefusal | { refused?: undefined; id: number }

/**
 * Makes a category at the end of those of its parent, or of the families. Refuses an address that another one has there,
 * and a parent that is not there. Who calls any of these changes also forgets the navigation.
 */
export function makeCategory({ name, parentId }: { name: Texts & { en: string }; parentId: number | null }) {
  const slug = slugOf(name.en) || 'category'
  return transaction(async (tx): Promise<Outcome> => {
    await rows('lock table catalogue.categories in share row exclusive mode', [], tx)
    const parent = parentId === null ? undefined : await lockedCategory(tx, parentId)
    if (parentId !== null && !parent) return { refused: 'unknown' }
    const path = parent ? `${parent.path}/${slug}` : slug
    const made = await row<{ id: number }>(
      `insert into catalogue.categories (parent_id, slug, path, name, position)
       select $parentId, $slug, $path, $name::jsonb, coalesce(max(position) + 1, 0) from catalogue.categories
       where parent_id is not distinct from $parentId
       on conflict do nothing returning id`,
      { parentId, slug, path, name: JSON.stringify(mergeTexts(undefined, name)) },
      tx,
    )
    if (!made) return { refused: 'taken' }
    await rows('delete from catalogue.former_paths where path = $path', { path }, tx)
    return made
  })
}

/** Says anew what a category is called and what is in it, for somebody who saw it in this version. */
export function editCategory(
  id: number,
  version: number,
  { name, description }: { name: Texts; description: Texts },
) {
  return changeCategory(id, version, async (tx, now) => {
    const [called, described] = [mergeTexts(now.name, name), mergeTexts(undefined, description)]
    await rows(
      'update catalogue.categories set name = $called::jsonb, description = $described::jsonb where id = $id',
      { id, called: JSON.stringify(called), described: JSON.stringify(described) },
      tx,
    )
    if (JSON.stringify(called) !== JSON.stringify(now.name)) await listAgain(id, tx)
  })
}

/** Hangs a picture at a category, says anew what the one that hangs there shows, or takes it away. */
export function pictureCategory(
  id: number,
  version: number,
  picture: { stored?: StoredPicture; alt: Texts } | null,
) {
  return changeCategory(id, version, async (tx) => {
    if (picture?.stored) return savePicture(id, { stored: picture.stored, alt: picture.alt }, tx)
    const words = picture && JSON.stringify(mergeTexts(undefined, picture.alt))
    if (words)
      await rows(
        'update catalogue.pictures set alt = $words::jsonb where category_id = $id',
        { id, words },
        tx,
      )
    else await rows('delete from catalogue.pictures where category_id = $id', { id }, tx)
  })
}

/** Takes a category one place up or down among those beside it. At the end it stays where it is. */
export function orderCategory(id: number, to: 'up' | 'down') {
  return transaction(async (tx): Promise<Outcome> => {
    await rows('lock table catalogue.categories in share row exclusive mode', [], tx)
    const beside = await rows<{ id: number }>(
      `select beside.id from catalogue.categories this
       join catalogue.categories beside on coalesce(beside.parent_id, 0) = coalesce(this.parent_id, 0)
       where this.id = $id order by beside.position, beside.id`,
      { id },
      tx,
    )
    const ids = beside.map((category) => category.id)
    const from = ids.indexOf(id)
    if (from < 0) return { refused: 'unknown' }
    const place = Math.max(0, Math.min(ids.length - 1, to === 'up' ? from - 1 : from + 1))
    await rows(
      `update catalogue.categories set position = place - 1
       from unnest($ids::bigint[]) with ordinality as wanted(id, place)
       where categories.id = wanted.id and position <> place - 1`,
      { ids: ids.toSpliced(from, 1).toSpliced(place, 0, id) },
      tx,
    )
    return { id }
  })
}

/** Takes a category away in which there is nothing. Refuses one with products or parts. */
export function removeCategory(id: number) {
  return transaction(async (tx): Promise<Outcome> => {
    await rows('lock table catalogue.categories in share row exclusive mode', [], tx)
    if (!(await lockedCategory(tx, id))) return { refused: 'unknown' }
    const inside = await row(
      `select from catalogue.products where category_id = $id
       union all select from catalogue.categories where parent_id = $id limit 1`,
      { id },
      tx,
    )
    if (inside) return { refused: 'in-use' }
    await rows('delete from catalogue.categories where id = $id', { id }, tx)
    return { id }
  })
}

/** How a category is, as the audit log keeps it. Locks it. */
export async function categoryStateOf(tx: Transaction, id: number): Promise<object | undefined> {
  await lockedCategory(tx, id)
  return row<{ path: string }>(
    `select path, name, description, position, version,
       (select alt ->> 'en' from catalogue.pictures where category_id = category.id) as picture
     from catalogue.categories category where id = $id`,
    { id },
    tx,
  )
}

type Locked = { path: string; name: Localised; version: number }

function changeCategory(
  id: number,
  version: number,
  change: (tx: Transaction, now: Locked) => Promise<void>,
) {
  return transaction(async (tx): Promise<Outcome> => {
    const now = await lockedCategory(tx, id)
    if (!now) return { refused: 'unknown' }
    if (now.version !== version) return { refused: 'changed' }
    await change(tx, now)
    await rows(
      'update catalogue.categories set version = version + 1, updated_at = now() where id = $id',
      { id },
      tx,
    )
    return { id }
  })
}

function lockedCategory(tx: Transaction, id: number) {
  return row<Locked>(
    'select path, name, version from catalogue.categories where id = $id for update',
    { id },
    tx,
  )
}
