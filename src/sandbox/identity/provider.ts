import Provider, { interactionPolicy } from 'oidc-provider'
import type { Logger } from 'pino'
import type { Database } from '../database.ts'
import type { Account, Accounts } from './accounts.ts'
import { adapterOn } from './adapter.ts'
import { keysIn } from './keys.ts'

export interface ClientSettings {
  clientId: string
  clientSecret: string
}

interface Options {
  database: Database
  accounts: Accounts
  client: ClientSettings
  shopUrl: string
  now: () => number
  logger: Logger
}

const HOUR = 3_600

/** An OpenID provider in the shape of a Cognito user pool: its addresses, its claims, PKCE asked of everybody. */
export async function identityProvider(issuer: string, options: Options): Promise<Provider> {
  const { database, accounts, client, shopUrl, now, logger } = options
  const keys = await keysIn(database)
  const provider = new Provider(issuer, {
    adapter: adapterOn(database, now),
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        token_endpoint_auth_method: 'client_secret_post',
        application_type: 'native',
        require_auth_time: true,
        redirect_uris: callbacksOf(shopUrl),
      },
    ],
    jwks: { keys: [keys.signing] },
    cookies: { keys: [keys.cookies] },
    pkce: { required: () => true },
    routes: {
      authorization: '/oauth2/authorize',
      token: '/oauth2/token',
      userinfo: '/oauth2/userInfo',
      revocation: '/oauth2/revoke',
      jwks: '/.well-known/jwks.json',
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      revocation: { enabled: true },
    },
    claims: {
      openid: ['sub', 'token_use', 'cognito:username', 'cognito:groups'],
      email: ['email', 'email_verified'],
      profile: ['name'],
    },
    conformIdTokenClaims: false,
    extraParams: ['screen_hint', 'lang'],
    interactions: { url: (_ctx, { uid }) => `/login/${uid}`, policy: withoutConsent() },
    ttl: {
      Session: HOUR,
      Interaction: HOUR,
      Grant: HOUR,
      AccessToken: HOUR,
      IdToken: HOUR,
      AuthorizationCode: 60,
    },
    findAccount: async (_ctx, subject) => {
      const account = accounts.findBySubject(subject)
      if (!account || account.isDisabled) return undefined
      return { accountId: subject, claims: async (use) => claimsOf(account, use) }
    },
    loadExistingGrant: async (ctx) => {
      const { session, client: asking } = ctx.oidc
      if (!session?.accountId || !asking) return undefined
      const grant = new ctx.oidc.provider.Grant({ clientId: asking.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  provider.on('server_error', (_ctx, error) => logger.error({ err: error }, 'the identity provider failed'))
  return provider
}

/** The shop is the provider's own client: nobody is asked whether it may know who they are. */
function withoutConsent() {
  const policy = interactionPolicy.base()
  policy.remove('consent')
  return policy
}

function claimsOf({ subject, email, isVerified, name, groups }: Account, use: string) {
  return {
    sub: subject,
    email,
    email_verified: isVerified,
    name,
    'cognito:username': subject,
    ...(use === 'id_token' && { token_use: 'id' }),
    ...(groups.length > 0 && { 'cognito:groups': groups }),
  }
}

/** A loopback address counts on every port, as for programs on somebody's own machine. */
function callbacksOf(shopUrl: string): string[] {
  const loopback = ['http://localhost/auth/callback', 'http://127.0.0.1/auth/callback']
  return shopUrl.startsWith('https:') ? [...loopback, `${shopUrl}/auth/callback`] : loopback
}
