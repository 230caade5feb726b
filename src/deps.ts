import { connectAccounts } from './identity/index.ts'
import { openMediaStore } from './media/index.ts'
import { connectMailer } from './notifications/index.ts'
import { connectStripe } from './payments/index.ts'
import { createCache } from './platform/cache.ts'
import { memoryCacheStore } from './platform/cache-in-memory.ts'
import { redisCacheStore } from './platform/cache-in-redis.ts'
import { config } from './platform/config.ts'
import { closeDatabase } from './platform/database.ts'
import { createRateLimits } from './platform/rate-limit.ts'
import { connectRedis } from './platform/redis.ts'
import { createSessionStore } from './platform/sessions.ts'
import { openRecommender, openRecorder } from './recommendations/index.ts'

export type Deps = ReturnType<typeof createDeps>

/** What the shop reaches outside itself, chosen by the settings. */
export function createDeps() {
  const redis = config.redisUrl ? connectRedis(config.redisUrl) : undefined
  const sessions = createSessionStore(redis)
  const recorder = openRecorder()
  const recommender = openRecommender()
  return {
    redis,
    cache: createCache(redis ? redisCacheStore(redis) : memoryCacheStore()),
    sessionStore: sessions.store,
    media: openMediaStore(),
    limits: createRateLimits(redis),
    stripe: connectStripe(),
    accounts: connectAccounts(),
    mailer: connectMailer(),
    recorder,
    recommender,
    close: async () => {
      await recommender.close()
      await recorder.close()
      await sessions.close()
      redis?.disconnect()
      await closeDatabase()
    },
  }
}
