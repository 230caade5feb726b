import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'

/**
 * Sends a long document piece by piece, as fast as it is taken. The first piece is made before anything is said,
 * so that an early failure is answered as such; a later one breaks the answer off, for half a document is none.
 */
export async function sendStream(
  res: Response,
  type: string,
  pieces: AsyncIterable<string | Uint8Array>,
): Promise<void> {
  const iterator = pieces[Symbol.asyncIterator]()
  const first = await iterator.next()
  res.type(type)
  try {
    await pipeline(Readable.from(restOf(first, iterator)), res)
  } catch (error) {
    if (!isGoneAway(res, error)) throw error
  }
}

async function* restOf<Piece>(first: IteratorResult<Piece>, iterator: AsyncIterator<Piece>) {
  try {
    for (let piece = first; !piece.done; piece = await iterator.next()) yield piece.value
  } finally {
    await iterator.return?.()
  }
}

/** Whoever asked has left before the end: that is no fault of ours. */
export function isGoneAway(res: Response, error: unknown): boolean {
  return res.destroyed && (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE'
}
