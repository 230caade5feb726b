import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { config } from '../../platform/config.ts'
import { databasePort, embeddedAddress, embeddedPostgres } from './embedded-postgres.ts'
import { environmentFor, given, needsSandbox } from './environment.ts'
import { lockFolder } from './folder-lock.ts'
import { requireFreePorts } from './ports.ts'
import { finishPart, type Part, type Running, startPart } from './processes.ts'
import { untilReady } from './ready.ts'
import { Refusal } from './refusal.ts'
import { secretsIn } from './secrets.ts'
import { startWatchedPart } from './watched-part.ts'
import { welcome } from './welcome.ts'

const SURVIVORS_LEAVE_MS = 8_000

const migrate: Part = { name: 'migrate', script: 'src/commands/migrate.ts' }
const seed: Part = { name: 'seed', script: 'src/commands/seed.ts' }
const sandbox: Part = { name: 'sandbox', script: 'src/sandbox/server.ts' }
const shop: Part = { name: 'shop', script: 'src/server.ts' }
const worker: Part = { name: 'worker', script: 'src/worker.ts' }

/**
 * Opens the shop: database, schema, demo goods, then sandbox, shop and worker. When `ending` is aborted, stops
 * everything again, last things first.
 * @throws the reason of the end, or a Refusal that says why the shop could not be opened.
 */
export async function launch(ending: AbortController, { watching }: { watching: boolean }): Promise<never> {
  const { dataDir, port, baseUrl } = config
  await using opened = new AsyncDisposableStack()
  const lock = opened.use(await lockFolder(dataDir, { address: baseUrl, port }, ending.signal))
  const logs = join(dataDir, 'logs')
  await mkdir(logs, { recursive: true })
  const secrets = await secretsIn(dataDir)
  const ends = untilAborted(ending.signal)

  const postgres = given.DATABASE_URL
    ? undefined
    : opened.use(await embeddedPostgres({ dataDir, password: secrets.databasePassword }))
  await requireFreePorts(portsFor(port, postgres !== undefined), lock.crashed ? SURVIVORS_LEAVE_MS : 0)
  ending.signal.throwIfAborted()
  const databaseUrl = given.DATABASE_URL ?? embeddedAddress(secrets.databasePassword, port)
  const environment = environmentFor(databaseUrl, secrets)

  if (needsSandbox) keep([startPart(sandbox, environment, logs)])
  await postgres?.start(port)
  for (const step of [migrate, seed]) await finishPart(step, environment, logs, ending.signal)
  const start = watching ? startWatchedPart : startPart
  keep([shop, worker].map((part) => start(part, environment, logs)))
  await Promise.race([untilReady(port, ending.signal), ends])
  console.log(welcome())
  return await ends

  function keep(parts: Running[]): void {
    opened.defer(async () => {
      await Promise.all(parts.map((part) => part.stop()))
    })
    for (const { name, ended } of parts) {
      ended.then(({ how, lastWords }) => {
        ending.abort(
          new Refusal(`The ${name} ended by itself (${how}), so the rest was stopped too. ${lastWords}`),
        )
      })
    }
  }
}

function portsFor(port: number, embedded: boolean): Record<number, string> {
  return {
    [port]: 'the shop',
    ...(needsSandbox && { [port + 1]: 'the sandbox', [port + 2]: "the sandbox's mail" }),
    ...(embedded && { [databasePort(port)]: 'PostgreSQL' }),
  }
}

/** Rejects with the signal's reason when it is aborted. */
function untilAborted(signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>()
  signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  promise.catch(() => {})
  return promise
}
