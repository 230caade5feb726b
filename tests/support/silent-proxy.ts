import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** Stands before a server on this machine and can fall silent: connections stay, new ones are taken, and nothing is said. */
export async function silentProxy(target: number) {
  const pairs = new Set<[Socket, Socket]>()
  let isSilent = false
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1')
    const pair: [Socket, Socket] = [near, far]
    pairs.add(pair)
    near.pipe(far).pipe(near)
    for (const socket of pair) {
      socket.on('error', () => {})
      socket.once('close', () => {
        pairs.delete(pair)
        for (const other of pair) other.destroy()
      })
    }
    if (isSilent) hush(pair)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')

  function hush([near, far]: [Socket, Socket]): void {
    near.unpipe(far)
    far.unpipe(near)
    near.pause()
    far.pause()
  }

  return {
    port: (server.address() as AddressInfo).port,
    fallsSilent: () => {
      isSilent = true
      for (const pair of pairs) hush(pair)
    },
    speaks: () => {
      isSilent = false
      for (const [near, far] of pairs) near.pipe(far).pipe(near)
    },
    close: () => {
      for (const pair of pairs) for (const socket of pair) socket.destroy()
      server.close()
    },
  }
}
