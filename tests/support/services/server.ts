import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'

const SETPRIV = '/usr/bin/setpriv'
const START_MS = 20_000

export interface Service {
  url: string
  stop: () => Promise<void>
}

interface Start {
  command: string
  args: string[]
  /** What the server says once it takes connections. */
  ready: RegExp
  /** The signal that stops it at once but clean. */
  stopBy: NodeJS.Signals
  /** The system user to run as; only root may give one. */
  user?: string | undefined
}

/**
 * Starts a server in a session of its own, so that Ctrl-C in the terminal reaches only us.
 * Where the system can, it ends with us even if we are killed hard.
 * @returns a function that stops it.
 * @throws Error with its words when it does not become ready.
 */
export async function startServer({
  command,
  args,
  ready,
  stopBy,
  user,
}: Start): Promise<() => Promise<void>> {
  const bound = existsSync(SETPRIV) ? [SETPRIV, ...asUser(user), `--pdeathsig=${stopBy}`] : []
  const [program, ...rest] = [...bound, command, ...args]
  const child = spawn(program!, rest, { stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    let words = ''
    const fail = () => reject(new Error(`${command} did not start.\n${words}`))
    const limit = setTimeout(fail, START_MS)
    const listen = (chunk: Buffer) => {
      words += chunk
      if (!ready.test(words)) return
      clearTimeout(limit)
      for (const stream of [child.stdout, child.stderr]) stream.off('data', listen).resume()
      resolve()
    }
    for (const stream of [child.stdout, child.stderr]) stream.on('data', listen)
    child.once('error', reject)
    ended.then(fail)
  })
  return async () => {
    child.kill(stopBy)
    await ended
  }
}

function asUser(user: string | undefined): string[] {
  return user ? [`--reuid=${user}`, `--regid=${user}`, '--init-groups'] : []
}
