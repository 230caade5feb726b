import type { StoredPicture } from '../media/index.ts'
import { rows, type Transaction } from '../platform/database.ts'
import type { Localised } from '../platform/locale.ts'

/** A picture that hung at a product, in which place, and may hang there again. */
export type RemovedPicture = StoredPicture & { alt: Localised; source: string | null; position: number }

const SHOWN = 10

/** What was taken away from a product lately, the last one first. */
export function removedPictures(productId: number): Promise<RemovedPicture[]> {
  return rows<RemovedPicture>(
    `select media_key as key, width, height, colour, alt, source, position from catalogue.removed_pictures
     where product_id = $productId order by removed_at desc, media_key limit ${SHOWN}`,
    { productId },
  )
}

export async function keepRemoved(
  tx: Transaction,
  productId: number,
  pictures: (StoredPicture & { alt: Localised; source: string | null })[],
  key: string,
): Promise<void> {
  const position = pictures.findIndex((picture) => picture.key === key)
  const { width, height, colour, alt, source } = pictures[position]!
  await rows(
    `insert into catalogue.removed_pictures (product_id, media_key, position, width, height, colour, alt, source)
     values ($productId, $key, $position, $width, $height, $colour, $alt::jsonb, $source)
     on conflict (product_id, media_key) do update set position = excluded.position, alt = excluded.alt, removed_at = now()`,
    { productId, key, position, width, height, colour, alt: JSON.stringify(alt), source },
    tx,
  )
}

export async function forgetRemoved(tx: Transaction, productId: number, keys: string[]): Promise<void> {
  await rows(
    'delete from catalogue.removed_pictures where product_id = $productId and media_key = any($keys::text[])',
    { productId, keys },
    tx,
  )
}
