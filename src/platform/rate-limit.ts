import { createHash } from 'node:crypto'
import type { Request } from 'express'
import type { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { TooMany } from './errors.ts'

/** How often somebody may ask, counted from their first time. */
export interface Allowance {
  times: number
  seconds: number
}

/**
 * Counts one more time for whoever asks.
 * @throws TooMany, which is answered with 429 and how long to wait.
 */
export type RateLimit = (who: string) => Promise<void>

/** Makes a limit under a name of its own. */
export type RateLimits = (name: string, allowance: Allowance) => RateLimit

/** Limits that all servers share over Redis; without it, or while it is silent, each server counts for itself. */
export function createRateLimits(redis: Redis | undefined): RateLimits {
  return (name, { times: points, seconds: duration }) => {
    const allowance = { points, duration, keyPrefix: `limit:${name}` }
    const inMemory = new RateLimiterMemory(allowance)
    const limiter = redis
      ? new RateLimiterRedis({
          ...allowance,
          storeClient: redis,
          insuranceLimiter: inMemory,
          rejectIfRedisNotReady: true,
        })
      : inMemory
    return async (who) => {
      await limiter.consume(keyOf(who)).catch((refusal) => {
        throw refusal instanceof RateLimiterRes ? new TooMany(refusal.msBeforeNext / 1_000) : refusal
      })
    }
  }
}

/** Where a request comes from. Who has one IPv6 address has a whole network of them, which counts as one. */
export function networkOf({ ip = '' }: Pick<Request, 'ip'>): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)
  if (mapped) return mapped[1]!
  if (!ip.includes(':')) return ip
  const [front = '', back] = ip.split('::')
  const groups = front.split(':').filter(Boolean)
  const after = back?.split(':').filter(Boolean) ?? []
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => '0')
  return `${[...groups, ...(back === undefined ? [] : zeros), ...after].slice(0, 4).join(':')}::/64`
}

/** People's addresses are not to be read where limits are kept. */
function keyOf(who: string): string {
  return createHash('sha256').update(who).digest('base64url')
}
