import { Router } from 'express'
import { robotsText } from './robots.ts'

/** Pages that are the same for everybody and belong to no module. */
export function staticPages(): Router {
  const routes = Router()
  routes.get('/accessibility', (_req, res) => res.page('shared/accessibility'))
  routes.get('/robots.txt', (_req, res) => {
    res.type('text/plain').send(robotsText())
  })
  return routes
}
