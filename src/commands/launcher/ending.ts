import { readFileSync } from 'node:fs'

const LOOK_EVERY_MS = 250
const childOfNpm = [process.pid, process.ppid].find((pid) => /^npm/.test(nameOf(parentOf(pid))))
const npm = childOfNpm && parentOf(childOfNpm)

/** The reason of an end that somebody asked for. */
export const asked = Symbol('asked to end')

/**
 * A controller that is aborted, with the reason `asked`, by Ctrl-C, SIGTERM, a closed terminal or pipe, and when the npm
 * (or the test, over its channel) that started this process is gone: what is killed hard cannot pass that on.
 */
export function listenForEnd(): AbortController {
  const ending = new AbortController()
  const end = () => ending.abort(asked)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
  process.stdout.on('error', end)
  process.once('disconnect', end).channel?.unref()
  if (npm) setInterval(() => npmIsGone() && end(), LOOK_EVERY_MS).unref()
  return ending
}

/** Whether this process outlived the npm that started it, directly or through a shell (known on Linux only). */
export function npmIsGone(): boolean {
  return childOfNpm !== undefined && parentOf(childOfNpm) !== npm
}

function parentOf(pid: number): number | undefined {
  const status = readProcess(pid, 'status')
  return Number(/^PPid:\t(\d+)$/m.exec(status)?.[1]) || undefined
}

function nameOf(pid: number | undefined): string {
  return pid ? readProcess(pid, 'comm') : ''
}

function readProcess(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
