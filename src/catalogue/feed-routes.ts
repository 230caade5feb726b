import { Router } from 'express'
import { z } from 'zod'
import { NotFound } from '../platform/errors.ts'
import { currencies } from '../platform/money.ts'
import { sendStream } from '../platform/send-stream.ts'
import { googleFeed } from './google-feed.ts'
import { sitemap, sitemapPart } from './sitemap.ts'

const currency = z.enum(currencies).catch(currencies[0])

/** What search engines read: `/sitemap.xml` and its parts, and the goods for product searches, `/feeds/google.xml`. */
export function feedRoutes(): Router {
  const routes = Router()

  routes.get('/sitemap.xml', async (_req, res) => {
    await sendStream(res.set('Cache-Control', 'public, max-age=3600'), 'application/xml', sitemap())
  })

  routes.get('/sitemap-:part.xml', async (req, res) => {
    const part = await sitemapPart(req.params.part)
    if (!part) throw new NotFound('part of the sitemap')
    await sendStream(res.set('Cache-Control', 'public, max-age=3600'), 'application/xml', part)
  })

  routes.get('/feeds/google.xml', async (req, res) => {
    const locality = { locale: req.locale, currency: currency.parse(req.query.currency) }
    res.set('Cache-Control', 'public, max-age=900')
    await sendStream(res, 'application/xml', googleFeed(locality))
  })

  return routes
}
