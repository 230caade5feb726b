import sharp from 'sharp'
import { formatOf, type PictureFormat } from './picture-format.ts'

export const PICTURE_BYTES = 20 * 1024 * 1024
export const PICTURE_PIXELS = 50_000_000
const AVIF_PIXELS = 16_000_000

/** What a page or a program begins with; no camera writes that, and no picture needs it. */
const HIDDEN = /<(?:!doctype|html|script|\?php)/i

/**
 * Looks at what a stranger calls a photograph before any of it is decoded: its size in bytes, what it is by its
 * first bytes, whether it is a page or a program as well, and its pixels, those of all frames together.
 */
export async function photograph(master: Buffer) {
  if (master.length > PICTURE_BYTES) return { refused: 'too-large' as const }
  const format = formatOf(master)
  if (!format) return { refused: 'no-picture' as const }
  if (HIDDEN.test(master.toString('latin1'))) return { refused: 'hidden' as const }
  const shape = await shapeOf(master)
  if (!shape) return { refused: 'damaged' as const }
  const { width, height, frames } = shape
  if (width * height * frames > mostPixels(format)) return { refused: 'too-many-pixels' as const }
  return { refused: undefined, width, height }
}

/** An AVIF is decoded in one piece, which takes four times the memory of any other format. */
export function mostPixels(format: PictureFormat): number {
  return format === 'avif' ? AVIF_PIXELS : PICTURE_PIXELS
}

async function shapeOf(master: Buffer) {
  try {
    const { autoOrient, pages = 1 } = await sharp(master, { limitInputPixels: false }).metadata()
    return { ...autoOrient, frames: pages }
  } catch {
    return undefined
  }
}
