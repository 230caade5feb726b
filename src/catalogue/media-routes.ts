import { type Response, Router } from 'express'
import { NotFound } from '../platform/errors.ts'
import { renditionPattern } from './renditions.ts'

/**
 * `GET /media/…`: pictures from a folder, for a shop without a delivery network in front.
 * The key of a picture never comes to mean another one, so that it can be kept for ever.
 */
export function mediaRoutes(folder: string): Router {
  const routes = Router()
  routes.get('/media/*key', (req, res, next) => {
    const key = [req.params.key].flat().join('/')
    if (!renditionPattern.test(key)) throw new NotFound('picture')
    res.set('X-Content-Type-Options', 'nosniff')
    res.sendFile(
      key,
      { root: folder, immutable: true, maxAge: '365d' },
      (error?: Error & { status?: number }) => {
        if (!error || res.headersSent) return
        forgetFile(res)
        next(error.status === 404 ? new NotFound('picture') : error)
      },
    )
  })
  return routes
}

function forgetFile(res: Response): void {
  for (const header of ['Cache-Control', 'ETag', 'Last-Modified', 'Content-Range']) res.removeHeader(header)
}
