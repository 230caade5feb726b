import type { StoredPicture } from '../media/index.ts'
import { rows, type Transaction } from '../platform/database.ts'
import { mergeTexts, type Texts } from './texts.ts'

/** Hangs the large picture on the home page. */
export async function saveHero(
  { stored, alt }: { stored: StoredPicture; alt: Texts },
  tx?: Transaction,
): Promise<void> {
  const { key, width, height, colour } = stored
  await rows(
    `insert into catalogue.pictures (place, media_key, width, height, colour, alt)
     values ('home', $key, $width, $height, $colour, $alt::jsonb)
     on conflict (place) do update set media_key = excluded.media_key, width = excluded.width,
       height = excluded.height, colour = excluded.colour, alt = excluded.alt`,
    { key, width, height, colour, alt: JSON.stringify(mergeTexts(undefined, alt)) },
    tx,
  )
}
