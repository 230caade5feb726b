import { Router } from 'express'
import { NotFound } from '../platform/errors.ts'
import { renditionPattern } from './renditions.ts'

/** `GET /media/…`: pictures from the disk, for shops without a delivery network in front. A picture's key never means another one. */
export function mediaRoutes(folder: string): Router {
  const routes = Router()
  routes.get('/media/*key', (req, res, next) => {
    const key = [req.params.key].flat().join('/')
    if (!renditionPattern.test(key)) throw new NotFound('picture')
    res.set('X-Content-Type-Options', 'nosniff')
    res.sendFile(key, { root: folder, immutable: true, maxAge: '365d' }, (error) => {
      if (error) next(isMissing(error) ? new NotFound('picture') : error)
    })
  })
  return routes
}

function isMissing(error: Error & { status?: number }): boolean {
  return error.status === 404
}
