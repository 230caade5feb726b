import { jwtVerify } from 'jose'
import { z } from 'zod'
import { config } from '../platform/config.ts'
import { ask, type Provider } from './provider.ts'

/** What the provider says of somebody, after its word was proved. */
export interface Claims {
  issuer: string
  subject: string
  email: string
  isEmailVerified: boolean
  name: string
  groups: string[]
  /** When they have given the password, where the provider says so. */
  provedAt: Date | undefined
}

const ASYMMETRIC = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']
const CLOCKS_DIFFER_S = 60

const yes = z.union([z.literal(true), z.literal('true')])
const said = z.object({
  sub: z.string().min(1).max(255),
  nonce: z.string().optional(),
  token_use: z.literal('id').optional(),
  azp: z.string().optional(),
  auth_time: z.number().optional(),
})
const person = z.object({
  sub: z.string(),
  email: z.string().max(254).optional(),
  email_verified: z.unknown().optional(),
  name: z.string().max(200).optional().catch(undefined),
})

interface Tokens {
  idToken: string
  accessToken: string
  nonce: string
}

/**
 * Proves an ID token: signed by the provider with a key of its own, for us, for this very sign-in, and not too old.
 * What it does not say of the person, the provider's user info says.
 * @throws Error that names what is wrong with it.
 */
export async function provenClaims(
  provider: Provider,
  { idToken, accessToken, nonce }: Tokens,
): Promise<Claims> {
  const { clientId, rolesClaim } = config.identity
  const { payload } = await jwtVerify(idToken, provider.keys, {
    issuer: provider.issuer,
    audience: clientId,
    algorithms: ASYMMETRIC,
    clockTolerance: CLOCKS_DIFFER_S,
    requiredClaims: ['sub', 'iat', 'exp'],
  })
  const token = said.parse(payload)
  if (token.nonce !== nonce) throw new Error('The token is not of this sign-in')
  if (Array.isArray(payload.aud) && payload.aud.length > 1 && token.azp !== clientId) {
    throw new Error('The token was issued to somebody else')
  }
  const known = person.parse(payload)
  const { email, email_verified, name } = known.email
    ? known
    : await userInfo(provider, accessToken, token.sub)
  if (!email) throw new Error('The provider knows no e-mail address')
  return {
    issuer: provider.issuer,
    subject: token.sub,
    email,
    isEmailVerified: yes.safeParse(email_verified).success,
    name: name ?? '',
    provedAt: token.auth_time === undefined ? undefined : new Date(token.auth_time * 1_000),
    groups: z.array(z.string()).catch([]).parse(payload[rolesClaim]),
  }
}

async function userInfo(provider: Provider, accessToken: string, subject: string) {
  if (!provider.userInfo) return person.parse({ sub: subject })
  const answer = await ask(provider.userInfo, { headers: { Authorization: `Bearer ${accessToken}` } })
  const told = person.parse(await answer.json())
  if (told.sub !== subject) throw new Error('The user info is of somebody else')
  return told
}
