import type { Request, RequestHandler } from 'express'
import helmet from 'helmet'
import { config } from './config.ts'
import { HttpError } from './errors.ts'

/** Headers that let a page run our own files and nothing else: no inline script or style, no eval, no frame. */
export function securityHeaders(): RequestHandler {
  const pictures = config.media.baseUrl ? [new URL(config.media.baseUrl).origin] : []
  const paymentPage = config.stripe.apiBase
    ? new URL(config.stripe.apiBase).origin
    : 'https://checkout.stripe.com'
  const signOutPages = [config.identity.issuer, config.identity.logoutUrl ?? config.identity.issuer].map(
    (address) => new URL(address).origin,
  )
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', ...pictures],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: [...new Set(["'self'", paymentPage, ...signOutPages])],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(config.production ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: config.production ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    crossOriginEmbedderPolicy: false,
  })
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])
const ownOrigin = new URL(config.baseUrl).origin

/**
 * Refuses a change that another site's page asks for. Browsers say where a request comes from;
 * a client that says nothing is no browser and carries nobody's cookies against their will.
 */
export const sameOrigin: RequestHandler = (req, _res, next) => {
  if (SAFE.has(req.method)) return next()
  const site = req.get('Sec-Fetch-Site')
  const origin = req.get('Origin')
  const ours = site
    ? site === 'same-origin' || site === 'none'
    : !origin || isOwnOrigin(origin, req.get('Host'))
  if (!ours) throw new HttpError(403, 'A request from another site')
  next()
}

function isOwnOrigin(origin: string, host: string | undefined): boolean {
  return origin === ownOrigin || (!config.production && origin === `http://${host}`)
}

/** Where the shop stands for this visitor; a developer may come by another name of the same machine. */
export function originOf(req: Request): string {
  return config.production ? config.baseUrl : `${req.protocol}://${req.get('Host')}`
}
