import { config } from '../platform/config.ts'
import { placeholder } from './placeholder.ts'
import { formats, renditionKey, widthsOf } from './renditions.ts'

/** A picture as pages show it: `src` for the oldest browsers, `sources` for all others, best format first. */
export interface Picture {
  alt: string
  width: number
  height: number
  colour: string
  src: string
  sources: { type: `image/${(typeof formats)[number]}`; srcset: string }[]
}

/** What a read selects of a picture: see `pictureJson`. */
export interface PictureRow {
  key: string
  width: number
  height: number
  colour: string
  alt: string
}

/** SQL of a picture as JSON, for the table's name or alias in the statement; it needs `$locale`. */
export function pictureJson(picture: string): string {
  return `jsonb_build_object('key', ${picture}.media_key, 'width', ${picture}.width, 'height', ${picture}.height,
    'colour', ${picture}.colour, 'alt', catalogue.in_locale(${picture}.alt, $locale))`
}

/** The picture, or an empty plate where there is none. */
export function pictureOf(row: PictureRow | null): Picture {
  const { key, width, height, colour, alt } = row ?? { ...placeholder, alt: '' }
  const kept = widthsOf(width)
  const largest = kept.at(-1)!
  return {
    alt,
    width: largest,
    height: Math.round((height * largest) / width),
    colour,
    src: address(key, kept.at(1) ?? largest, 'jpeg'),
    sources: formats.map((format) => ({
      type: `image/${format}` as const,
      srcset: kept.map((each) => `${address(key, each, format)} ${each}w`).join(', '),
    })),
  }
}

export const mediaAddress = config.media.baseUrl?.replace(/\/$/, '') ?? '/media'

function address(...rendition: Parameters<typeof renditionKey>): string {
  return `${mediaAddress}/${renditionKey(...rendition)}`
}
