import { Stripe } from 'stripe'
import { config } from '../platform/config.ts'

export type { Stripe } from 'stripe'

const PATIENCE_MS = 8_000

/** The payment provider. It answers in time or not at all; a call is tried twice more under its idempotency key. */
export function connectStripe(): Stripe {
  const base = config.stripe.apiBase ? new URL(config.stripe.apiBase) : undefined
  return new Stripe(config.stripe.secretKey, {
    timeout: PATIENCE_MS,
    maxNetworkRetries: 2,
    telemetry: false,
    ...(base && {
      host: base.hostname,
      port: base.port || (base.protocol === 'https:' ? 443 : 80),
      protocol: base.protocol === 'https:' ? 'https' : 'http',
    }),
  })
}
