import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose'
import { z } from 'zod'
import { config } from '../platform/config.ts'
import { Unavailable } from '../platform/errors.ts'

/** What we know of the identity provider: its addresses and its keys. */
export interface Provider {
  issuer: string
  authorization: string
  /** Where somebody registers: Cognito has an address of its own for it, others a prompt. */
  registration: { address: string; prompt?: string }
  token: string
  userInfo: string | undefined
  endSession: string | undefined
  /** The key that a token names. An unknown one is looked for once; after that, half a minute passes until the next look. */
  keys: JWTVerifyGetKey
}

const PATIENCE_MS = 3_000
const FRESH_MS = 60 * 60_000
/** So long a provider that has answered is taken to be there. */
const ALIVE_MS = 30_000
const KEYS_FRESH_MS = 10 * 60_000
const BETWEEN_LOOKS_MS = 30_000

const address = z.url().refine((url) => !config.production || url.startsWith('https:'), 'not encrypted')

const document = z.object({
  issuer: z.string(),
  authorization_endpoint: address,
  token_endpoint: address,
  jwks_uri: address,
  userinfo_endpoint: address.optional(),
  end_session_endpoint: address.optional(),
})

let known: { provider: Provider; at: number } | undefined
let asking: Promise<Provider> | undefined

/**
 * The provider of the settings, as its discovery document describes it: asked for once an hour. While it cannot be
 * asked, what is known of it stays; but whoever is about to be sent there is only sent when it has answered lately.
 * @throws Unavailable when it does not answer within 3 seconds, and either nothing is known of it or it must answer now.
 */
export async function identityProvider({ answersNow = false } = {}): Promise<Provider> {
  const age = known ? Date.now() - known.at : Number.POSITIVE_INFINITY
  if (known && age < (answersNow ? ALIVE_MS : FRESH_MS)) return known.provider
  asking ??= discover().finally(() => {
    asking = undefined
  })
  return asking.catch((error) => {
    if (known && !answersNow) return known.provider
    throw new Unavailable('The identity provider', { cause: error })
  })
}

async function discover(): Promise<Provider> {
  const answer = await ask(`${config.identity.issuer}/.well-known/openid-configuration`)
  const found = document.parse(await answer.json())
  if (found.issuer.replace(/\/$/, '') !== config.identity.issuer) {
    throw new Error(`The discovery document is of another issuer: ${found.issuer}`)
  }
  const provider = {
    issuer: found.issuer,
    authorization: found.authorization_endpoint,
    registration: registrationAt(found.authorization_endpoint),
    token: found.token_endpoint,
    userInfo: found.userinfo_endpoint,
    endSession: found.end_session_endpoint,
    keys: keysAt(found.jwks_uri),
  }
  known = { provider, at: Date.now() }
  return provider
}

let kept: { address: string; keys: JWTVerifyGetKey } | undefined

/** One set of keys for as long as the provider keeps them in one place: it remembers when it has looked last. */
function keysAt(address: string): JWTVerifyGetKey {
  if (kept?.address !== address) {
    const keys = createRemoteJWKSet(new URL(address), {
      timeoutDuration: PATIENCE_MS,
      cooldownDuration: BETWEEN_LOOKS_MS,
      cacheMaxAge: KEYS_FRESH_MS,
    })
    kept = { address, keys }
  }
  return kept.keys
}

function registrationAt(authorization: string): Provider['registration'] {
  const cognito = '/oauth2/authorize'
  if (!authorization.endsWith(cognito)) return { address: authorization, prompt: 'create' }
  return { address: `${authorization.slice(0, -cognito.length)}/signup` }
}

/**
 * Asks the provider something. It leads nobody elsewhere, and has 3 seconds.
 * @throws Error for anything but success.
 */
export async function ask(url: string, init: RequestInit = {}): Promise<Response> {
  const answer = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) })
  if (!answer.ok) throw new Error(`${new URL(url).pathname} answered ${answer.status}`)
  return answer
}
