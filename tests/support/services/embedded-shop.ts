import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const NOT_FOR_THE_SHOP =
  /^(PORT|DATA_DIR|DATABASE_URL|REDIS_URL|BASE_URL|SESSION_SECRET|STRIPE_|SMTP_URL|LOG_LEVEL|NODE_ENV|NODE_OPTIONS|VITEST|npm_)/

/** An empty data folder, which the embedded PostgreSQL may reach whoever runs it. */
export function emptyFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'purveyor-shop-'))
  chmodSync(folder, 0o755)
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** An environment with these settings and none that the tests have for themselves. */
export function settings(given: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !NOT_FOR_THE_SHOP.test(name))
  return { ...Object.fromEntries(kept), ...given }
}

/** `npm start` as a person does it: its own services, nothing inherited from the tests. */
export function startShop(folder: string, port: number) {
  const child = spawn(process.execPath, ['src/commands/start.ts'], {
    env: settings({ PORT: String(port), DATA_DIR: folder }),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  })
  let words = ''
  const { promise: open, resolve, reject } = Promise.withResolvers<void>()
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.on('data', (chunk) => {
      words += chunk
      if (words.includes('Purveyor is open')) resolve()
    })
  }
  const ended = new Promise<number | null>((end) => child.once('close', end))
  ended.then(() => reject(new Error(`The shop did not open.\n${words}`)))
  open.catch(() => {})
  return {
    pid: child.pid!,
    open,
    ended,
    words: () => words,
    /** Asks it to stop, as Ctrl-C does; resolves with the exit code. */
    stop: () => {
      child.kill('SIGINT')
      return ended
    },
    /** Takes the launcher away without a word, as a crash does. */
    kill: () => {
      child.kill('SIGKILL')
      return ended
    },
  }
}
