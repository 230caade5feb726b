import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSecret } from '../../src/platform/aws/secrets.ts'
import { config } from '../../src/platform/config.ts'
import { rows } from '../../src/platform/database.ts'
import { faultyProxy } from '../support/faulty-proxy.ts'
import { listening } from '../support/house/listening.ts'
import { nobodysAccount } from '../support/nobodys-account.ts'
import { runningProcess, until } from '../support/running-shop.ts'
import { openShop, products } from '../support/shop.ts'
import { shopperAt } from '../support/shopper.ts'

const ARN = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:database-AbCdEf'
const PATIENCE_MS = 300
const stack = new AsyncDisposableStack()
let password = 'the first'
let asked = 0
let amazon: Awaited<ReturnType<typeof faultyProxy>>

beforeAll(async () => {
  const secrets = stack.use(
    await listening(async (req, res) => {
      const wanted = JSON.parse(await text(req))
      expect(req.headers['x-amz-target']).toBe('secretsmanager.GetSecretValue')
      expect(wanted).toEqual({ SecretId: ARN })
      asked += 1
      res.writeHead(200, { 'Content-Type': 'application/x-amz-json-1.1' })
      res.end(JSON.stringify({ ARN, SecretString: JSON.stringify({ username: 'guarded', password }) }))
    }),
  )
  amazon = stack.use(await faultyProxy(secrets.url))
  Object.assign(process.env, {
    ...nobodysAccount,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: amazon.url,
  })
  await openShop()
  await rows('drop role if exists guarded')
  await rows(`create role guarded superuser login password '${password}'`)
  stack.defer(async () => void (await rows('drop role guarded')))
})
afterAll(() => stack.disposeAsync())

/** Changes the password as RDS does, and ends what still stands by the old one. */
async function rotates(next: string): Promise<void> {
  await rows(`alter role guarded password '${next}'`)
  password = next
  await rows("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'guarded'")
}

test('the password is asked for once; when it has been changed, orders and pages go on with the new one', async () => {
  const guarded = new URL(config.databaseUrl)
  guarded.username = 'guarded'
  const settings = { DATABASE_URL: guarded.href, DATABASE_SECRET_ARN: ARN }
  const server = await runningProcess('server', config.port, settings)
  const worker = await runningProcess('worker', config.port, settings)
  try {
    const shopper = shopperAt(server.url)
    await Promise.all([shopper.adds(products.mug), shopper.gets('/')])
    await until('the worker is there', async () => (await connectedAs('purveyor-worker')) > 0)
    const processes = asked
    await Promise.all(Array.from({ length: 20 }, () => fetch(server.url)))
    expect(asked).toBe(processes)

    await rotates('the second')
    await until('the server has noticed what it has lost', async () => (await connectedAs('purveyor')) === 0)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => fetch(`${server.url}/products/${products.mug.slug}`)),
    )
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    await shopper.adds(products.mug)
    expect((await shopper.gets('/basket')).$('main').text()).toContain(products.mug.title)
    await until('the worker is back', async () => (await connectedAs('purveyor-worker')) > 0)
    expect(asked).toBeLessThan(4 * processes)
  } finally {
    await Promise.all([server.stop(), worker.stop()])
  }
}, 60_000)

async function connectedAs(name: string): Promise<number> {
  const [found] = await rows<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity where usename = 'guarded' and application_name = $1`,
    [name],
  )
  return found!.count
}

test.each(['silent', 'slow', 'erring', 'nonsense', 'cut'] as const)(
  'while Amazon is %s, whoever asks for the first time is told in time, and what is known stays known',
  async (fault) => {
    const secret = openSecret(ARN, { milliseconds: PATIENCE_MS })
    amazon.is(fault)
    const began = performance.now()
    await expect(secret.text('password')).rejects.toThrow()
    expect(performance.now() - began).toBeLessThan(4_000)
    amazon.is('sound')
    expect(await secret.text('password')).toBe(password)
    amazon.is(fault)
    expect(await secret.text('password')).toBe(password)
    amazon.is('sound')
    await expect(secret.text('host')).rejects.toThrow(`The secret ${ARN} has no host`)
  },
)

test('while Amazon is out of reach, whoever asks is told in time', async () => {
  process.env.AWS_ENDPOINT_URL_SECRETS_MANAGER = 'http://127.0.0.1:9'
  await expect(openSecret(ARN, { milliseconds: PATIENCE_MS }).text('password')).rejects.toThrow(
    'ECONNREFUSED',
  )
  process.env.AWS_ENDPOINT_URL_SECRETS_MANAGER = amazon.url
})
