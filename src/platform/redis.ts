import { Redis } from 'ioredis'
import { logger } from './logger.ts'

/** A connection to Redis that gives up on a command after a second instead of holding a page open. */
export function connectRedis(url: string): Redis {
  const redis = new Redis(url, {
    connectTimeout: 1_000,
    commandTimeout: 1_000,
    maxRetriesPerRequest: 1,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2_000),
    reconnectOnError: (error) => error.message.startsWith('READONLY'),
  })
  redis.on('error', (error) => logger.warn({ fault: error.message }, 'redis'))
  return redis
}
