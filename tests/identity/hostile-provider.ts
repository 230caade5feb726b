import { createServer, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'

interface Wish {
  claims?: Record<string, unknown>
  /** Signs with this instead of its own key. */
  key?: CryptoKey | Uint8Array
  header?: { alg: string; kid?: string }
  /** Sends this as the ID token, made from the claims that an honest one would have. */
  made?: (claims: JWTPayload) => Promise<string>
}

/** A provider at an address of the tests', which does what each of them wishes: honest until it is told otherwise. */
export async function hostileProvider(port: number, clientId: string) {
  const issuer = `http://127.0.0.1:${port}`
  let own = await generateKeyPair('RS256', { extractable: true })
  let kid = 'first'
  let wish: Wish = {}
  let subject = 'subject-1'
  let asked = { keys: 0, discovery: 0 }
  const pending = new Map<string, { nonce: string; challenge: string }>()
  const exchanges: URLSearchParams[] = []

  const server: Server = createServer(async (req, res) => {
    const url = new URL(req.url ?? '/', issuer)
    const json = (value: unknown, status = 200) =>
      res.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value))
    if (url.pathname === '/.well-known/openid-configuration') {
      asked.discovery += 1
      return json({
        issuer,
        authorization_endpoint: `${issuer}/oauth2/authorize`,
        token_endpoint: `${issuer}/oauth2/token`,
        jwks_uri: `${issuer}/keys`,
        userinfo_endpoint: `${issuer}/oauth2/userInfo`,
      })
    }
    if (url.pathname === '/keys') {
      asked.keys += 1
      return json({ keys: [{ ...(await exportJWK(own.publicKey)), kid, alg: 'RS256', use: 'sig' }] })
    }
    if (url.pathname === '/oauth2/authorize') {
      const code = `code-${pending.size + 1}`
      const {
        nonce = '',
        code_challenge: challenge = '',
        redirect_uri = '',
        state = '',
      } = Object.fromEntries(url.searchParams)
      pending.set(code, { nonce, challenge })
      return res.writeHead(302, { Location: `${redirect_uri}?${new URLSearchParams({ code, state })}` }).end()
    }
    if (url.pathname === '/oauth2/token') {
      const body = new URLSearchParams(await text(req))
      exchanges.push(body)
      const { nonce } = pending.get(body.get('code') ?? '') ?? { nonce: '' }
      return json({ access_token: 'opaque', token_type: 'Bearer', id_token: await idToken(nonce) })
    }
    json({ error: 'not_found' }, 404)
  }).listen(port, '127.0.0.1')

  async function idToken(nonce: string): Promise<string> {
    const now = Math.floor(Date.now() / 1_000)
    const claims: JWTPayload = {
      iss: issuer,
      sub: subject,
      aud: clientId,
      exp: now + 300,
      iat: now,
      nonce,
      token_use: 'id',
      email: 'asha@example.com',
      email_verified: true,
      name: 'Asha Rao',
      ...(wish.claims as JWTPayload),
    }
    if (wish.made) return wish.made(claims)
    return new SignJWT(claims)
      .setProtectedHeader(wish.header ?? { alg: 'RS256', kid })
      .sign(wish.key ?? own.privateKey)
  }

  return {
    issuer,
    exchanges,
    get asked() {
      return asked
    },
    behaves: (wanted: Wish) => {
      wish = wanted
    },
    isHonest: () => {
      wish = {}
      subject = 'subject-1'
    },
    names: (other: string) => {
      subject = other
    },
    /** Takes a new key, as providers do from time to time. */
    async rotates() {
      own = await generateKeyPair('RS256', { extractable: true })
      kid = `after-${kid}`
      asked = { keys: 0, discovery: 0 }
    },
    unsecured: (claims: JWTPayload) => new UnsecuredJWT(claims).encode(),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
