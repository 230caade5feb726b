import { z } from 'zod'
import { takeSettings } from './take-settings.ts'

await takeSettings()
const { lettersOfOrders } = await import('../letters.ts')
const { connectMailer } = await import('../notifications/index.ts')
const { logger } = await import('../platform/logger.ts')
const { openRecommender } = await import('../recommendations/index.ts')

const letters = lettersOfOrders(connectMailer(), openRecommender())

/** Messages of the topic of events, as its queue hands them over. */
const batch = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) })
const happened = z.looseObject({ event: z.string(), key: z.string() })

/**
 * Sends the letters that follow what has happened to orders: each once, told again later or not. A message that could
 * not be dealt with is named, so that the queue keeps that one alone.
 */
export async function handler(event: unknown) {
  const batchItemFailures: { itemIdentifier: string }[] = []
  for (const { messageId, body } of batch.parse(event).Records) {
    try {
      const { event: name, key, ...payload } = happened.parse(JSON.parse(body))
      for (const job of Object.values(letters[name] ?? {})) await job(payload as never, key)
    } catch (error) {
      logger.error({ err: error, message: messageId }, 'a letter was not sent')
      batchItemFailures.push({ itemIdentifier: messageId })
    }
  }
  return { batchItemFailures }
}
