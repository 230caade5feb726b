import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { Refusal } from './refusal.ts'

const LOOK_AGAIN_MS = 50

/**
 * Makes sure that nothing listens on the ports, given as number → what it is for.
 * @param patience How long to wait for a port that is still taken, in milliseconds.
 * @throws Refusal that names the port and the setting that moves it.
 */
export async function requireFreePorts(ports: Record<number, string>, patience: number): Promise<void> {
  const deadline = Date.now() + patience
  for (const port of Object.keys(ports).map(Number)) {
    while (!(await isFree(port))) {
      if (Date.now() >= deadline) throw new Refusal(isTaken(port, ports[port]!))
      await pause(LOOK_AGAIN_MS)
    }
  }
}

/** Whether a server may listen on this port, on every address and on loopback. */
export async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port))
}

function canListen(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host }, () => server.close(() => resolve(true)))
  })
}

function isTaken(port: number, purpose: string): string {
  return `Port ${port}, meant for ${purpose}, is in use by another program.
The shop takes four ports in a row, beginning with PORT. Choose others: PORT=4000 npm start`
}
