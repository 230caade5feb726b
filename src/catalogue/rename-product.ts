import { row, rows, sqlStateOf, type Transaction, transaction } from '../platform/database.ts'

interface Renamed {
  refused?: undefined
  id: number
  slug: string
}

type Outcome = Renamed | { refused: 'unknown' | 'taken' }

const UNIQUE_VIOLATION = '23505'

/**
 * Gives a product another slug; its former address leads to the new one from then on. An address that another
 * product has left is free again, for what is there counts for more than what was there once.
 * @throws Error for a slug that is none.
 */
export async function renameProduct(productId: number, slug: string): Promise<Outcome> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) throw new Error(`"${slug}" is no slug`)
  try {
    return await transaction((tx) => rename(productId, slug, tx))
  } catch (error) {
    if (sqlStateOf(error) === UNIQUE_VIOLATION) return { refused: 'taken' }
    throw error
  }
}

async function rename(id: number, slug: string, tx: Transaction): Promise<Outcome> {
  const product = await row<{ slug: string }>(
    'select slug from catalogue.products where id = $id for update',
    { id },
    tx,
  )
  if (!product) return { refused: 'unknown' }
  if (product.slug === slug) return { id, slug }
  await rows(
    `update catalogue.products set slug = $slug, version = version + 1, updated_at = now() where id = $id`,
    { id, slug },
    tx,
  )
  await rows('delete from catalogue.former_slugs where slug = $slug', { slug }, tx)
  await rows(
    `insert into catalogue.former_slugs (slug, product_id) values ($former, $id)
     on conflict (slug) do update set product_id = excluded.product_id`,
    { id, former: product.slug },
    tx,
  )
  return { id, slug }
}
