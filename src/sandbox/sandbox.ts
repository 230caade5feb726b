import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { RequestHandler } from 'express'
import { logger } from '../platform/logger.ts'
import { sandboxApp } from './app.ts'
import { openDatabase } from './database.ts'
import { openIdentity } from './identity/identity.ts'
import type { ClientSettings } from './identity/provider.ts'
import { startMailServer } from './mail/mail-server.ts'
import { openOutbox } from './mail/outbox.ts'
import { lapseCheckoutSessions } from './payments/checkout-sessions.ts'
import { keepObjects } from './payments/objects.ts'
import { nobodysRequest, type Provider } from './payments/provider.ts'
import { deliverWebhooks, type WebhookDelivery } from './payments/webhook-delivery.ts'

export interface SandboxOptions {
  /** To whom the pages are open; this machine alone by itself. */
  host?: string
  /** Of the pages and the payment API; 0 takes any free one. */
  port: number
  /** Of the mail server; 0 takes any free one. */
  smtpPort: number
  /** Where everything is kept. */
  folder: string
  /** The shop; webhooks go to `/webhooks/stripe` there. */
  shopUrl: string
  secretKey: string
  webhookSecret: string
  /** Who the shop is to the identity provider. */
  identity: ClientSettings
  /** Where the container of the model answers, if there is one. */
  modelUrl?: string
  /** The clock of the providers in milliseconds; tests may move it. */
  now?: () => number
}

export interface Sandbox {
  /** Where the pages and the payment API are; also the issuer of who signs in. */
  url: string
  smtpUrl: string
  webhooks: Pick<WebhookDelivery, 'pause' | 'resume' | 'deliverAgain'>
  close(): Promise<void>
}

const BEAT = 500

/**
 * Starts the stand-ins for the payment provider, the identity provider and the mail server, on loopback only unless a host is named.
 * @throws when a port is taken.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { folder, shopUrl, secretKey, webhookSecret, now = Date.now } = options
  const { modelUrl = 'http://127.0.0.1:9' } = options
  const database = openDatabase(folder)
  const objects = keepObjects(database)
  const outbox = openOutbox(database, join(folder, 'outbox'), now)
  const endpoint = `${shopUrl}/webhooks/stripe`
  const webhooks = deliverWebhooks({ database, objects, endpoint, secret: webhookSecret, now, logger })
  const provider: Provider = { database, objects, webhooks, url: '', shopUrl, now, request: nobodysRequest }

  const identity = comingLater()
  const server = sandboxApp({
    provider,
    outbox,
    identity: identity.handler,
    secretKey,
    modelUrl,
    logger,
  }).listen(options.port, options.host ?? '127.0.0.1')
  await once(server, 'listening')
  provider.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const mailServer = await startMailServer(outbox, options.smtpPort, logger).catch(async (error) => {
    await closeServer(server)
    throw error
  })
  const { url: issuer } = provider
  const smtpUrl = () => mailServer.url
  identity.arrives(
    await openIdentity({ database, client: options.identity, shopUrl, issuer, smtpUrl, now, logger }),
  )

  const clockwork = setInterval(() => {
    lapseCheckoutSessions(provider)
    webhooks.deliverDue()
  }, BEAT)

  return {
    url: provider.url,
    smtpUrl: mailServer.url,
    webhooks,
    async close() {
      clearInterval(clockwork)
      await Promise.all([closeServer(server), mailServer.close(), webhooks.close()])
      database.close()
    },
  }
}

/** What can only be made once the address is known; until then whoever asks is told to come again. */
function comingLater() {
  let arrived: RequestHandler = (_req, res) => void res.status(503).end()
  const handler: RequestHandler = (req, res, next) => arrived(req, res, next)
  return {
    handler,
    arrives: (late: RequestHandler) => {
      arrived = late
    },
  }
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  const impatience = setTimeout(() => server.closeAllConnections(), 2000)
  await closed
  clearTimeout(impatience)
}
