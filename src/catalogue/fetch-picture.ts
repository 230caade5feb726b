import { z } from 'zod'
import { download, type MediaStore, PICTURE_BYTES, placeholder, storePhotograph } from '../media/index.ts'
import { row, rows } from '../platform/database.ts'
import { logger } from '../platform/logger.ts'

const payload = z.object({ pictureId: z.number().int() })
const PATIENCE_MS = 10_000

/**
 * The job that fetches a picture from the address that an import has named, and hangs it in the place of
 * the empty plate. It fails, to be tried again, while the address is silent; gives up on what is no picture.
 */
export function fetchPicture(store: MediaStore, allows?: (address: string) => boolean) {
  return async (job: unknown): Promise<void> => {
    const { pictureId } = payload.parse(job)
    const wanted = await row<{ source: string }>(
      'select source from catalogue.pictures where id = $pictureId and media_key = $unfetched and source is not null',
      { pictureId, unfetched: placeholder.key },
    )
    if (!wanted) return
    const fetched = await download(wanted.source, {
      bytes: PICTURE_BYTES,
      milliseconds: PATIENCE_MS,
      ...(allows && { allows }),
    })
    const stored = fetched.refused ? fetched : await storePhotograph(store, fetched.body)
    if (stored.refused)
      return logger.warn({ source: wanted.source, why: stored.refused }, 'a picture was refused')
    await rows(
      `update catalogue.pictures
       set media_key = $key, width = $width, height = $height, colour = $colour
       where id = $pictureId and source = $source`,
      { pictureId, source: wanted.source, ...stored.picture },
    )
  }
}
