import { join } from 'node:path'
import { config } from '../../platform/config.ts'
import { root } from './root.ts'
import type { Secrets } from './secrets.ts'

const STRIPE = 'https://api.stripe.com'

/** The settings that somebody gave; an empty one counts as not given. */
export const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))

/** The sandbox stands in for the payment provider and the mail server unless both real ones are named. */
export const needsSandbox = !(given.STRIPE_SECRET_KEY && given.SMTP_URL)

/** The environment of every process of the shop: what was given, and a default for the rest. */
export function environmentFor(databaseUrl: string, secrets: Secrets): NodeJS.ProcessEnv {
  const payment = given.STRIPE_SECRET_KEY
    ? { STRIPE_API_BASE: STRIPE }
    : { STRIPE_WEBHOOK_SECRET: secrets.stripeWebhookSecret }
  return {
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled'),
    SESSION_SECRET: secrets.sessionSecret,
    ...payment,
    ...given,
    DATA_DIR: config.dataDir,
    DATABASE_URL: databaseUrl,
  }
}
