import express, { type Express, type Request, type RequestHandler } from 'express'
import { serveAssets } from '../../src/platform/assets.ts'
import { answerError, notFound } from '../../src/platform/errors.ts'
import { addressIn, localePrefix } from '../../src/platform/locale.ts'
import { pages, type Surroundings } from '../../src/platform/pages.ts'
import { securityHeaders } from '../../src/platform/security.ts'
import { type Specimen, surroundings } from '../support/view-models/shared.ts'
import { drawing } from './drawing.ts'
import { specimens } from './specimens.ts'

const byAddress = new Map(specimens.map((specimen) => [specimen.address, specimen]))

/** A shop of templates alone: each specimen at its address, in every language, with the real assets and headers. */
export function previewApp(): Express {
  const app = express()
  app.use(securityHeaders())
  app.use('/assets', serveAssets)
  app.get('/media/specimens/:name/:file', (req, res) => {
    res.type('image/svg+xml').send(drawing(req.params.name))
  })
  app.use(localePrefix, addresses, pages(asSpecimensSay()))
  app.get('/*path', show)
  app.get('/', show)
  app.use(notFound, answerError)
  return app
}

const addresses: RequestHandler = (req, _res, next) => {
  req.id = 'preview'
  req.addressTo = (path) => addressIn(req.locale, path)
  next()
}

function asSpecimensSay(): Surroundings {
  const ask = (name: string) => (req: Request) => {
    const own = specimenFor(req)?.surroundings ?? {}
    return name in own ? own[name] : surroundings[name]
  }
  const lent = Object.entries(surroundings).map(([name, otherwise]) => [name, { ask: ask(name), otherwise }])
  return Object.fromEntries(lent)
}

const show: RequestHandler = (req, res, next) => {
  const specimen = specimenFor(req)
  if (!specimen) return next()
  const { view, model, isFragment, piece } = specimen
  if (piece && req.isHtmx) return res.fragment(piece.view, piece.model)
  return isFragment ? res.fragment(view, model) : res.page(view, model)
}

function specimenFor(req: Request): Specimen | undefined {
  return byAddress.get(req.url) ?? byAddress.get(req.path)
}
