import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { type CacheStore, createCache } from '../../src/platform/cache.ts'
import { memoryCacheStore } from '../../src/platform/cache-in-memory.ts'
import { redisCacheStore } from '../../src/platform/cache-in-redis.ts'
import { config } from '../../src/platform/config.ts'
import { connectRedis } from '../../src/platform/redis.ts'
import { until } from '../support/running-shop.ts'

const redis = connectRedis(config.redisUrl!)
afterAll(() => redis.disconnect())
beforeEach(() => redis.flushdb())

/** A value to fill in, which counts how often it was asked for. */
function filling<T>(value: T) {
  const fill = async () => {
    fill.times++
    return value
  }
  fill.times = 0
  return fill
}

describe.each<{ driver: string; store: () => CacheStore }>([
  { driver: 'memory', store: memoryCacheStore },
  { driver: 'Redis', store: () => redisCacheStore(redis) },
])('a cache in $driver', ({ store }) => {
  test('fills once and remembers', async () => {
    const cache = createCache(store())
    const fill = filling({ name: 'Küche', children: [1, null], none: {} })
    const first = await cache.remember('navigation', 60, fill)
    expect(await cache.remember('navigation', 60, fill)).toEqual(first)
    expect(fill.times).toBe(1)
  })

  test('gives back whatever was put in', async () => {
    const cache = createCache(store())
    await fc.assert(
      fc.asyncProperty(fc.uuid(), fc.jsonValue({ noUnicodeString: false }), async (key, value) => {
        await cache.remember(key, 60, async () => value)
        const kept = await cache.remember(key, 60, async () => 'lost')
        expect(kept).toEqual(JSON.parse(JSON.stringify(value)))
      }),
      { numRuns: 50 },
    )
  })

  test('keeps keys apart', async () => {
    const cache = createCache(store())
    await cache.remember('a', 60, async () => 1)
    expect(await cache.remember('b', 60, async () => 2)).toBe(2)
  })

  test('asks once for all who ask at the same time', async () => {
    const cache = createCache(store())
    const fill = filling('once')
    const answers = await Promise.all(Array.from({ length: 20 }, () => cache.remember('key', 60, fill)))
    expect(new Set(answers)).toEqual(new Set(['once']))
    expect(fill.times).toBe(1)
  })

  test('shares a failure with those who wait, and keeps it for nobody', async () => {
    const cache = createCache(store())
    const fail = async () => Promise.reject(new Error('no database'))
    const answers = await Promise.allSettled([
      cache.remember('key', 60, fail),
      cache.remember('key', 60, fail),
    ])
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await cache.remember('key', 60, async () => 'well')).toBe('well')
  })

  test('forgets when it is told to', async () => {
    const cache = createCache(store())
    const fill = filling('value')
    await cache.remember('key', 60, fill)
    await cache.forget('key')
    await cache.remember('key', 60, fill)
    expect(fill.times).toBe(2)
  })

  test('does not keep what was being read while it was told to forget', async () => {
    const cache = createCache(store())
    const { promise: oldRead, resolve: answer } = Promise.withResolvers<string>()
    const reading = cache.remember('key', 60, () => oldRead)
    await cache.forget('key')
    answer('old')
    expect(await reading).toBe('old')
    expect(await cache.remember('key', 60, async () => 'new')).toBe('new')
    expect(await cache.remember('key', 60, async () => 'newer')).toBe('new')
  })

  test('forgets by itself when the time is over', async () => {
    const cache = createCache(store())
    await cache.remember('key', 1, async () => 'old')
    expect(await cache.remember('key', 1, async () => 'new')).toBe('old')
    await until(
      'the old value is gone',
      async () => (await cache.remember('key', 1, async () => 'new')) === 'new',
    )
  })
})

describe('a cache whose store is broken', () => {
  const broken: CacheStore = {
    get: async () => Promise.reject(new Error('broken')),
    set: async () => Promise.reject(new Error('broken')),
    delete: async () => Promise.reject(new Error('broken')),
  }

  test('reads as empty', async () => {
    const cache = createCache(broken)
    const fill = filling('value')
    expect(await cache.remember('key', 60, fill)).toBe('value')
    expect(await cache.remember('key', 60, fill)).toBe('value')
    expect(fill.times).toBe(2)
    await cache.forget('key')
  })

  test('does not let anybody wait for a store that is silent', async () => {
    const forever = new Promise<never>(() => {})
    const cache = createCache({ get: () => forever, set: () => forever, delete: () => forever })
    const begun = performance.now()
    expect(await cache.remember('key', 60, async () => 'value')).toBe('value')
    expect(performance.now() - begun).toBeLessThan(1_000)
  })

  test('fills anew over what is no value of ours', async () => {
    const store = memoryCacheStore()
    await store.set('key', '{"half', 60)
    expect(await createCache(store).remember('key', 60, async () => 'whole')).toBe('whole')
    expect(await createCache(store).remember('key', 60, async () => 'other')).toBe('whole')
  })
})
