import { watch } from 'node:fs'
import { join } from 'node:path'
import { type Part, type Running, startPart } from './processes.ts'
import { root } from './root.ts'

const SETTLE_MS = 100

/** Starts a part again at each change of a source or a message catalogue; one that fails waits for the next change. */
export function startWatchedPart(part: Part, environment: NodeJS.ProcessEnv, logs: string): Running {
  let replaced: Running | undefined
  let running = begin(part)
  let work = Promise.resolve()
  let settling: NodeJS.Timeout | undefined
  const watchers = ['src', 'views'].map((folder) => watch(join(root, folder), { recursive: true }, onChange))
  return {
    name: part.name,
    ended: new Promise(() => {}),
    release: () => running.release(),
    stop: async () => {
      for (const watcher of watchers) watcher.close()
      clearTimeout(settling)
      await work
      replaced = running
      await running.stop()
    },
  }

  function begin(how: Part): Running {
    const fresh = startPart(how, environment, logs)
    fresh.ended.then(({ how }) => {
      if (fresh !== replaced) console.log(`${part.name} ended (${how}) and starts again at the next change.`)
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
    replaced = running
    await running.stop()
    running = begin({ ...part, waits: false })
  }
}
