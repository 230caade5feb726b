import type { Redis } from 'ioredis'
import type { CacheStore } from './cache.ts'

/** Keeps copies in Redis, where every instance sees them. */
export function redisCacheStore(redis: Redis, prefix = 'cache:'): CacheStore {
  return {
    async get(key) {
      return (await redis.get(prefix + key)) ?? undefined
    },
    async set(key, value, seconds) {
      await redis.set(prefix + key, value, 'EX', seconds)
    },
    async delete(key) {
      await redis.del(prefix + key)
    },
  }
}
