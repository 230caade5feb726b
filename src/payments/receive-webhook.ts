import { z } from 'zod'
import { config } from '../platform/config.ts'
import { row, rows, transaction } from '../platform/database.ts'
import { HttpError } from '../platform/errors.ts'
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

/** A kept event, to work on it. */
export async function takeWebhook(eventId: string): Promise<Stripe.Event> {
  const kept = await row<{ body: string }>(
    'select body from payments.webhook_events where event_id = $eventId',
    {
      eventId,
    },
  )
  if (!kept) throw new Error(`There is no event ${eventId}`)
  return JSON.parse(kept.body)
}

/** The event needs no more work. */
export async function webhookHandled(eventId: string): Promise<void> {
  await rows(
    `update payments.webhook_events set handled_at = now(), outcome = 'recorded' where event_id = $eventId`,
    { eventId },
  )
}

function readSigned(stripe: Stripe, body: Buffer, signature: string) {
  try {
    return envelope.parse(stripe.webhooks.constructEvent(body, signature, config.stripe.webhookSecret))
  } catch (cause) {
    throw new HttpError(400, 'This is no event that the provider has signed', { cause })
  }
}
