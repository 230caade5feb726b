import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { styleText } from 'node:util'
import { readable } from './log-lines.ts'
import { Refusal } from './refusal.ts'
import { root } from './root.ts'

const DONE = 'exit code 0'
const LEAVE_MS = 10_000
const LINES_KEPT = 20
const NAME_WIDTH = 9

/** A process of the shop: the name people see and the file that Node runs. */
export interface Part {
  name: string
  script: string
  /** It loads its modules, but waits with everything else until it is released. */
  waits?: boolean
}

export interface Ending {
  how: string
  lastWords: string
}

export interface Running {
  name: string
  /** Settles when the process has ended, with how it did and what it said last. */
  ended: Promise<Ending>
  release: () => void
  /** Asks it to leave, and makes it leave after ten seconds. */
  stop: () => Promise<void>
}

/**
 * Starts a part in a session of its own, so that Ctrl-C reaches only the launcher. What it says goes to `logs` as it
 * is (the file of the run before is kept once) and to the terminal.
 */
export function startPart(
  { name, script, waits }: Part,
  environment: NodeJS.ProcessEnv,
  logs: string,
): Running {
  const preloads = ['./child.ts', ...(waits ? ['./wait-for-word.ts'] : [])]
  const imports = preloads.map((file) => `--import=${import.meta.resolve(file)}`)
  const child = spawn(process.execPath, [...imports, script], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  })
  const lastLines = follow(child, name, logs)
  const ended = new Promise<Ending>((resolve) => {
    child.once('error', (error) => resolve({ how: error.message, lastWords: '' }))
    child.once('close', (code, signal) => {
      resolve({ how: signal ?? `exit code ${code}`, lastWords: words(lastLines, join(logs, `${name}.log`)) })
    })
  })
  return { name, ended, release: () => child.connected && child.send('go'), stop: () => stop(child, ended) }
}

/**
 * Runs a part to its end.
 * @throws Refusal with its last words when it fails; the signal's reason when it is aborted before.
 */
export async function finishPart(
  part: Part,
  environment: NodeJS.ProcessEnv,
  logs: string,
  signal: AbortSignal,
) {
  signal.throwIfAborted()
  const running = startPart(part, environment, logs)
  signal.addEventListener('abort', running.stop, { once: true })
  const { how, lastWords } = await running.ended
  signal.removeEventListener('abort', running.stop)
  signal.throwIfAborted()
  if (how !== DONE) throw new Refusal(`The ${part.name} step failed (${how}). ${lastWords}`)
}

function follow(child: ChildProcess, name: string, logs: string): string[] {
  const lastLines: string[] = []
  const file = logFile(join(logs, `${name}.log`))
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.pipe(file, { end: false })
    createInterface({ input: stream }).on('line', (line) => {
      lastLines.push(readable(line))
      if (lastLines.length > LINES_KEPT) lastLines.shift()
      console.log(
        process.stdout.isTTY ? `${styleText('dim', name.padEnd(NAME_WIDTH))} ${readable(line)}` : line,
      )
    })
  }
  child.once('close', () => file.end())
  return lastLines
}

function words(lastLines: string[], log: string): string {
  return lastLines.length > 0 ? `Its last words (all of them are in ${log}):\n${lastLines.join('\n')}` : ''
}

function logFile(path: string) {
  if (existsSync(path)) renameSync(path, path.replace(/\.log$/, '.previous.log'))
  // A full disk must not take the shop down.
  return createWriteStream(path).on('error', () => {})
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGTERM')
  const limit = setTimeout(() => child.kill('SIGKILL'), LEAVE_MS)
  await ended
  clearTimeout(limit)
}
