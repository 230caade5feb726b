import { placeholder } from '../media/index.ts'
import { rows, type Transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'
import type { PictureState } from './product-state.ts'

type ProductPicture = PictureState & { productId: number; position: number }

/** Writes the pictures of the products in their order, and asks for those that have yet to be fetched. */
export async function savePictures(
  productIds: number[],
  pictures: ProductPicture[],
  tx: Transaction,
): Promise<void> {
  const written = await rows<{ id: number; source: string | null; key: string }>(
    `with given as (
       select * from jsonb_to_recordset($pictures::jsonb) as picture("productId" bigint, position integer,
         key text, width integer, height integer, colour text, alt jsonb, source text)),
     removed as (
       delete from catalogue.pictures
       where product_id = any($productIds::bigint[])
         and (product_id, position) not in (select "productId", position from given))
     insert into catalogue.pictures (product_id, position, media_key, width, height, colour, alt, source)
     select "productId", position, key, width, height, colour, alt, source from given
     on conflict (product_id, position) do update set media_key = excluded.media_key, width = excluded.width,
       height = excluded.height, colour = excluded.colour, alt = excluded.alt, source = excluded.source
     returning id, source, media_key as key`,
    { productIds, pictures: JSON.stringify(pictures) },
    tx,
  )
  for (const { id, source, key } of written) {
    if (source && key === placeholder.key) await publish(tx, 'picture.wanted', { pictureId: id })
  }
}
