import bowser from 'bowser'
import { type NextFunction, type Request, type Response, Router } from 'express'
import passport from 'passport'
import { config } from '../platform/config.ts'
import { nothing, takes } from '../platform/forms.ts'
import { addressIn } from '../platform/locale.ts'
import { logger } from '../platform/logger.ts'
import { networkOf, type RateLimits } from '../platform/rate-limit.ts'
import { originOf } from '../platform/security.ts'
import { endSession, renewSession, sessionOf } from '../platform/sessions.ts'
import { type Customer, customerOf } from './customer.ts'
import { endSignIns } from './end-sign-ins.ts'
import type { Claims } from './id-token.ts'
import { notify } from './notices.ts'
import { ownAddress } from './own-address.ts'
import { preferencesCookie, themeOf } from './preferences.ts'
import { identityProvider, type Provider } from './provider.ts'
import { noteSession, recogniseCustomer } from './recognise-customer.ts'
import { type SignIn, SignInStrategy } from './sign-in-strategy.ts'
import { forgetVisitor, type Owner, visitorOf } from './visitor.ts'

/** What a module does when somebody has signed in: the visitor whom the browser named until then may be theirs. */
export type Welcome = (arrival: {
  customer: Customer
  visitor: Owner | undefined
  res: Response
}) => Promise<unknown>

const STARTS = { times: 30, seconds: 600 }
const CALLBACK = '/auth/callback'

/** `/sign-in`, `/register`, `/auth/callback` and `/sign-out`. */
export function signInRoutes({ limits }: { limits: RateLimits }, welcomes: Welcome[]): Router {
  const routes = Router()
  const limit = limits('sign-in', STARTS)

  for (const address of ['/sign-in', '/register']) {
    routes.get(address, async (req, res, next) => {
      const back = req.query.back === undefined ? '' : ownAddress(String(req.query.back))
      if (customerOf(req)) return res.redirect(303, back || req.addressTo('/account'))
      await limit(networkOf(req))
      sessionOf(req)
      const provider = await reachable(req, res, { answersNow: true })
      if (!provider) return
      const isRegistration = address === '/register'
      const email = typeof req.query.email === 'string' ? req.query.email.slice(0, 254) : undefined
      const asksPassword = req.session.asksPassword === true
      const strategy = strategyFor(req, provider, { back, isRegistration, email, asksPassword })
      passport.authenticate(strategy, { session: false })(req, res, next)
    })
  }

  routes.get(CALLBACK, async (req, res, next) => {
    sessionOf(req)
    const provider = await reachable(req, res)
    if (!provider) return
    const strategy = strategyFor(req, provider, { back: '', isRegistration: false, asksPassword: false })
    const { claims, back, fault } = await answerOf(strategy, req, res, next)
    if (!claims) {
      if (customerOf(req)) return res.redirect(303, req.addressTo('/account'))
      return refuse(req, res, fault)
    }
    const outcome = await recogniseCustomer(claims, { browser: browserOf(req), network: networkOf(req) })
    if (outcome.refused === 'stale') return askAgain(req, res, back)
    if (outcome.refused) return refuse(req, res, outcome.refused)
    const { customer, isNew } = outcome
    const other = customerOf(req)
    const visitor = other ? undefined : visitorOf(req)
    for (const welcome of welcomes) await welcome({ customer, visitor, res })
    if (other && other.id !== customer.id) await endSession(req)
    else await renewSession(req)
    Object.assign(req.session, { signInId: customer.signInId, pendingSignIns: {}, asksPassword: false })
    await noteSession(customer.signInId, req.sessionID)
    forgetVisitor(res)
    if (customer.currency) {
      res.cookie(...preferencesCookie({ currency: customer.currency, theme: themeOf(req) }))
    }
    logger.info({ reference: req.id, customerId: customer.id, signInId: customer.signInId }, 'signed in')
    notify(req, { key: isNew ? 'identity.welcome' : 'identity.signed-in', values: { email: customer.email } })
    res.redirect(303, back || addressIn(customer.locale ?? req.locale, '/account'))
  })

  routes.post(
    '/sign-out',
    takes(nothing, async (req, res) => {
      const customer = customerOf(req)
      if (!customer) return res.redirect(303, req.addressTo('/'))
      await endSignIns(customer.id, { own: customer.signInId })
      await endSession(req)
      logger.info({ reference: req.id, customerId: customer.id }, 'signed out')
      res.redirect(303, await wayOut(`${originOf(req)}${req.addressTo('/')}`))
    }),
  )
  return routes
}

function strategyFor(
  req: Request,
  provider: Provider,
  asked: Pick<SignIn, 'back' | 'isRegistration' | 'asksPassword' | 'email'>,
) {
  return new SignInStrategy({ provider, callbackURL: originOf(req) + CALLBACK, locale: req.locale, ...asked })
}

/** The provider, or a page that says what can be done without it. */
async function reachable(
  req: Request,
  res: Response,
  { answersNow }: { answersNow: boolean } = { answersNow: false },
): Promise<Provider | undefined> {
  try {
    return await identityProvider({ answersNow })
  } catch (error) {
    logger.error({ err: error, reference: req.id }, 'nobody can sign in')
    res.set('Retry-After', '10')
    await res.status(503).page('identity/unavailable')
    return undefined
  }
}

/** What comes of the provider's answer: proven claims, or the reason why there are none. */
function answerOf(strategy: SignInStrategy, req: Request, res: Response, next: NextFunction) {
  return new Promise<{ claims?: Claims; back: string; fault: unknown }>((resolve) => {
    const answered = (error: unknown, claims?: Claims | false, info?: { back?: string; message?: string }) =>
      resolve({
        ...(claims && { claims }),
        back: info?.back ?? '',
        fault: error ?? info?.message ?? 'refused',
      })
    if (!req.query.code && !req.query.error) return answered('The provider sent neither code nor error')
    passport.authenticate(strategy, { session: false }, answered as never)(req, res, next)
  })
}

/** The provider still knew them, but they were signed out from elsewhere since: this time the password is asked for. */
function askAgain(req: Request, res: Response, back: string): void {
  req.session.asksPassword = true
  res.redirect(303, req.addressTo(`/sign-in${back && `?${new URLSearchParams({ back })}`}`))
}

async function refuse(req: Request, res: Response, fault: unknown) {
  const told = fault instanceof Error ? { err: fault } : { fault }
  logger.warn({ ...told, reference: req.id, network: networkOf(req) }, 'a sign-in was refused')
  const reason = fault === 'disabled' ? 'disabled' : req.query.error ? 'ended' : 'failed'
  await res
    .status(reason === 'ended' ? 200 : 403)
    .page('identity/refused', { reason, reference: String(req.id) })
}

/** Where the provider ends its own session and leads back to the shop; Cognito's way, or the one of the standard. */
async function wayOut(home: string): Promise<string> {
  const { clientId, logoutUrl } = config.identity
  if (logoutUrl) return `${logoutUrl}?${new URLSearchParams({ client_id: clientId, logout_uri: home })}`
  const { endSession: address } = await identityProvider().catch(() => ({ endSession: undefined }))
  return address
    ? `${address}?${new URLSearchParams({ client_id: clientId, post_logout_redirect_uri: home })}`
    : home
}

function browserOf(req: Request): string {
  const agent = req.get('User-Agent')
  if (!agent) return ''
  const { browser, os } = bowser.parse(agent)
  return [browser.name, os.name].filter(Boolean).join(', ').slice(0, 100)
}
