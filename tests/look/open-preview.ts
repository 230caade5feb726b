import type { AddressInfo } from 'node:net'
import type { Express } from 'express'

/** A preview on a port of its own. */
export async function openPreview(app: Express) {
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    close: () => new Promise((resolve) => server.close(resolve)),
    read: async (path: string) => {
      const answer = await fetch(origin + path)
      return { status: answer.status, html: await answer.text() }
    },
  }
}
