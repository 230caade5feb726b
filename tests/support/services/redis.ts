import { certificateOfOurs } from './certificate.ts'
import { freePorts } from './ports.ts'
import { findProgram } from './programs.ts'
import { type Service, startServer } from './server.ts'

const NOTHING_KEPT = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']

/** A Redis of the tests' own on a free loopback port, which keeps nothing on disk. */
export async function startRedis(): Promise<Service> {
  const port = await freePorts(1)
  return { url: `redis://127.0.0.1:${port}`, stop: await start(['--port', String(port)]) }
}

/** The same as it runs in production: it speaks TLS alone, and asks for a password. `certificate` is the file of its own. */
export async function startGuardedRedis(): Promise<
  Service & { port: number; password: string; certificate: string }
> {
  const port = await freePorts(1)
  const password = crypto.randomUUID()
  const { key, certificate } = certificateOfOurs()
  const stop = await start([
    ...['--port', '0', '--tls-port', String(port), '--requirepass', password, '--tls-auth-clients', 'no'],
    ...['--tls-cert-file', certificate, '--tls-key-file', key, '--tls-ca-cert-file', certificate],
  ])
  return { url: `rediss://:${password}@127.0.0.1:${port}`, port, password, certificate, stop }
}

function start(args: string[]): Promise<() => Promise<void>> {
  const command = findProgram('redis-server')
  if (!command) throw new Error('Redis is not installed.')
  return startServer({
    command,
    args: [...args, ...NOTHING_KEPT],
    ready: /Ready to accept connections/,
    stopBy: 'SIGTERM',
  })
}
