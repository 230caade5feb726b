import { spawn } from 'node:child_process'
import { config } from '../../platform/config.ts'
import { databasePort, embeddedAddress, embeddedPostgres } from './embedded-postgres.ts'
import { environmentFor, given } from './environment.ts'
import { lockFolder, openShopOn } from './folder-lock.ts'
import { requireFreePorts } from './ports.ts'
import { secretsIn } from './secrets.ts'

/**
 * Runs a script of the shop on the database of `DATABASE_URL`, else on that of the shop that is open on the data
 * folder; where none is open, the embedded database is open for as long as the script takes.
 * @returns the script's exit code.
 */
export async function withDatabase(command: string[], ending: AbortController): Promise<number> {
  if (given.DATABASE_URL) return runScript(command, process.env)
  await using opened = new AsyncDisposableStack()
  const port = (await openShopOn(config.dataDir))?.port ?? (await openDatabase(opened, ending.signal))
  const secrets = await secretsIn(config.dataDir)
  const environment = environmentFor(embeddedAddress(secrets.databasePassword, port), secrets)
  return await runScript(command, { ...environment, PORT: String(port) })
}

async function openDatabase(opened: AsyncDisposableStack, ending: AbortSignal): Promise<number> {
  const { dataDir, port, baseUrl } = config
  opened.use(await lockFolder(dataDir, { address: baseUrl, port }, ending))
  const { databasePassword: password } = await secretsIn(dataDir)
  const postgres = opened.use(await embeddedPostgres({ dataDir, password }))
  await requireFreePorts({ [databasePort(port)]: 'PostgreSQL' }, 0)
  await postgres.start(port)
  return port
}

/** The script has the terminal to itself: it hears Ctrl-C as we do, and we wait for it. */
function runScript(command: string[], environment: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { stdio: 'inherit', env: environment })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
