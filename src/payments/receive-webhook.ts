import { config } from '../platform/config.ts'
import { row, rows, transaction } from '../platform/database.ts'
import { enqueue } from '../platform/queue.ts'
import type { Stripe } from './stripe.ts'

/**
 * Keeps a provider's event as it came, with a job to work on it; an event that is here already is one event.
 * @throws the provider's signature error for an event that is forged or too old.
 */
export async function receiveWebhook(stripe: Stripe, body: Buffer, signature: string): Promise<void> {
  const event = stripe.webhooks.constructEvent(body, signature, config.stripe.webhookSecret)
  await transaction(async (tx) => {
    const kept = await rows(
      `insert into payments.webhook_events (event_id, type, body) values ($id, $type, $body)
       on conflict (event_id) do nothing returning event_id`,
      { id: event.id, type: event.type, body: body.toString('utf8') },
      tx,
    )
    if (kept.length === 1) await enqueue(tx, 'payment.reported', { eventId: event.id })
  })
}

/** A kept event, to work on it. */
export async function takeWebhook(eventId: string): Promise<Stripe.Event> {
  const kept = await row<{ body: Stripe.Event }>(
    'select body from payments.webhook_events where event_id = $eventId',
    { eventId },
  )
  if (!kept) throw new Error(`There is no event ${eventId}`)
  return kept.body
}

/** The event needs no more work. */
export async function webhookHandled(eventId: string): Promise<void> {
  await rows('update payments.webhook_events set handled_at = now() where event_id = $eventId', { eventId })
}
