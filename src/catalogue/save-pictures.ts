import { rows, type Transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'
import { placeholder } from './placeholder.ts'
import type { PictureState } from './product-state.ts'

/** Writes the product's pictures in their order, and asks for those that have yet to be fetched. */
export async function savePictures(
  productId: number,
  pictures: PictureState[],
  tx: Transaction,
): Promise<void> {
  const given = pictures.map((picture, position) => ({ ...picture, position }))
  const written = await rows<{ id: number; source: string | null; key: string }>(
    `with given as (
       select * from jsonb_to_recordset($given::jsonb) as picture(
         position integer, key text, width integer, height integer, colour text, alt jsonb, source text)),
     removed as (
       delete from catalogue.pictures where product_id = $productId and position not in (select position from given))
     insert into catalogue.pictures (product_id, position, media_key, width, height, colour, alt, source)
     select $productId, position, key, width, height, colour, alt, source from given
     on conflict (product_id, position) do update set media_key = excluded.media_key, width = excluded.width,
       height = excluded.height, colour = excluded.colour, alt = excluded.alt, source = excluded.source
     returning id, source, media_key as key`,
    { productId, given: JSON.stringify(given) },
    tx,
  )
  for (const { id, source, key } of written) {
    if (source && key === placeholder.key) await publish(tx, 'picture.wanted', { pictureId: id })
  }
}
