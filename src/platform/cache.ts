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

/** A cache over a store: values are JSON, keys are the caller's. */
export function createCache(store: CacheStore): Cache {
  const filling = new Map<string, Promise<unknown>>()

  async function read<T>(key: string, seconds: number, fill: () => Promise<T>): Promise<T> {
    const kept = await store.get(key).catch(() => undefined)
    if (kept !== undefined) return JSON.parse(kept) as T
    const value = await fill()
    await store.set(key, JSON.stringify(value), seconds).catch(() => undefined)
    return value
  }

  return {
    remember<T>(key: string, seconds: number, fill: () => Promise<T>): Promise<T> {
      const underway = filling.get(key) as Promise<T> | undefined
      if (underway) return underway
      const started = read(key, seconds, fill).finally(() => filling.delete(key))
      filling.set(key, started)
      return started
    },
    async forget(key) {
      filling.delete(key)
      await store.delete(key).catch(() => undefined)
    },
  }
}
