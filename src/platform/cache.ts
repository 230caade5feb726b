import { setTimeout as pause } from 'node:timers/promises'

/** A place for copies. Losing all of it costs time, never truth; a broken cache reads as empty. */
export interface CacheStore {
  get(key: string): Promise<string | undefined>
  set(key: string, value: string, seconds: number): Promise<void>
  delete(key: string): Promise<void>
}

export interface Cache {
  /** The kept value, or what `fill` gives; callers who ask at the same time share one `fill`. */
  remember<T>(key: string, seconds: number, fill: () => Promise<T>): Promise<T>
  forget(key: string): Promise<void>
}

const PATIENCE_MS = 200

/** A cache over a store: values are JSON, keys are the caller's. Nobody waits long for a store that is silent. */
export function createCache(store: CacheStore): Cache {
  const filling = new Map<string, Promise<unknown>>()

  return {
    remember<T>(key: string, seconds: number, fill: () => Promise<T>): Promise<T> {
      const underway = filling.get(key) as Promise<T> | undefined
      if (underway) return underway
      const isCurrent = () => filling.get(key) === started
      const started = read(key, seconds, fill, isCurrent).finally(() => {
        if (isCurrent()) filling.delete(key)
      })
      filling.set(key, started)
      return started
    },
    async forget(key) {
      filling.delete(key)
      await inTime(store.delete(key))
    },
  }

  /** A value that was being filled in while it was to be forgotten is old already, and not kept. */
  async function read<T>(key: string, seconds: number, fill: () => Promise<T>, isCurrent: () => boolean) {
    const kept = parse<T>(await inTime(store.get(key)))
    if (kept !== undefined) return kept
    const value = await fill()
    if (isCurrent()) void inTime(store.set(key, JSON.stringify(value), seconds))
    return value
  }
}

/** What a store says, or undefined when it is broken or takes too long. */
async function inTime<T>(answer: Promise<T>): Promise<T | undefined> {
  const waiting = new AbortController()
  const limit = pause(PATIENCE_MS, undefined, { signal: waiting.signal })
  try {
    return await Promise.race([answer, limit])
  } catch {
    return undefined
  } finally {
    waiting.abort()
  }
}

function parse<T>(kept: string | undefined): T | undefined {
  try {
    return kept === undefined ? undefined : (JSON.parse(kept) as T)
  } catch {
    return undefined
  }
}
