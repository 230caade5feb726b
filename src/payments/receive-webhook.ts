import { z } from 'zod'
import { config } from '../platform/config.ts'
import { rows, transaction } from '../platform/database.ts'
import { HttpError } from '../platform/errors.ts'
import { logger } from '../platform/logger.ts'
import { publish } from '../platform/queue.ts'
import type { Stripe } from './stripe.ts'

const envelope = z.object({
  id: z.string().min(1).max(255),
  type: z.string().min(1).max(255),
  data: z.object({ object: z.looseObject({}) }),
})

/**
 * Keeps a provider's event as it came, with a job to work on it; an event that is here already is one event.
 * @throws HttpError 400 for an event that is forged, too old, or no event.
 */
export async function receiveWebhook(stripe: Stripe, body: Buffer, signature: string): Promise<void> {
  const { id, type } = readSigned(stripe, body, signature)
  await transaction(async (tx) => {
    const kept = await rows(
      `insert into payments.webhook_events (event_id, type, body) values ($id, $type, $body)
       on conflict (event_id) do nothing returning event_id`,
      { id, type, body: body.toString('utf8') },
      tx,
    )
    if (kept.length === 1) await publish(tx, 'payment.reported', { eventId: id })
  })
}

function readSigned(stripe: Stripe, body: Buffer, signature: string) {
  try {
    return envelope.parse(stripe.webhooks.constructEvent(body, signature, config.stripe.webhookSecret))
  } catch (cause) {
    logger.warn({ fault: (cause as Error).message.split('\n')[0] }, 'webhook refused')
    throw new HttpError(400, 'This is no event that the provider has signed', { cause })
  }
}
