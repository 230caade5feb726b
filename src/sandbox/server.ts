import { join } from 'node:path'
import { config } from '../platform/config.ts'
import { logger } from '../platform/logger.ts'
import { startSandbox } from './sandbox.ts'

if (config.production) {
  console.error('The sandbox moves no money and keeps every mail: it does not run in production.')
  process.exit(1)
}

const sandbox = await startSandbox({
  ...config.sandbox,
  folder: join(config.dataDir, 'sandbox'),
  shopUrl: config.baseUrl,
  secretKey: config.stripe.secretKey,
  webhookSecret: config.stripe.webhookSecret,
  identity: config.identity,
  modelUrl: `http://127.0.0.1:${config.sandbox.modelPort}`,
})
logger.info({ url: sandbox.url, smtpUrl: sandbox.smtpUrl }, 'The sandbox is open')

process.once('SIGTERM', sandbox.close)
process.once('SIGINT', sandbox.close)
