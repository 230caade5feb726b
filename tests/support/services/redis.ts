import { freePorts } from './ports.ts'
import { findProgram } from './programs.ts'
import { type Service, startServer } from './server.ts'

/** A Redis of the tests' own on a free loopback port, which keeps nothing on disk. */
export async function startRedis(): Promise<Service> {
  const command = findProgram('redis-server')
  if (!command) throw new Error('Redis is not installed.')
  const port = await freePorts(1)
  const stop = await startServer({
    command,
    args: ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    ready: /Ready to accept connections/,
    stopBy: 'SIGTERM',
  })
  return { url: `redis://127.0.0.1:${port}`, stop }
}
