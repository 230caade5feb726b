import type { Request } from 'express'
import { Strategy } from 'passport-openidconnect'
import { z } from 'zod'
import { config } from '../platform/config.ts'
import type { Locale } from '../platform/locale.ts'
import { sessionOf } from '../platform/sessions.ts'
import { type Claims, provenClaims } from './id-token.ts'
import { newVerifier, type PendingSignIn, rememberPending, takePending } from './pending-sign-ins.ts'
import { ask, type Provider } from './provider.ts'

export interface SignIn {
  provider: Provider
  callbackURL: string
  locale: Locale
  /** Where the customer goes afterwards. */
  back: string
  isRegistration: boolean
  /** Also of somebody whom the provider still knows. */
  asksPassword: boolean
  /** Whom the form should name already. */
  email?: string | undefined
}

type Done = (error: unknown, ...answer: unknown[]) => void
type Exchange = (code: string, params: Record<string, string>, done: Done) => void

const tokens = z.object({ id_token: z.string(), access_token: z.string() })

/**
 * One sign-in with the OpenID provider. To what the library does it adds a proof key (PKCE), a nonce, time limits and
 * the proof of the ID token's signature, and it keeps what belongs to this sign-in under its own state.
 */
export class SignInStrategy extends Strategy {
  readonly #signIn: SignIn
  readonly #key = newVerifier()
  #pending: PendingSignIn | undefined

  constructor(signIn: SignIn) {
    const { provider, callbackURL, isRegistration, asksPassword, email } = signIn
    const prompt = isRegistration ? provider.registration.prompt : asksPassword ? 'login' : undefined
    super(
      {
        issuer: provider.issuer,
        authorizationURL: isRegistration ? provider.registration.address : provider.authorization,
        tokenURL: provider.token,
        userInfoURL: provider.userInfo ?? '',
        clientID: config.identity.clientId,
        clientSecret: config.identity.clientSecret,
        callbackURL,
        scope: ['email', 'profile'],
        nonce: 'yes',
        skipUserProfile: true,
        ...(email && { loginHint: email }),
        ...(prompt && { prompt }),
        store: {
          store: (req: Request, { nonce }: { nonce?: string }, _app: unknown, _meta: unknown, done: Done) =>
            this.#begin(req, nonce ?? '', done),
          verify: (req: Request, state: string, done: Done) => this.#return(req, state, done),
        } as never,
      },
      (
        _issuer: string,
        _profile: unknown,
        _context: unknown,
        idToken: unknown,
        accessToken: unknown,
        _refreshToken: unknown,
        done: Done,
      ) => {
        const nonce = this.#pending?.nonce ?? ''
        provenClaims(provider, { idToken: String(idToken), accessToken: String(accessToken), nonce }).then(
          (claims: Claims) => done(null, this.#proved(claims), { back: this.#pending?.back }),
          done,
        )
      },
    )
    this.#signIn = signIn
    const { _oauth2 } = this as unknown as { _oauth2: { getOAuthAccessToken: Exchange } }
    _oauth2.getOAuthAccessToken = (code, params, done) => {
      this.#exchange(code, params).then((got) => done(null, got.access_token, undefined, got), done)
    }
  }

  /** Beyond what the library asks the provider for. Cognito has a word of its own for the language. */
  override authorizationParams(): Record<string, string> {
    const { locale } = this.#signIn
    return {
      code_challenge: this.#key.challenge,
      code_challenge_method: 'S256',
      ui_locales: locale,
      lang: locale,
    }
  }

  /** Nobody is sent to the provider whose way back could not be kept. */
  #begin(req: Request, nonce: string, done: Done): void {
    const { back, asksPassword } = this.#signIn
    const state = rememberPending(req, { nonce, back, asksPassword, verifier: this.#key.verifier })
    sessionOf(req).save((error) => (error ? done(error) : done(null, state)))
  }

  /** A provider that was told to ask for the password has done so now, where it does not say when. */
  #proved(claims: Claims): Claims {
    const isAsked = this.#pending?.asksPassword && claims.provedAt === undefined
    return isAsked ? { ...claims, provedAt: new Date() } : claims
  }

  #return(req: Request, state: string, done: Done): void {
    this.#pending = takePending(req, state)
    if (this.#pending) done(null, { nonce: this.#pending.nonce }, {})
    else done(null, false, { message: 'The sign-in is not of this session' })
  }

  async #exchange(code: string, params: Record<string, string>) {
    const { clientId, clientSecret } = config.identity
    const answer = await ask(this.#signIn.provider.token, {
      method: 'POST',
      body: new URLSearchParams({
        ...params,
        code,
        client_id: clientId,
        client_secret: clientSecret,
        code_verifier: this.#pending?.verifier ?? '',
      }),
    })
    return tokens.parse(await answer.json())
  }
}
