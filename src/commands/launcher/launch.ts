import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { config } from '../../platform/config.ts'
import { databasePort, embeddedAddress, embeddedPostgres } from './embedded-postgres.ts'
import { environmentFor, given, needsSandbox, servesModel } from './environment.ts'
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
const shop: Part = { name: 'shop', script: 'src/server.ts', waits: true }
const worker: Part = { name: 'worker', script: 'src/worker.ts' }
const model: Part = { name: 'model', script: 'src/commands/sandbox-model.ts' }

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
  const postgres = given.DATABASE_URL
    ? undefined
    : opened.use(await embeddedPostgres({ dataDir, password: secrets.databasePassword }))
  await requireFreePorts(portsFor(port, postgres !== undefined), lock.crashed ? SURVIVORS_LEAVE_MS : 0)
  ending.signal.throwIfAborted()
  const databaseUrl = given.DATABASE_URL ?? embeddedAddress(secrets.databasePassword, port)
  const environment = environmentFor(databaseUrl, secrets)
  const start = watching ? startWatchedPart : startPart

  if (needsSandbox) opened.use(company(ending)).add(startPart(sandbox, environment, logs))
  const front = opened.use(company(ending))
  const held = front.add(start(shop, environment, logs))
  await postgres?.start(port)
  for (const step of [migrate, seed]) await finishPart(step, environment, logs, ending.signal)
  held.release()
  front.add(start(worker, environment, logs))
  if (servesModel) front.add(startPart(model, environment, logs))
  await untilReady(port, ending.signal)
  console.log(welcome())
  return await untilAborted(ending.signal)
}

function portsFor(port: number, embedded: boolean): Record<number, string> {
  return {
    [port]: 'the shop',
    ...(needsSandbox && { [port + 1]: 'the sandbox', [port + 2]: "the sandbox's mail" }),
    ...(servesModel && { [config.sandbox.modelPort]: 'the model' }),
    ...(embedded && { [databasePort(port)]: 'PostgreSQL' }),
  }
}

/** Parts that are stopped together; when one of them ends by itself, everything ends. */
function company(ending: AbortController) {
  const parts: Running[] = []
  return {
    add: (part: Running) => {
      parts.push(part)
      part.ended.then(({ how, lastWords }) => {
        const told = `The ${part.name} ended by itself (${how}), so the rest was stopped too. ${lastWords}`
        ending.abort(new Refusal(told))
      })
      return part
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(parts.map((part) => part.stop()))
    },
  }
}

/** Rejects with the signal's reason when it is aborted. */
function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
