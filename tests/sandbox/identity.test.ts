import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../../src/sandbox/identity/demo-accounts.ts'
import { faultOf } from '../../src/sandbox/identity/passwords.ts'
import { openSandbox, post } from './open-sandbox.ts'

let here: Awaited<ReturnType<typeof openSandbox>>
beforeAll(async () => {
  here = await openSandbox()
})
afterAll(() => here.close())

const callback = 'http://localhost:3000/auth/callback'
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'

/** Begins a sign-in as the shop does, and stops at the form. */
async function begins(more: Record<string, string> = {}) {
  const cookies = new Map<string, string>()
  const go = async (address: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(address, { ...init, redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]!.split('=')
      cookies.set(name, value)
    }
    return answer
  }
  const asked = new URLSearchParams({
    ...{
      client_id: 'purveyor',
      response_type: 'code',
      scope: 'openid email profile',
      redirect_uri: callback,
    },
    ...{ code_challenge: challenge, code_challenge_method: 'S256', state: 'state', nonce: 'nonce', ...more },
  })
  const start = await go(`${here.sandbox.url}/oauth2/authorize?${asked}`)
  return { start, go, form: new URL(start.headers.get('location') ?? '/', here.sandbox.url).href }
}

async function signsIn(email = 'asha@example.com', password = demoPassword) {
  const { go, form } = await begins()
  const sent = await go(form, { method: 'POST', body: new URLSearchParams({ email, password }) })
  const back = await go(new URL(sent.headers.get('location')!, form).href)
  return new URL(back.headers.get('location')!).searchParams
}

const exchanges = (code: string, more: Record<string, string> = {}) =>
  post(`${here.sandbox.url}/oauth2/token`, {
    ...{ grant_type: 'authorization_code', code, redirect_uri: callback, code_verifier: verifier },
    ...{ client_id: 'purveyor', client_secret: 'of the tests', ...more },
  })

const claimsIn = (token: string) => JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString())

test('it describes itself as a Cognito user pool does', async () => {
  const found = await (await fetch(`${here.sandbox.url}/.well-known/openid-configuration`)).json()
  expect(found).toMatchObject({
    issuer: here.sandbox.url,
    authorization_endpoint: `${here.sandbox.url}/oauth2/authorize`,
    token_endpoint: `${here.sandbox.url}/oauth2/token`,
    userinfo_endpoint: `${here.sandbox.url}/oauth2/userInfo`,
    jwks_uri: `${here.sandbox.url}/.well-known/jwks.json`,
  })
  expect(found.code_challenge_methods_supported).toEqual(['S256'])
})

test('its ID tokens say what Cognito’s say, with the groups of staff', async () => {
  const answer = await exchanges((await signsIn('orders@example.com')).get('code')!)
  const { id_token: token } = (await answer.json()) as { id_token: string }
  expect(claimsIn(token)).toMatchObject({
    iss: here.sandbox.url,
    aud: 'purveyor',
    nonce: 'nonce',
    token_use: 'id',
    email: 'orders@example.com',
    email_verified: true,
    'cognito:groups': ['orders'],
  })
  expect(claimsIn(token).auth_time).toBeTypeOf('number')
})

test('it asks everybody for a proof key, and a code counts once', async () => {
  const { start } = await begins({ code_challenge: '', code_challenge_method: '' })
  expect(start.headers.get('location')).toContain('error=invalid_request')
  const code = (await signsIn()).get('code')!
  expect(
    (await exchanges(code, { code_verifier: 'another-verifier-that-is-as-long-as-it-has-to-be' })).status,
  ).toBe(400)
  const other = (await signsIn()).get('code')!
  expect((await exchanges(other)).status).toBe(200)
  expect((await exchanges(other)).status).toBe(400)
})

test.each(['https://evil.example/auth/callback', 'http://localhost:3000/elsewhere', 'javascript:alert(1)'])(
  'it sends nobody to %s',
  async (address) => {
    const { start } = await begins({ redirect_uri: address })
    expect(start.status).toBe(400)
    const out = await fetch(
      `${here.sandbox.url}/logout?${new URLSearchParams({ client_id: 'purveyor', logout_uri: address })}`,
      {
        redirect: 'manual',
      },
    )
    if (!address.startsWith('http://localhost')) expect(out.headers.get('location')).toBe(here.shop.url)
  },
)

test('accounts, passwords and keys survive a restart', async () => {
  const keys = () => fetch(`${here.sandbox.url}/.well-known/jwks.json`).then((answer) => answer.text())
  const before = await keys()
  await here.restart()
  expect(await keys()).toBe(before)
  expect((await signsIn()).get('code')).toBeTruthy()
})

test('whoever guesses five times is locked out for 15 minutes, and not for 16', async () => {
  const says = async (password: string) => {
    const { go, form } = await begins()
    const answer = await go(form, {
      method: 'POST',
      body: new URLSearchParams({ email: 'support@example.com', password }),
    })
    return answer.status === 422 ? await answer.text() : 'in'
  }
  for (let guess = 0; guess < 5; guess++) await says('guess')
  expect(await says(demoPassword)).toContain('Try again in 15 minutes')
  here.passTime(15 * 60_000 + 1_000)
  expect(await says(demoPassword)).toBe('in')
})

test.each([
  ['short', 'passwordShort'],
  ['aaaaaaaaaaaaaaaa', 'passwordCommon'],
  ['password12345678', 'passwordCommon'],
  ['ruth.klein-is-here', 'passwordCommon'],
  ['seven blue kettles', undefined],
  ['siebenblauekessel', undefined],
])('of the password %j it says %j', (password, fault) => {
  expect(faultOf(password, 'ruth.klein@example.com')).toBe(fault)
})
