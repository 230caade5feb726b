import { mkdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { styleText } from 'node:util'
import { config } from '../../platform/config.ts'
import { embeddedPostgres } from './embedded-postgres.ts'
import { environmentFor, given, needsSandbox, refuseProduction } from './environment.ts'
import { lockFolder } from './folder-lock.ts'
import { freePorts } from './ports.ts'
import { finishPart, type Part, type Running, startPart } from './processes.ts'
import { untilReady } from './ready.ts'
import { Refusal } from './refusal.ts'
import { secretsIn } from './secrets.ts'
import { startWatchedPart } from './watched-part.ts'

const SURVIVORS_LEAVE_MS = 8_000

const migrate: Part = { name: 'migrate', script: 'src/commands/migrate.ts' }
const seed: Part = { name: 'seed', script: 'src/commands/seed.ts' }
const sandbox: Part = { name: 'sandbox', script: 'src/sandbox/server.ts' }
const shop: Part = { name: 'shop', script: 'src/server.ts' }
const worker: Part = { name: 'worker', script: 'src/worker.ts' }

/**
 * Opens the shop: database, schema, demo goods, then sandbox, shop and worker; returns when `ending` is aborted and
 * everything is stopped again, in the order opposite to the start.
 * @throws the reason of the end, or a Refusal that says why the shop could not be opened.
 */
export async function launch(ending: AbortController, { watching }: { watching: boolean }): Promise<void> {
  refuseProduction()
  const { dataDir, port, baseUrl } = config
  const logs = join(dataDir, 'logs')
  await using opened = new AsyncDisposableStack()
  const lock = opened.use(await lockFolder(dataDir, baseUrl, ending.signal))
  await mkdir(logs, { recursive: true })
  const secrets = await secretsIn(dataDir)
  const postgres = given.DATABASE_URL
    ? undefined
    : opened.use(await embeddedPostgres({ dataDir, logs, password: secrets.databasePassword }))
  await freePorts(portsFor(port, postgres !== undefined), lock.crashed ? SURVIVORS_LEAVE_MS : 0)
  const databaseUrl = postgres ? await postgres.start(port + 3) : given.DATABASE_URL!
  const environment = environmentFor(databaseUrl, secrets)
}
