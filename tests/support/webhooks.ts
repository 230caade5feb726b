import { Stripe } from 'stripe'
import { recordWebhook } from '../../src/orders/index.ts'
import { connectStripe } from '../../src/payments/index.ts'
import { config } from '../../src/platform/config.ts'
import { row, rows } from '../../src/platform/database.ts'

const stripe = connectStripe()
let count = 0

interface Order {
  id: number
  number?: string
  total: number
}

/** An event as the provider writes it, about a payment page on which this order was paid. */
export function pagePaid(order: Order, changed: Partial<Stripe.Checkout.Session> = {}, envelope = {}) {
  return eventOf(
    'checkout.session.completed',
    {
      id: `cs_test_${order.id}`,
      object: 'checkout.session',
      client_reference_id: String(order.id),
      payment_status: 'paid',
      status: 'complete',
      amount_total: order.total,
      currency: 'eur',
      payment_intent: `pi_${order.id}`,
      ...changed,
    },
    envelope,
  )
}

/** An event of any type, with an id of its own. */
export function eventOf(type: string, object: object, envelope = {}) {
  return {
    id: `evt_test_${++count}`,
    object: 'event',
    api_version: Stripe.API_VERSION,
    created: Math.floor(Date.now() / 1_000),
    livemode: false,
    type,
    data: { object },
    ...envelope,
  }
}

/** The body of a webhook and its signature, as the provider's own code makes it. */
export function signed(
  event: object | string,
  { secret = config.stripe.webhookSecret, secondsAgo = 0 } = {},
) {
  const payload = typeof event === 'string' ? event : JSON.stringify(event)
  const timestamp = Math.floor(Date.now() / 1_000) - secondsAgo
  return { payload, signature: Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp }) }
}

/** Brings a webhook to a shop. @returns its status. */
export async function deliver(url: string, { payload, signature }: ReturnType<typeof signed>) {
  const answer = await fetch(`${url}/webhooks/stripe`, {
    method: 'POST',
    headers: { 'stripe-signature': signature, 'content-type': 'application/json' },
    body: payload,
  })
  await answer.body?.cancel()
  return answer.status
}

/** Works on every event that has come, as the worker does. @returns those that are to be tried again. */
export async function worksOnReports(): Promise<string[]> {
  const waiting = await rows<{ id: string }>(
    'select event_id as id from payments.webhook_events where handled_at is null order by received_at, event_id',
  )
  const again: string[] = []
  for (const { id } of waiting) await recordWebhook(stripe, { eventId: id }).catch(() => again.push(id))
  return again
}

/** What became of an event. */
export function fateOf(event: { id: string }) {
  return row<{ outcome: string; reason: string | null }>(
    'select outcome, reason from payments.webhook_events where event_id = $id',
    { id: event.id },
  )
}
