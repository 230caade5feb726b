import { once } from 'node:events'
import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * Stands before servers as a load balancer does: asks one after the other over connections that it keeps, and passes on what
 * they say. Who cannot be reached, or breaks off, is answered for with 502, and counted.
 */
export async function startBalancer() {
  const behind: { url: string; agent: Agent }[] = []
  let turn = 0
  let lost = 0
  const server = createServer((req, res) => {
    const { url, agent } = behind[turn++ % behind.length]!
    // Each request is somebody else's, so that nobody asks too often.
    const forwarded = {
      ...req.headers,
      'x-forwarded-for': `10.${[turn >> 16, turn >> 8, turn].map((part) => part & 255).join('.')}`,
    }
    const fail = () => {
      lost += 1
      if (res.headersSent) res.destroy()
      else res.writeHead(502).end()
    }
    const onward = request(
      new URL(req.url!, url),
      { method: req.method, headers: forwarded, agent },
      (answer) => {
        answer.once('aborted', fail)
        res.writeHead(answer.statusCode!, answer.headers)
        answer.pipe(res)
      },
    )
    onward.once('error', fail)
    req.pipe(onward)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lost: () => lost,
    adds: (url: string) => behind.push({ url, agent: new Agent({ keepAlive: true }) }),
    /** Sends nobody there any more; what is under way there goes on. */
    removes: (url: string) => {
      const at = behind.findIndex((each) => each.url === url)
      behind.splice(at, 1)
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
