import { watch } from 'node:fs'
import { type Part, type Running, startPart } from './processes.ts'

const SETTLE_MS = 100

/** Starts a part again at each change of a source or a message catalogue; one that fails waits for the next change. */
export function startWatchedPart(part: Part, environment: NodeJS.ProcessEnv, logs: string): Running {
  let running = begin()
  let work = Promise.resolve()
  let settling: NodeJS.Timeout | undefined
  const watchers = ['src', 'views'].map((folder) => watch(folder, { recursive: true }, onChange))
  return {
    name: part.name,
    ended: new Promise(() => {}),
    stop: async () => {
      for (const watcher of watchers) watcher.close()
      clearTimeout(settling)
      await work
      await running.stop()
    },
  }

  function begin(): Running {
    const fresh = startPart(part, environment, logs)
    fresh.ended.then(({ how }) => {
      if (fresh === running) console.log(`${part.name} ended (${how}) and starts again at the next change.`)
    })
    return fresh
  }

  function onChange(_event: string, file: string | null): void {
    if (!file || !/\.(ts|json)$/.test(file)) return
    clearTimeout(settling)
    settling = setTimeout(() => {
      work = work.then(restart)
    }, SETTLE_MS)
  }

  async function restart(): Promise<void> {
    const old = running
    const stopped = old.stop()
    await stopped
    running = begin()
  }
}
