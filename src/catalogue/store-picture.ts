import { createHash } from 'node:crypto'
import sharp, { type Sharp } from 'sharp'
import type { MediaStore } from './media-store.ts'
import { encode, formats, largestWidth, recipe, renditionKey, widthsOf } from './renditions.ts'

/** A picture whose renditions are in the store: its key, its master's size in pixels, its main colour. */
export interface StoredPicture {
  key: string
  width: number
  height: number
  colour: string
}

export const PICTURE_BYTES = 20 * 1024 * 1024
const PIXELS = 50_000_000
const PHOTOGRAPHS = new Set(['jpeg', 'png', 'webp', 'heif', 'gif'])
const PLATE_COLOUR = '#f5f1ea'

/**
 * Takes a photograph (JPEG, PNG, WebP, AVIF or GIF, told by its content) and renders it in every width and
 * format that pages use. What else the file knows, such as where it was taken, is forgotten.
 * Refuses what is larger than 20 MB or 50 million pixels, and what is no picture.
 */
export async function storePhotograph(store: MediaStore, master: Buffer) {
  if (master.length > PICTURE_BYTES) return { refused: 'too-large' as const }
  const shape = await readShape(master)
  if (!shape) return { refused: 'no-picture' as const }
  if (shape.width * shape.height > PIXELS) return { refused: 'too-many-pixels' as const }
  const pixels = await decode(sharp(master, { limitInputPixels: PIXELS }).autoOrient()).catch(() => undefined)
  if (!pixels) return { refused: 'no-picture' as const }
  return { refused: undefined, picture: await render(store, keyOf(master), shape, pixels) }
}

/** Takes an SVG drawing of our own: never one that a stranger sent, for an SVG can reach for other files. */
export async function storeDrawing(store: MediaStore, svg: string): Promise<StoredPicture> {
  const master = Buffer.from(svg)
  const pixels = await decode(sharp(master))
  const { width, height } = await pixels.metadata()
  return render(store, keyOf(master), { width, height }, pixels)
}

/** The same bytes rendered in the same way have the same key, so that nothing is rendered twice. */
export function keyOf(master: Buffer): string {
  return createHash('sha256').update(recipe).update(master).digest('hex').slice(0, 32)
}

async function readShape(master: Buffer) {
  try {
    const found = await sharp(master, { limitInputPixels: false }).metadata()
    return PHOTOGRAPHS.has(found.format) ? found.autoOrient : undefined
  } catch {
    return undefined
  }
}

/** Pages have light and dark papers: what shows through a picture is always the light one. */
function decode(image: Sharp): Promise<Sharp> {
  const onPaper = image
    .resize({ width: largestWidth, withoutEnlargement: true })
    .flatten({ background: PLATE_COLOUR })
  return pixelsOf(onPaper.toColourspace('srgb'))
}

async function render(
  store: MediaStore,
  key: string,
  shape: { width: number; height: number },
  pixels: Sharp,
) {
  const wanted = widthsOf(shape.width).flatMap((width) => formats.map((format) => ({ width, format })))
  await Promise.all(
    wanted.map(async ({ width, format }) => {
      const file = renditionKey(key, width, format)
      if (await store.has(file)) return
      await store.put(file, await encode(pixels.clone().resize({ width }), format), `image/${format}`)
    }),
  )
  return { key, width: shape.width, height: shape.height, colour: await mainColour(pixels) }
}

async function mainColour(pixels: Sharp): Promise<string> {
  const small = await pixelsOf(pixels.clone().resize({ width: 64 }))
  const { r, g, b } = (await small.stats()).dominant
  return `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

/** The image with everything done to it that has been asked for so far. */
async function pixelsOf(image: Sharp): Promise<Sharp> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
}
