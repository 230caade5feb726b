import { resolve } from 'node:path'
import { z } from 'zod'

const port = z.coerce.number().int().min(1).max(65_000)

/** A setting that has a developer's default but must be given when `NODE_ENV=production`. */
const requiredInProduction = (developerDefault: string) =>
  process.env.NODE_ENV === 'production' ? z.string().min(1) : z.string().min(1).default(developerDefault)

const optional = z.string().min(1).optional()

/** Every setting of the shop, by the name it has in the environment. Nothing else reads the environment. */
export const settings = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: port.default(3000),
  BASE_URL: requiredInProduction(`http://localhost:${process.env.PORT || 3000}`).pipe(z.url()),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: requiredInProduction('postgres://postgres:postgres@127.0.0.1:3003/purveyor'),
  DATABASE_CA: optional,
  DATABASE_SECRET_ARN: optional,
  REDIS_URL: optional,
  SESSION_SECRET: requiredInProduction('a developer needs no secret of this length').pipe(z.string().min(32)),
  TRUST_PROXY: z.coerce.number().int().min(0).default(0),
  OIDC_ISSUER: requiredInProduction(`http://127.0.0.1:${Number(process.env.PORT || 3000) + 1}`).pipe(z.url()),
  OIDC_CLIENT_ID: requiredInProduction('purveyor'),
  OIDC_CLIENT_SECRET: requiredInProduction('of the sandbox'),
  OIDC_LOGOUT_URL: z.url().optional(),
  COGNITO_USER_POOL_ID: optional,
  OIDC_ROLES_CLAIM: z.string().min(1).default('cognito:groups'),
  STRIPE_SECRET_KEY: requiredInProduction('sk_test_sandbox'),
  STRIPE_WEBHOOK_SECRET: requiredInProduction('whsec_sandbox'),
  STRIPE_API_BASE: z.url().optional(),
  PAYMENT_CAPTURE: z.enum(['at-once', 'at-dispatch']).default('at-once'),
  MEDIA_BUCKET: optional,
  AWS_ENDPOINT_URL_S3: z.url().optional(),
  MEDIA_BASE_URL: optional,
  MAIL_FROM: requiredInProduction('Purveyor <shop@purveyor.example>'),
  SES_CONFIGURATION_SET: optional,
  LETTERS_SENT_BY: z.enum(['worker', 'topic']).default('worker'),
  MAIL_FEEDBACK_QUEUE_URL: z.url().optional(),
  SMTP_URL: (process.env.SES_CONFIGURATION_SET
    ? z.string().default('smtp://127.0.0.1')
    : requiredInProduction(`smtp://127.0.0.1:${Number(process.env.PORT || 3000) + 2}`)
  ).pipe(z.url()),
  EVENTS_TOPIC_ARN: z
    .string()
    .regex(/^arn:[\w-]+:sns:/, 'not the ARN of a topic')
    .optional(),
  SAGEMAKER_ENDPOINT: optional,
  METRICS_LOG_GROUP: optional,
  METRICS_ADDRESS: z.url({ protocol: /^udp$/ }).default('udp://127.0.0.1:25888'),
  SANDBOX_HOST: z.string().min(1).default('127.0.0.1'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

export const config = readSettings(process.env)

export type Config = typeof config

/**
 * Reads and checks the settings.
 * @throws Error that names each wrong or missing setting in one line each.
 */
export function readSettings(environment: NodeJS.ProcessEnv) {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = settings.safeParse(given)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`These settings are missing or wrong:\n${faults.join('\n')}`)
  }
  const value = parsed.data
  const dataDir = resolve(value.DATA_DIR)
  return deepFreeze({
    production: value.NODE_ENV === 'production',
    port: value.PORT,
    baseUrl: value.BASE_URL.replace(/\/$/, ''),
    dataDir,
    databaseUrl: value.DATABASE_URL,
    databaseCa: value.DATABASE_CA,
    databaseSecret: value.DATABASE_SECRET_ARN,
    redisUrl: value.REDIS_URL,
    sessionSecret: value.SESSION_SECRET,
    trustProxy: value.TRUST_PROXY,
    logLevel: value.LOG_LEVEL,
    identity: {
      issuer: value.OIDC_ISSUER.replace(/\/$/, ''),
      clientId: value.OIDC_CLIENT_ID,
      clientSecret: value.OIDC_CLIENT_SECRET,
      logoutUrl: value.OIDC_LOGOUT_URL ?? (given.OIDC_ISSUER ? undefined : `${value.OIDC_ISSUER}/logout`),
      /** Where the shop may change accounts; the sandbox takes any name. */
      userPool: value.COGNITO_USER_POOL_ID ?? (given.OIDC_ISSUER ? undefined : 'sandbox'),
      rolesClaim: value.OIDC_ROLES_CLAIM,
    },
    stripe: {
      secretKey: value.STRIPE_SECRET_KEY,
      webhookSecret: value.STRIPE_WEBHOOK_SECRET,
      apiBase:
        value.STRIPE_API_BASE ??
        (value.NODE_ENV === 'production' ? undefined : `http://127.0.0.1:${value.PORT + 1}`),
    },
    payments: { capture: value.PAYMENT_CAPTURE },
    mail: {
      from: value.MAIL_FROM,
      smtpUrl: value.SMTP_URL,
      configurationSet: value.SES_CONFIGURATION_SET,
      sentBy: value.LETTERS_SENT_BY,
      feedbackQueue: value.MAIL_FEEDBACK_QUEUE_URL,
    },
    events: { topic: value.EVENTS_TOPIC_ARN },
    media: {
      folder: resolve(dataDir, 'media'),
      bucket: value.MEDIA_BUCKET,
      pathStyle: value.AWS_ENDPOINT_URL_S3 !== undefined,
      baseUrl: value.MEDIA_BASE_URL,
    },
    recommendations: { endpoint: value.SAGEMAKER_ENDPOINT },
    metrics: { logGroup: value.METRICS_LOG_GROUP, address: value.METRICS_ADDRESS },
    sandbox: {
      host: value.SANDBOX_HOST,
      port: value.PORT + 1,
      smtpPort: value.PORT + 2,
      modelPort: value.PORT + 4,
    },
  })
}

function deepFreeze<T extends object>(value: T): Readonly<T> {
  for (const nested of Object.values(value)) if (nested && typeof nested === 'object') deepFreeze(nested)
  return Object.freeze(value)
}
