import type { AddressInfo } from 'node:net'
import { checkoutPreview } from './preview-app.ts'

/** The preview on a port of its own. */
export async function openPreview() {
  const server = checkoutPreview().listen(0, '127.0.0.1')
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
