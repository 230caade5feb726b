import { pipeline } from 'node:stream/promises'
import { type Request, type Response, Router } from 'express'
import { NotFound } from '../platform/errors.ts'
import type { KeptFile, MediaStore } from './media-store.ts'
import { renditionPattern } from './renditions.ts'

const PATIENCE_MS = 60_000

/**
 * `GET /media/…`: pictures from the store, for a shop without a delivery network in front.
 * The key of a picture never comes to mean another one: it is its own tag, and can be kept for ever.
 */
export function mediaRoutes(media: MediaStore): Router {
  const routes = Router()
  routes.get('/media/*key', async (req, res) => {
    const key = [req.params.key].flat().join('/')
    const file = renditionPattern.test(key) ? await media.find(key) : undefined
    if (!file) throw new NotFound('picture')
    describe(res, key, file)
    if (req.fresh) return res.status(304).end()
    const range = rangeOf(req, res, file)
    if (range === 'beyond') return refuseRange(res, file)
    const { start, end } = range ?? { start: 0, end: file.bytes - 1 }
    res.set('Content-Length', String(end - start + 1))
    if (range) res.status(206).set('Content-Range', `bytes ${start}-${end}/${file.bytes}`)
    if (req.method === 'HEAD') return res.end()
    await send(res, () => media.get(key, range))
  })
  return routes
}

function describe(res: Response, key: string, { type, modified }: KeptFile): void {
  res.set({
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Content-Type': type,
    ETag: `"${key}"`,
    'Last-Modified': modified.toUTCString(),
    'X-Content-Type-Options': 'nosniff',
  })
}

/** The one part that is asked for. Several, or a part of what has another tag, are answered with the whole. */
function rangeOf(req: Request, res: Response, { bytes }: KeptFile) {
  const condition = req.get('If-Range')
  if (condition && condition !== res.get('ETag') && condition !== res.get('Last-Modified')) return undefined
  const ranges = req.range(bytes, { combine: true })
  if (ranges === -1) return 'beyond'
  return Array.isArray(ranges) && ranges.type === 'bytes' && ranges.length === 1 ? ranges[0] : undefined
}

function refuseRange(res: Response, { bytes }: KeptFile): void {
  forgetFile(res)
  res.status(416).set('Content-Range', `bytes */${bytes}`).end()
}

/** What goes wrong before the first byte is an error page; later on, the answer breaks off and nobody keeps half of it. */
async function send(res: Response, open: () => ReturnType<MediaStore['get']>): Promise<void> {
  try {
    const body = await open()
    if (!body) throw new NotFound('picture')
    await pipeline(body, res, { signal: AbortSignal.timeout(PATIENCE_MS) })
  } catch (error) {
    if (res.destroyed && (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE') return
    if (!res.headersSent) forgetFile(res)
    throw error
  }
}

function forgetFile(res: Response): void {
  const told = ['Accept-Ranges', 'Cache-Control', 'Content-Length', 'Content-Range', 'Content-Type']
  for (const header of [...told, 'ETag', 'Last-Modified']) res.removeHeader(header)
  res.status(200)
}
