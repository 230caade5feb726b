import { once } from 'node:events'
import { createServer as createHttpServer, request } from 'node:http'
import { type AddressInfo, connect, createServer } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** Where a process is to die: when it has said all of these, one after another on one connection. */
export interface Trap {
  says: string[]
  /** Before the last of them is heard, or after it was and before the answer. */
  at: 'before' | 'after'
  kill: () => void
}

/** Stands before PostgreSQL and lets whoever speaks through it die at a word; everything else passes. */
export async function killingDatabase(url: string) {
  const real = new URL(url)
  let trap: Trap | undefined
  const server = createServer((client) => {
    const database = connect(Number(real.port), real.hostname)
    let heard = 0
    let isDeaf = false
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const)
      one.on('error', () => other.destroy()).on('close', () => other.destroy())
    client.on('data', (chunk) => {
      const words = chunk.toString('latin1')
      while (trap && heard < trap.says.length && words.includes(trap.says[heard]!)) heard += 1
      if (!trap || heard < trap.says.length) return void database.write(chunk)
      const { at, kill } = trap
      trap = undefined
      isDeaf = true
      if (at === 'before') return kill()
      database.once('data', kill)
      database.write(chunk)
    })
    database.on('data', (chunk) => void (isDeaf || client.write(chunk)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const through = new URL(url)
  through.port = String((server.address() as AddressInfo).port)
  return {
    url: through.href,
    arm: (next: Trap) => {
      trap = next
    },
    close: () => closing(server),
  }
}

/** Stands before the payment provider and lets whoever asks through it die when it has been answered. */
export async function killingProvider(url: string) {
  let trap: { path: string; kill: () => void } | undefined
  const server = createHttpServer(async (req, res) => {
    const asked = request(new URL(req.url!, url), { method: req.method, headers: req.headers })
    asked.end(await buffer(req))
    const [answer] = await once(asked, 'response')
    const body = await buffer(answer)
    if (trap && req.method === 'POST' && req.url === trap.path) {
      const { kill } = trap
      trap = undefined
      return kill()
    }
    res.writeHead(answer.statusCode, answer.headers).end(body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arm: (path: string, kill: () => void) => {
      trap = { path, kill }
    },
    close: () => closing(server),
  }
}

async function closing(server: { close(done: () => void): unknown } & NodeJS.EventEmitter): Promise<void> {
  await new Promise<void>((closed) => {
    server.close(() => closed())
    if ('closeAllConnections' in server) (server.closeAllConnections as () => void)()
  })
}
