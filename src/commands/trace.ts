import { config } from '../platform/config.ts'
import { closeDatabase } from '../platform/database.ts'
import { connectRedis } from '../platform/redis.ts'
import { KEPT_BY_LAW, tracesOf } from './trace/traces-of.ts'

// `npm run trace -- WORD…`: where the database and Redis still hold one of these words, such as somebody's e-mail address,
// name or telephone number. Exits 1 when one is found where the law does not ask for it. Says where, and not what.
const words = process.argv.slice(2)
const redis = config.redisUrl ? connectRedis(config.redisUrl) : undefined
try {
  if (words.length === 0) throw new Error('Which words? npm run trace -- asha@example.com "Asha Rao"')
  const found = await tracesOf(words, redis)
  for (const { place, count } of found) {
    console.log(`${place}: ${count}${KEPT_BY_LAW.includes(place) ? ' (kept by law)' : ''}`)
  }
  if (found.length === 0) console.log('Nothing.')
  process.exitCode = found.every(({ place }) => KEPT_BY_LAW.includes(place)) ? 0 : 1
} finally {
  redis?.disconnect()
  await closeDatabase()
}
