import type { Sharp } from 'sharp'

/** The widths, in pixels, in which pages show a picture; the widest is for large pictures on fine screens. */
const widths = [320, 640, 960, 1440]

/** The formats, best first. Little effort is made: more of it takes twice as long and saves a seventh of the bytes. */
const encoders = {
  avif: (image: Sharp) => image.avif({ quality: 68, effort: 1 }),
  webp: (image: Sharp) => image.webp({ quality: 82, effort: 2 }),
  jpeg: (image: Sharp) => image.jpeg({ quality: 82 }),
}

export type Format = keyof typeof encoders
export const formats = Object.keys(encoders) as Format[]
export const largestWidth = Math.max(...widths)

/** Names the way in which pictures are rendered: to change with it, so that a new way gives new keys. */
export const recipe = 'purveyor 3'

/** What the key of a rendition looks like, from its beginning to its end. */
export const renditionPattern = /^[0-9a-f]{32}\/\d{1,4}\.(avif|webp|jpeg)$/

export function renditionKey(key: string, width: number, format: Format): string {
  return `${key}/${width}.${format}`
}

/** In which widths a picture is kept: never larger than its master. */
export function widthsOf(masterWidth: number): number[] {
  return [...new Set(widths.map((width) => Math.min(width, masterWidth)))]
}

export function encode(image: Sharp, format: Format): Promise<Buffer> {
  return encoders[format](image).toBuffer()
}
