import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { load } from 'cheerio'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../support/house/tree.ts'
import { until } from '../support/running-shop.ts'
import { freePorts } from '../support/services/ports.ts'
import { startGuardedPostgres } from '../support/services/postgres.ts'
import { startGuardedRedis } from '../support/services/redis.ts'

const PACKS_WITHIN_MS = 240_000
const SPEAKING_TLS = `
  select distinct activity.application_name from pg_stat_activity activity
  join pg_stat_ssl using (pid) where ssl and activity.datname = 'postgres'`

const folder = mkdtempSync(join(tmpdir(), 'bundle-'))
const shop = join(folder, 'shop')
let postgres: Awaited<ReturnType<typeof startGuardedPostgres>>
let redis: Awaited<ReturnType<typeof startGuardedRedis>>
let settings: NodeJS.ProcessEnv
const started: ChildProcess[] = []

beforeAll(async () => {
  const archive = join(folder, 'purveyor.zip')
  execFileSync(process.execPath, ['src/commands/bundle.ts', archive], { cwd: root, stdio: 'ignore' })
  execFileSync('unzip', ['-q', archive, '-d', shop])
  postgres = await startGuardedPostgres()
  redis = await startGuardedRedis()
  settings = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    PORT: String(await freePorts(1)),
    BASE_URL: 'https://shop.example',
    TRUST_PROXY: '2',
    DATA_DIR: join(folder, 'data'),
    DATABASE_URL: postgres.url,
    DATABASE_CA: postgres.certificate,
    REDIS_URL: redis.url,
    NODE_EXTRA_CA_CERTS: redis.certificate,
    SESSION_SECRET: 'known to nobody but to this test, long enough',
    OIDC_ISSUER: 'https://people.example',
    OIDC_CLIENT_ID: 'shop',
    OIDC_CLIENT_SECRET: 'of this test',
    STRIPE_SECRET_KEY: 'sk_test_bundle',
    STRIPE_WEBHOOK_SECRET: 'whsec_bundle',
    MAIL_FROM: 'Shop <shop@shop.example>',
    SMTP_URL: 'smtp://127.0.0.1:9',
  }
}, PACKS_WITHIN_MS)
afterAll(async () => {
  for (const process of started) process.kill('SIGKILL')
  await postgres.stop()
  await redis.stop()
  rmSync(folder, { recursive: true })
})

/** Runs in the bundle alone, as the machine does that was given nothing else. */
function runs(command: string[], changed: NodeJS.ProcessEnv = {}) {
  const [program, ...rest] = command
  const child = spawn(program!, rest, {
    cwd: shop,
    env: { ...settings, ...changed },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  return child
}

async function said(child: ChildProcess) {
  const [out, err, [code]] = await Promise.all([
    text(child.stdout!),
    text(child.stderr!),
    once(child, 'close'),
  ])
  return { code, words: `${out}${err}` }
}

const migrates = (changed?: NodeJS.ProcessEnv) =>
  said(runs(['bash', '.platform/hooks/predeploy/01-migrate.sh'], changed))

test('a database that cannot prove itself is not spoken to, neither without TLS nor by Amazon’s authorities', async () => {
  expect((await migrates({ DATABASE_CA: '' })).words).toMatch(/no pg_hba.conf entry .* no encryption/)
  const refused = await migrates({ DATABASE_CA: 'rds' })
  expect(refused.code).not.toBe(0)
  expect(refused.words).toMatch(/self-signed certificate/)
})

test('two machines at once bring the schema up to date, once', async () => {
  const [one, other] = await Promise.all([migrates(), migrates()])
  expect([one.code, other.code]).toEqual([0, 0])
  expect([one.words, other.words].filter((words) => words.includes('is up to date'))).toHaveLength(1)
}, 60_000)

test('what it says starts the shop, from nothing but itself, and every connection is encrypted', async () => {
  const procfile = readFileSync(join(shop, 'Procfile'), 'utf8').trim().split('\n')
  const processes = procfile.map((line) => runs(line.split(': ')[1]!.split(' ')))
  const words = processes.map(said)
  const url = `http://127.0.0.1:${settings.PORT}`
  await until('the shop is ready', async () => {
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined)
    return answer?.ok
  })
  const home = await fetch(`${url}/`, { headers: { 'X-Forwarded-Proto': 'https' } })
  expect(home.status).toBe(200)
  const $ = load(await home.text())
  for (const address of [
    $('link[rel=stylesheet]').attr('href'),
    $('script[src]').attr('src'),
    '/en/nothing-there',
  ])
    expect((await fetch(new URL(address!, url))).status).toBe(address === '/en/nothing-there' ? 404 : 200)

  const client = new pg.Client({
    connectionString: postgres.url,
    ssl: { ca: readFileSync(postgres.certificate) },
  })
  await client.connect()
  await until('all of them speak TLS', async () => {
    const { rows } = await client.query<{ application_name: string }>(SPEAKING_TLS)
    const names = rows.map(({ application_name }) => application_name)
    return ['purveyor', 'purveyor-worker'].every((name) => names.includes(name))
  })
  await client.end()

  for (const process of processes) process.kill('SIGTERM')
  const endings = await Promise.all(words)
  expect(endings.map(({ code }) => code)).toEqual([0, 0])
  expect(endings.map(({ words }) => words).join('')).not.toMatch(/"level":"(error|fatal)"/)
}, 60_000)

test('the functions that Amazon runs by itself are in it, and begin with nothing else', async () => {
  const names = readdirSync(join(shop, 'dist/lambda')).filter((name) => name !== 'take-settings.js')
  expect(names.sort()).toEqual(['export-events.js', 'second-factor.js', 'send-mail.js', 'store-picture.js'])
  const asks = `import(process.argv[1]).then(({ handler }) => { console.log(typeof handler); process.exit() })`
  for (const name of names) {
    const { words } = await said(runs([process.execPath, '-e', asks, join(shop, 'dist/lambda', name)]))
    expect(words).toBe('function\n')
  }
}, 60_000)
