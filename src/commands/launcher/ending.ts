const LOOK_EVERY_MS = 250
const npm = process.env.npm_lifecycle_event ? process.ppid : undefined

/** The reason of an end that somebody asked for. */
export const asked = Symbol('asked to end')

/**
 * A controller that is aborted, with the reason `asked`, by Ctrl-C, SIGTERM, a closed terminal, and when the npm
 * that started this process is gone: an npm that is killed hard cannot pass that on.
 */
export function listenForEnd(): AbortController {
  const ending = new AbortController()
  const end = () => ending.abort(asked)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
  if (npm) setInterval(() => npmIsGone() && end(), LOOK_EVERY_MS).unref()
  return ending
}

/** Whether this process outlived the npm that started it. */
export function npmIsGone(): boolean {
  return npm !== undefined && process.ppid !== npm
}

/** Rejects with the reason as soon as the signal is aborted. */
export function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
