import type { Request, RequestHandler, Response } from 'express'
import { assetAddress } from './assets.ts'
import { config } from './config.ts'
import { addressIn, formatsOf, type Locale, locales } from './locale.ts'
import { type Translate, translator } from './messages.ts'
import { type Model, renderTemplate } from './views.ts'

type Ask = (req: Request) => unknown

/**
 * What surrounds every page, lent by the modules in `app.ts`: asked once for each answer. A page that tells
 * of a failure shows `otherwise` instead of asking again what may have failed.
 */
export type Surroundings = Record<string, Ask | { ask: Ask; otherwise: unknown }>

/** The ambient of every template. */
export interface Page extends Model {
  locale: Locale
  locales: readonly Locale[]
  /** The address without language and query, to link to the same page elsewhere. */
  path: string
  /** The same page with its query, in this language: where a preference form comes back to. */
  here: string
  t: Translate
  url: (path: string) => string
  urlIn: (locale: Locale, path: string) => string
  asset: (name: string) => string
  format: ReturnType<typeof formatsOf>
  baseUrl: string
  /** Where the stand-ins are to be seen, while no money moves. */
  sandboxAddress: string | undefined
}

/** Adds `res.page` and `res.fragment`, the only two ways in which HTML leaves the shop. */
export function pages(surroundings: Surroundings): RequestHandler {
  return (req, res, next) => {
    req.isHtmx = req.get('HX-Request') === 'true' && req.get('HX-History-Restore-Request') !== 'true'
    res.vary('HX-Request')
    res.page = async (view, model = {}) =>
      send(req, res, view, { ...model, page: await pageOf(req, res, surroundings) })
    res.fragment = async (view, model = {}) => {
      const page = await pageOf(req, res, surroundings)
      if (req.isHtmx) return send(req, res, view, { ...model, page })
      const body = renderTemplate(view, { ...model, page })
      send(req, res, 'shared/fragment-page', { body, page })
    }
    next()
  }
}

async function pageOf(req: Request, res: Response, surroundings: Surroundings): Promise<Page> {
  const { locale } = req
  const asked = Object.entries(surroundings)
  const answers = await Promise.all(asked.map(([, surrounding]) => answerOf(surrounding, req, res)))
  return {
    ...Object.fromEntries(asked.map(([name], index) => [name, answers[index]])),
    locale,
    locales,
    path: req.path,
    here: addressIn(locale, req.url),
    t: translator(locale),
    url: (path) => addressIn(locale, path),
    urlIn: addressIn,
    asset: assetAddress,
    format: formatsOf(locale),
    baseUrl: config.baseUrl,
    sandboxAddress: config.stripe.apiBase,
    get oneTimeKey() {
      res.set('Cache-Control', 'private, no-store')
      return crypto.randomUUID()
    },
  }
}

function answerOf(surrounding: Surroundings[string], req: Request, res: Response): unknown {
  if (typeof surrounding === 'function') return surrounding(req)
  return res.statusCode >= 500 ? surrounding.otherwise : surrounding.ask(req)
}

function send(req: Request, res: Response, view: string, model: Model): void {
  const html = renderTemplate(view, model)
  if (!res.get('Cache-Control')) {
    res.set('Cache-Control', req.headers.cookie ? 'private, no-store' : 'private, no-cache')
  }
  res.type('html').send(html)
}
