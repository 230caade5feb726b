import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { load } from 'cheerio'
import { config } from '../../src/platform/config.ts'
import { startSandbox } from '../../src/sandbox/sandbox.ts'

/** In seconds; many tests may be starting processes at the same time. */
const STARTS_WITHIN = 45

const root = join(import.meta.dirname, '../..')

/** The payment provider and the outbox, at the addresses that the shop's settings name. */
export function runningSandbox() {
  return startSandbox({
    port: config.sandbox.port,
    smtpPort: config.sandbox.smtpPort,
    folder: join(config.dataDir, 'sandbox'),
    shopUrl: config.baseUrl,
    secretKey: config.stripe.secretKey,
    webhookSecret: config.stripe.webhookSecret,
    identity: config.identity,
  })
}

/** A process of the shop (`src/server.ts` or `src/worker.ts`), as it runs in production, on this test's database. */
export async function runningProcess(
  file: 'server' | 'worker',
  port = config.port,
  changed: NodeJS.ProcessEnv = {},
) {
  const child = spawn(process.execPath, [join(root, `src/${file}.ts`)], {
    env: {
      ...process.env,
      PORT: String(port),
      BASE_URL: config.baseUrl,
      LOG_LEVEL: 'warn',
      ...sandboxAddresses(),
      ...changed,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (file === 'server')
    await untilReady(port, child).catch((error) => {
      child.kill('SIGKILL')
      throw error
    })
  return {
    url: `http://127.0.0.1:${port}`,
    async stop(signal: NodeJS.Signals = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode) return
      child.kill(signal)
      await once(child, 'exit')
    },
  }
}

/** Pays on the provider's page as a shopper does, and closes the browser before the way back. */
export async function paysOn(page: string): Promise<void> {
  const $ = load(await (await fetch(page)).text())
  const form = $('form').first()
  const fields = Object.fromEntries(form.serializeArray().map(({ name, value }) => [name, value]))
  const card = { cardNumber: '4242 4242 4242 4242', expiry: '12/34', cvc: '123', name: 'Asha Rao' }
  const answer = await fetch(new URL(form.attr('action') ?? '', page), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ ...fields, ...card }),
  })
  if (answer.status !== 303) throw new Error(`The provider's page answered ${answer.status}`)
}

/** Waits until a condition holds, or fails with its name: for what another process does in its own time. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  seconds = 15,
): Promise<T> {
  const deadline = Date.now() + seconds * 1_000
  for (;;) {
    const answer = await ask()
    if (answer) return answer
    if (Date.now() > deadline) throw new Error(`After ${seconds} s it is still not so: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

function sandboxAddresses() {
  const { issuer, logoutUrl } = config.identity
  return {
    STRIPE_API_BASE: config.stripe.apiBase,
    SMTP_URL: config.mail.smtpUrl,
    OIDC_ISSUER: issuer,
    OIDC_LOGOUT_URL: logoutUrl,
    COGNITO_USER_POOL_ID: config.identity.userPool,
  }
}

async function untilReady(port: number, child: ChildProcess): Promise<void> {
  await until(
    'the shop is ready',
    async () => {
      if (child.exitCode !== null) throw new Error('the shop has stopped')
      const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined)
      return answer?.ok
    },
    STARTS_WITHIN,
  )
}
