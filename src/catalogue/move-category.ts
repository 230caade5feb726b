import { row, rows, type Transaction, transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'
import { listProducts } from './list-products.ts'

interface Wanted {
  id: number
  /** Stays what it is where it is not given. */
  slug?: string
  /** The category that it becomes a part of; null makes it a family of its own. */
  parentId?: number | null
}

interface Moved {
  refused?: undefined
  id: number
  path: string
}

type Outcome = Moved | { refused: 'unknown' | 'taken' | 'within-itself' }

/** So many products are listed again at a time; more of them by the worker. */
const AT_A_TIME = 200

/**
 * Gives a category another slug or another place, with everything below it. Former addresses lead to the new ones,
 * and lists follow. Who calls this also forgets the navigation (`forgetNavigation`).
 * @throws Error for a slug that is none.
 */
export async function moveCategory({ id, slug, parentId }: Wanted): Promise<Outcome> {
  if (slug !== undefined && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) throw new Error(`"${slug}" is no slug`)
  return transaction(async (tx) => {
    // No category may come or move while paths are rewritten.
    await rows('lock table catalogue.categories in share row exclusive mode', [], tx)
    const now = await row<{ slug: string; path: string; parentId: number | null }>(
      'select slug, path, parent_id as "parentId" from catalogue.categories where id = $id',
      { id },
      tx,
    )
    if (!now) return { refused: 'unknown' as const }
    const wanted = { slug: slug ?? now.slug, parentId: parentId === undefined ? now.parentId : parentId }
    const parent = wanted.parentId === null ? undefined : await findPath(wanted.parentId, tx)
    if (wanted.parentId !== null && !parent) return { refused: 'unknown' as const }
    if (parent && `${parent}/`.startsWith(`${now.path}/`)) return { refused: 'within-itself' as const }
    const path = parent ? `${parent}/${wanted.slug}` : wanted.slug
    if (path === now.path) return { id, path }
    if (await isTaken(path, tx)) return { refused: 'taken' as const }
    await rewrite({ id, ...wanted, from: now.path, to: path }, tx)
    await listAgain(id, tx)
    return { id, path }
  })
}

async function findPath(id: number, tx: Transaction): Promise<string | undefined> {
  const found = await row<{ path: string }>(
    'select path from catalogue.categories where id = $id',
    { id },
    tx,
  )
  return found?.path
}

async function isTaken(path: string, tx: Transaction): Promise<boolean> {
  return (await row('select from catalogue.categories where path = $path', { path }, tx)) !== undefined
}

async function rewrite(
  move: { id: number; slug: string; parentId: number | null; from: string; to: string },
  tx: Transaction,
): Promise<void> {
  await rows(
    `with former as (
       insert into catalogue.former_paths (path, category_id)
       select path, id from catalogue.categories where starts_with(path || '/', $from || '/')
       on conflict (path) do update set category_id = excluded.category_id)
     update catalogue.categories set path = $to || substr(path, length($from) + 1), updated_at = now(),
       slug = case when id = $id then $slug else slug end,
       parent_id = case when id = $id then $parentId::bigint else parent_id end
     where starts_with(path || '/', $from || '/')`,
    move,
    tx,
  )
  await rows(
    `delete from catalogue.former_paths former using catalogue.categories category where category.path = former.path`,
    [],
    tx,
  )
}

/** Lists the products of a category and of its parts again: at once, or by the worker where they are many. */
export async function listAgain(categoryId: number, tx: Transaction): Promise<void> {
  const products = await productsBelow({ categoryId, after: 0, count: AT_A_TIME + 1 }, tx)
  if (products.length > AT_A_TIME) return publish(tx, 'category.moved', { categoryId })
  await listProducts(products, tx)
}

/** Lists every product of a category and of its parts again, some at a time. */
export async function listCategory({ categoryId }: { categoryId: number }): Promise<void> {
  let after: number | undefined = 0
  while (after !== undefined) after = await listSome(categoryId, after)
}

/** The ids of so many products of a category and of its parts, those that follow after this one. */
async function productsBelow(
  wanted: { categoryId: number; after: number; count: number },
  tx: Transaction,
): Promise<number[]> {
  const found = await rows<{ id: number }>(
    `select product.id
     from catalogue.categories moved
     join catalogue.categories category on starts_with(category.path || '/', moved.path || '/')
     join catalogue.products product on product.category_id = category.id
     where moved.id = $categoryId and product.id > $after
     order by product.id limit $count`,
    wanted,
    tx,
  )
  return found.map(({ id }) => id)
}

function listSome(categoryId: number, after: number): Promise<number | undefined> {
  return transaction(async (tx) => {
    const products = await productsBelow({ categoryId, after, count: AT_A_TIME }, tx)
    await listProducts(products, tx)
    return products.length === AT_A_TIME ? products.at(-1) : undefined
  })
}
