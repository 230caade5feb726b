import { join } from 'node:path'
import { config } from '../../platform/config.ts'
import { root } from './root.ts'
import type { Secrets } from './secrets.ts'

const STRIPE = 'https://api.stripe.com'

/** The settings that somebody gave; an empty one counts as not given. */
export const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))

const sendsMail = given.SMTP_URL || given.SES_CONFIGURATION_SET

/** The sandbox stands in for the payment provider, the identity provider and the mail server unless all of the real ones are named. */
export const needsSandbox = !(given.STRIPE_SECRET_KEY && sendsMail && given.OIDC_ISSUER)

/** The model is served as SageMaker does when it is asked for by this name, and the sandbox is there. */
export const servesModel = needsSandbox && given.SAGEMAKER_ENDPOINT === 'sandbox'

/** The environment of every process of the shop: what was given, and a default for the rest. */
export function environmentFor(databaseUrl: string, secrets: Secrets): NodeJS.ProcessEnv {
  const payment = given.STRIPE_SECRET_KEY
    ? { STRIPE_API_BASE: STRIPE }
    : { STRIPE_WEBHOOK_SECRET: secrets.stripeWebhookSecret }
  const accounts = given.OIDC_ISSUER ? {} : sandboxAccounts(config.sandbox.port)
  const model = servesModel && {
    AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME: `http://127.0.0.1:${config.sandbox.port}`,
  }
  return {
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled'),
    SESSION_SECRET: secrets.sessionSecret,
    ...payment,
    ...accounts,
    ...model,
    ...given,
    DATA_DIR: config.dataDir,
    DATABASE_URL: databaseUrl,
  }
}

/** Where Amazon's SDK finds the sandbox instead of a user pool. Who has a bucket at Amazon is somebody there already. */
function sandboxAccounts(port: number): NodeJS.ProcessEnv {
  const somebody = {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'sandbox',
    AWS_SECRET_ACCESS_KEY: 'sandbox',
  }
  return {
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: `http://127.0.0.1:${port}`,
    ...(!given.MEDIA_BUCKET && somebody),
  }
}
