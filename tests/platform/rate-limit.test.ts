import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { config } from '../../src/platform/config.ts'
import { TooMany } from '../../src/platform/errors.ts'
import { createRateLimits, networkOf } from '../../src/platform/rate-limit.ts'
import { connectRedis } from '../../src/platform/redis.ts'

const redis = connectRedis(config.redisUrl!)
afterAll(() => redis.disconnect())
beforeEach(() => redis.flushdb())

const twice = { times: 2, seconds: 60 }

describe.each([
  ['in memory', () => createRateLimits(undefined)],
  ['in Redis', () => createRateLimits(redis)],
])('a limit %s', (_where, limits) => {
  test('lets somebody ask so often and no more, and says how long to wait', async () => {
    const limit = limits()('search', twice)
    await limit('asha')
    await limit('asha')
    const refused = await limit('asha').catch((error) => error)
    expect(refused).toBeInstanceOf(TooMany)
    expect([refused.status, refused.seconds]).toEqual([429, 60])
    await limit('ben')
  })

  test('counts right when all ask at once', async () => {
    const limit = limits()('search', twice)
    const asked = await Promise.allSettled(Array.from({ length: 10 }, () => limit('asha')))
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  })

  test('is one of many, each with its own count', async () => {
    const make = limits()
    await make('one', { times: 1, seconds: 60 })('asha')
    await make('other', { times: 1, seconds: 60 })('asha')
  })
})

test('servers count together in Redis, which does not learn who asks', async () => {
  const [one, other] = [createRateLimits(redis)('sign-in', twice), createRateLimits(redis)('sign-in', twice)]
  await one('asha@example.com')
  await other('asha@example.com')
  await expect(one('asha@example.com')).rejects.toThrow(TooMany)
  expect((await redis.keys('*')).join()).not.toContain('asha')
})

test('while Redis is away a server counts for itself', async () => {
  const gone = connectRedis('redis://127.0.0.1:1')
  const limit = createRateLimits(gone)('sign-in', twice)
  await limit('asha')
  await limit('asha')
  await expect(limit('asha')).rejects.toThrow(TooMany)
  gone.disconnect()
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
  ['2001:db8::6', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s asks from the network %s', (ip, network) => {
  expect(networkOf({ ip })).toBe(network)
})
