import { config } from '../platform/config.ts'
import { row, rows } from '../platform/database.ts'
import { logger } from '../platform/logger.ts'
import type { Stripe } from './stripe.ts'

/** What became of an event of the provider: a reason why it was set aside, for staff to look at. */
export type WebhookOutcome =
  | { outcome: 'recorded' | 'ignored' }
  | { outcome: 'quarantined'; reason: string }
  /** What it speaks of is not here; it may be a moment early. */
  | { outcome: 'early'; reason: string }

/** How long an event waits for what it speaks of: four tries of its job fit in, and it is not left unread for long. */
const PATIENCE = '80 seconds'

/**
 * Has a kept event recorded, and keeps what became of it. `record` may be asked any number of times; it is told
 * whether what the event speaks of may still be on its way.
 * @throws while that is so: the queue brings the event again.
 */
export async function handleWebhook(
  eventId: string,
  record: (event: Stripe.Event, mayBeEarly: boolean) => Promise<WebhookOutcome>,
): Promise<void> {
  const { event, isHandled, isFresh } = await takeWebhook(eventId)
  if (isHandled) return
  const foreign = foreignnessOf(event)
  const settled = foreign
    ? { outcome: 'quarantined' as const, reason: foreign }
    : await record(event, isFresh)
  if (settled.outcome === 'early' && isFresh)
    throw new Error(`${event.id} speaks of what is not here: ${settled.reason}`)
  await settleWebhook(eventId, settled)
}

interface KeptEvent {
  event: Stripe.Event
  isHandled: boolean
  isFresh: boolean
}

async function takeWebhook(eventId: string): Promise<KeptEvent> {
  const kept = await row<Omit<KeptEvent, 'event'> & { body: string }>(
    `select body, handled_at is not null as "isHandled", received_at > now() - $patience::interval as "isFresh"
     from payments.webhook_events where event_id = $eventId`,
    { eventId, patience: PATIENCE },
  )
  if (!kept) throw new Error(`There is no event ${eventId}`)
  const { body, ...state } = kept
  return { ...state, event: JSON.parse(body) }
}

/** Why an event is none about this shop, though the provider has signed it; undefined for one that is. */
function foreignnessOf(event: Stripe.Event): 'other_account' | 'other_mode' | undefined {
  if (event.account) return 'other_account'
  return event.livemode === /^[rs]k_live_/.test(config.stripe.secretKey) ? undefined : 'other_mode'
}

/** The event needs no more work; one that was set aside is told of. */
async function settleWebhook(eventId: string, settled: WebhookOutcome): Promise<void> {
  const outcome = settled.outcome === 'early' ? 'quarantined' : settled.outcome
  const reason = 'reason' in settled ? settled.reason : null
  const first = await rows(
    `update payments.webhook_events set handled_at = now(), outcome = $outcome, reason = $reason
     where event_id = $eventId and handled_at is null returning event_id`,
    { eventId, outcome, reason },
  )
  if (first.length === 1 && reason) logger.error({ event: eventId, reason }, 'webhook quarantined')
}
