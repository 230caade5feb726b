import { type RequestHandler, Router } from 'express'
import type { Logger } from 'pino'
import type { Database } from '../database.ts'
import { keepAccounts } from './accounts.ts'
import { adminApi } from './admin-api.ts'
import { codeMails } from './code-mails.ts'
import { formRoutes } from './form-routes.ts'
import { type ClientSettings, identityProvider } from './provider.ts'

interface Options {
  database: Database
  client: ClientSettings
  shopUrl: string
  /** Where the provider is to be reached, known once the sandbox listens. */
  issuer: string
  smtpUrl: () => string
  now: () => number
  logger: Logger
}

const PROTOCOL = /^\/(oauth2\/|\.well-known\/(openid-configuration|jwks\.json)$)/

/** The identity provider of the sandbox: the protocol, the pages for people and the administrator's interface. */
export async function openIdentity({ issuer, smtpUrl, ...options }: Options): Promise<Router> {
  const accounts = await keepAccounts(options.database, options.now)
  const provider = await identityProvider(issuer, { ...options, accounts })
  const protocol = provider.callback()
  const routes = Router()

  routes.get('/signup', (req, res) => {
    const asked = new URLSearchParams(new URL(req.originalUrl, issuer).search)
    asked.set('screen_hint', 'signup')
    asked.set('prompt', 'login')
    res.redirect(303, `/oauth2/authorize?${asked}`)
  })
  routes.get('/logout', signOut(options, provider.cookieName('session')))
  routes.use((req, res, next) => (PROTOCOL.test(req.path) ? protocol(req, res) : next()))
  routes.use(adminApi(accounts))
  routes.use(formRoutes({ provider, accounts, mails: codeMails(smtpUrl), shopUrl: options.shopUrl }))
  return routes
}

/** Cognito's way out: `client_id` and `logout_uri`, and the browser is back in the shop at once. */
function signOut(
  { database, client, shopUrl }: Omit<Options, 'issuer' | 'smtpUrl'>,
  cookie: string,
): RequestHandler {
  return (req, res) => {
    const id = new RegExp(`(?:^|; )${cookie}=([^;]+)`).exec(req.headers.cookie ?? '')?.[1]
    if (id) database.sql.run`DELETE FROM provider_records WHERE model = 'Session' AND id = ${id}`
    for (const name of [cookie, `${cookie}.sig`]) res.clearCookie(name)
    const asked = String(req.query.logout_uri)
    const mayGo = req.query.client_id === client.clientId && URL.canParse(asked) && isOfShop(asked, shopUrl)
    res.redirect(303, mayGo ? asked : shopUrl)
  }
}

function isOfShop(asked: string, shopUrl: string): boolean {
  const { origin, protocol, hostname } = new URL(asked)
  const isLoopback = protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname)
  return isLoopback || origin === new URL(shopUrl).origin
}
