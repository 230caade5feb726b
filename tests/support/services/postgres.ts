import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { certificateOfOurs } from './certificate.ts'
import { freePorts } from './ports.ts'
import { findPostgres } from './programs.ts'
import { type Service, startServer } from './server.ts'

/** Which PostgreSQL does not care to be: durable. Tests throw it away. */
const FAST = ['fsync=off', 'full_page_writes=off', 'max_connections=300', 'listen_addresses=127.0.0.1']

/** The system's user as whom it runs when we are root, which it refuses to be. */
const asRoot = process.getuid?.() === 0 ? 'postgres' : undefined

/**
 * A PostgreSQL of the tests' own in a temporary folder, on a free loopback port; the system's is never touched.
 * As root it runs as the system user `postgres`. Only a
 * user of the name `guarded` is asked for a password.
 */
export function startPostgres(): Promise<Service> {
  return start()
}

/** The same as it runs in production: nobody gets in who does not speak TLS. `certificate` is the file of its own. */
export async function startGuardedPostgres(): Promise<Service & { certificate: string }> {
  const { folder, key, certificate } = certificateOfOurs()
  if (asRoot) execFileSync('chown', ['-R', asRoot, folder])
  const service = await start(['ssl=on', `ssl_cert_file=${certificate}`, `ssl_key_file=${key}`], 'hostssl')
  return { ...service, certificate }
}

async function start(settings: string[] = [], who = 'host'): Promise<Service> {
  const programs = findPostgres()
  if (!programs) throw new Error('PostgreSQL is not installed.')
  const user = asRoot
  const folder = mkdtempSync(join(tmpdir(), 'purveyor-postgres-'))
  if (user) execFileSync('chown', [user, folder])
  initialise(join(programs, 'initdb'), folder, user)
  writeFileSync(
    join(folder, 'pg_hba.conf'),
    `${who} all guarded 127.0.0.1/32 scram-sha-256\n${who} all all 127.0.0.1/32 trust\n`,
  )
  const port = await freePorts(1)
  const stop = await startServer({
    command: join(programs, 'postgres'),
    args: [
      '-D',
      folder,
      '-p',
      String(port),
      '-k',
      '',
      ...[...FAST, ...settings].flatMap((one) => ['-c', one]),
    ],
    ready: /ready to accept connections/,
    stopBy: 'SIGINT',
    user,
  })
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function initialise(initdb: string, folder: string, user: string | undefined): void {
  const args = [
    '-D',
    folder,
    '--username=postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ]
  const asUser = user ? ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--init-groups'] : []
  const [command, ...rest] = [...asUser, initdb, ...args]
  execFileSync(command!, rest, { stdio: ['ignore', 'ignore', 'pipe'] })
}
