import { createHash } from 'node:crypto'
import sharp, { type Sharp } from 'sharp'
import { inTurn } from './in-turn.ts'
import type { MediaStore } from './media-store.ts'
import { PICTURE_PIXELS, photograph } from './photograph.ts'
import { encode, formats, largestWidth, recipe, renditionKey, widthsOf } from './renditions.ts'

/** A picture whose renditions are in the store: its key, its master's size in pixels, its main colour. */
export interface StoredPicture {
  key: string
  width: number
  height: number
  colour: string
}

type Store = Pick<MediaStore, 'has' | 'put'>

const PLATE_COLOUR = '#f5f1ea'
const PATIENCE_SECONDS = 20

/** Nothing is rendered twice, so that nothing is worth remembering. */
sharp.cache(false)

/**
 * Takes a photograph (JPEG, PNG, WebP, AVIF or GIF, told by its content) and renders it in every width and
 * format that pages use. What else the file knows, such as where it was taken, is forgotten: no byte of it is kept.
 * Refuses what is larger than 20 MB or 50 million pixels (an AVIF: 16 million), and what is no picture, or more.
 */
export function storePhotograph(store: Store, master: Buffer) {
  return inTurn(async () => {
    const shape = await photograph(master)
    if (shape.refused) return { refused: shape.refused }
    const image = sharp(master, { limitInputPixels: PICTURE_PIXELS, failOn: 'warning' })
    const pixels = await decode(image.timeout({ seconds: PATIENCE_SECONDS }).autoOrient()).catch(
      () => undefined,
    )
    if (!pixels) return { refused: 'damaged' as const }
    return { refused: undefined, picture: await render(store, keyOf(master), shape, pixels) }
  })
}

/** Takes an SVG drawing of our own: never one that a stranger sent, for an SVG can reach for other files. */
export function storeDrawing(store: Store, svg: string): Promise<StoredPicture> {
  return inTurn(async () => {
    const master = Buffer.from(svg)
    const pixels = await decode(sharp(master))
    const { width, height } = await pixels.metadata()
    return render(store, keyOf(master), { width, height }, pixels)
  })
}

/** The same bytes rendered in the same way have the same key, so that nothing is rendered twice. */
export function keyOf(master: Buffer): string {
  return createHash('sha256').update(recipe).update(master).digest('hex').slice(0, 32)
}

/** Pages have light and dark papers: what shows through a picture is always the light one. */
function decode(image: Sharp): Promise<Sharp> {
  const onPaper = image
    .resize({ width: largestWidth, withoutEnlargement: true })
    .flatten({ background: PLATE_COLOUR })
  return pixelsOf(onPaper.toColourspace('srgb'))
}

async function render(store: Store, key: string, shape: { width: number; height: number }, pixels: Sharp) {
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
