import type { StoredPicture } from '../media/index.ts'

export { type Picture, pictureOf } from '../media/index.ts'

/** What a read selects of a picture: see `pictureJson`. */
export type PictureRow = StoredPicture & { alt: string }

/** SQL of a picture as JSON, for the table's name or alias in the statement; it needs `$locale`. */
export function pictureJson(picture: string): string {
  return `jsonb_build_object('key', ${picture}.media_key, 'width', ${picture}.width, 'height', ${picture}.height,
    'colour', ${picture}.colour, 'alt', catalogue.in_locale(${picture}.alt, $locale))`
}
