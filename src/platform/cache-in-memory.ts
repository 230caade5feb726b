import { LRUCache } from 'lru-cache'
import type { CacheStore } from './cache.ts'

/** Keeps copies in this process: the newest few thousand of them. */
export function memoryCacheStore(): CacheStore {
  const kept = new LRUCache<string, string>({ max: 5_000 })
  return {
    async get(key) {
      return kept.get(key)
    },
    async set(key, value, seconds) {
      kept.set(key, value, { ttl: seconds * 1_000 })
    },
    async delete(key) {
      kept.delete(key)
    },
  }
}
