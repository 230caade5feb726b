import sharp from 'sharp'
import { formatOf } from './picture-format.ts'

export const PICTURE_BYTES = 20 * 1024 * 1024
export const PICTURE_PIXELS = 50_000_000

/** What a page or a program begins with; no camera writes that, and no picture needs it. */
const HIDDEN = /<(?:!doctype|html|script|\?php)/i

/**
 * Looks at what a stranger calls a photograph before any of it is decoded: its size in bytes, what it is by its
 * first bytes, whether it is a page or a program as well, and its pixels, those of all frames together.
 */
export async function photograph(master: Buffer) {
  if (master.length > PICTURE_BYTES) return { refused: 'too-large' as const }
  if (!formatOf(master)) return { refused: 'no-picture' as const }
  if (HIDDEN.test(master.toString('latin1'))) return { refused: 'hidden' as const }
  const shape = await shapeOf(master)
  if (!shape) return { refused: 'damaged' as const }
  const { width, height, frames } = shape
  if (width * height * frames > PICTURE_PIXELS) return { refused: 'too-many-pixels' as const }
  return { refused: undefined, width, height }
}

async function shapeOf(master: Buffer) {
  try {
    const { autoOrient, pages = 1 } = await sharp(master, { limitInputPixels: false }).metadata()
    return { ...autoOrient, frames: pages }
  } catch {
    return undefined
  }
}
