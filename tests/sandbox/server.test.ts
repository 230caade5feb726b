import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientOf, goodCard, post, twoMugs } from './open-sandbox.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-'))
})
afterAll(() => rm(folder, { recursive: true }))

const everySettingOfProduction = {
  NODE_ENV: 'production',
  BASE_URL: 'https://shop.example',
  DATABASE_URL: 'postgres://db.example/shop',
  SESSION_SECRET: 'as long and as secret as it has to be',
  OIDC_ISSUER: 'https://people.example/pool',
  OIDC_CLIENT_ID: 'shop',
  OIDC_CLIENT_SECRET: 'a secret between them',
  STRIPE_SECRET_KEY: 'sk_live_1',
  STRIPE_WEBHOOK_SECRET: 'whsec_1',
  MAIL_FROM: 'shop@shop.example',
  SMTP_URL: 'smtps://mail.shop.example',
}

function run(settings: Record<string, string>) {
  const environment = { PATH: process.env.PATH ?? '', DATA_DIR: folder, ...settings }
  return spawn(process.execPath, ['src/sandbox/server.ts'], { env: environment })
}

async function address(process: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: process.stdout! })) {
    const { url } = JSON.parse(line)
    if (url) return url
  }
  throw new Error('The sandbox ended before it opened')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

test('the sandbox does not run in production, and says why', async () => {
  const sandbox = run({ ...everySettingOfProduction })
  const [words, [status]] = await Promise.all([text(sandbox.stderr), once(sandbox, 'exit')])
  expect(status).toBe(1)
  expect(words).toContain('does not run in production')
})

test.each(['SIGTERM', 'SIGINT'] as const)('%s closes the sandbox cleanly', async (signal) => {
  const sandbox = run({ PORT: String(await freePort()) })
  const url = await address(sandbox)
  expect((await fetch(url)).status).toBe(200)
  sandbox.kill(signal)
  expect(await once(sandbox, 'exit')).toEqual([0, null])
})

test('what was paid before the process was killed is paid after it', async () => {
  const settings = { PORT: String(await freePort()), STRIPE_SECRET_KEY: 'sk_test_killed' }
  const killed = run(settings)
  const before = clientOf(await address(killed), 'sk_test_killed')
  const { id, url } = await before.checkout.sessions.create(twoMugs)
  expect((await post(url, goodCard)).status).toBe(303)
  killed.kill('SIGKILL')
  await once(killed, 'exit')

  const again = run(settings)
  const after = clientOf(await address(again), 'sk_test_killed')
  expect(await after.checkout.sessions.retrieve(id)).toMatchObject({
    status: 'complete',
    payment_status: 'paid',
  })
  again.kill('SIGTERM')
  await once(again, 'exit')
})
