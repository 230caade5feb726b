import { config } from '../platform/config.ts'
import { placeholder } from './placeholder.ts'
import { formats, renditionKey, widthsOf } from './renditions.ts'
import type { StoredPicture } from './store-picture.ts'

/** A picture as pages show it: `src` for the oldest browsers, `sources` for all others, best format first. */
export interface Picture {
  alt: string
  width: number
  height: number
  /** Its main colour, `#rrggbb`, to be seen while the picture is on its way. */
  colour: string
  src: string
  sources: { type: `image/${(typeof formats)[number]}`; srcset: string }[]
}

/** The picture, or an empty plate where there is none. */
export function pictureOf(stored: (StoredPicture & { alt: string }) | null): Picture {
  const { key, width, height, colour, alt } = stored ?? { ...placeholder, alt: '' }
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

const mediaAddress = config.media.baseUrl?.replace(/\/$/, '') ?? '/media'

function address(...rendition: Parameters<typeof renditionKey>): string {
  return `${mediaAddress}/${renditionKey(...rendition)}`
}
