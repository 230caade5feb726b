import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export const faults = ['silent', 'slow', 'erring', 'nonsense', 'cut'] as const
export type Manner = 'sound' | (typeof faults)[number]

/** Stands before a server on this machine and spoils what it answers, in the manner that it is told. */
export async function faultyProxy(target: string) {
  let manner: Manner = 'sound'
  let asked = 0
  const server = createServer((req, res) => {
    asked += 1
    answers[manner](req, res)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')

  const pass = (req: IncomingMessage, res: ServerResponse) => {
    const { method, headers } = req
    const onward = request(new URL(req.url!, target), { method, headers }, (answer) => {
      res.writeHead(answer.statusCode!, answer.headers)
      answer.pipe(res)
    })
    onward.on('error', () => res.destroy())
    req.pipe(onward)
  }
  const answers: Record<Manner, (req: IncomingMessage, res: ServerResponse) => void> = {
    sound: pass,
    silent: () => {},
    slow: (req, res) => void setTimeout(() => pass(req, res), 1_000),
    erring: (_req, res) => void res.writeHead(500).end('{"Message":"broken"}'),
    nonsense: (_req, res) => void res.end('{"items":["oak bowl"],"because":7}'),
    cut: (_req, res) => void res.destroy(),
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    is: (next: Manner) => {
      manner = next
    },
    asked: () => asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
