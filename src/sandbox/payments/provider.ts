import type Stripe from 'stripe'
import type { Database } from '../database.ts'
import type { Objects } from './objects.ts'
import type { WebhookDelivery } from './webhook-delivery.ts'

/** What every act of the payment provider needs at hand. */
export interface Provider {
  database: Database
  objects: Objects
  webhooks: WebhookDelivery
  /** Where the hosted pages are. */
  url: string
  shopUrl: string
  /** The provider's clock, in milliseconds. */
  now: () => number
  /** The API request that is being answered; without id when a person or the clock acts. */
  request: Stripe.Event.Request
}

export const nobodysRequest: Stripe.Event.Request = { id: null, idempotency_key: null }

/** The provider's clock as its API tells time. */
export function nowInSeconds(provider: Provider): number {
  return Math.floor(provider.now() / 1000)
}
