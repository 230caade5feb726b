import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createApp } from '../../src/app.ts'
import { createDeps } from '../../src/deps.ts'
import { shopperAt } from '../support/shopper.ts'

/** The shop in this process, on a free port of this machine. */
export async function listeningShop() {
  const deps = createDeps()
  const server = createApp(deps).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    shopper: () => shopperAt(url),
    /** Asks without following where the answer sends. */
    ask: (path: string, headers: Record<string, string> = {}) =>
      fetch(url + path, { headers, redirect: 'manual' }),
    async close() {
      server.close()
      server.closeAllConnections()
      await deps.close()
    },
  }
}
