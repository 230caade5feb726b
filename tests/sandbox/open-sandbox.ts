import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import Stripe from 'stripe'
import { startSandbox } from '../../src/sandbox/sandbox.ts'

export const secretKey = 'sk_test_of_the_tests'
export const webhookSecret = 'whsec_of_the_tests'

interface Webhook {
  signature: string
  body: Buffer
  event: Stripe.Event
}

/** A sandbox of its own folder and ports, a listening shop, and the provider's real client. */
export async function openSandbox() {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-'))
  const shop = await openShop()
  let ahead = 0
  const start = () =>
    startSandbox({
      port: 0,
      smtpPort: 0,
      folder,
      shopUrl: shop.url,
      secretKey,
      webhookSecret,
      identity: { clientId: 'purveyor', clientSecret: 'of the tests' },
      now: () => Date.now() + ahead,
    })
  let sandbox = await start()
  return {
    folder,
    shop,
    get sandbox() {
      return sandbox
    },
    get stripe() {
      return clientOf(sandbox.url)
    },
    passTime(milliseconds: number) {
      ahead += milliseconds
    },
    async restart() {
      await sandbox.close()
      sandbox = await start()
    },
    async close() {
      await sandbox.close()
      await shop.close()
      await rm(folder, { recursive: true })
    },
  }
}

export function clientOf(url: string, key = secretKey): Stripe {
  const { hostname, port } = new URL(url)
  return new Stripe(key, { host: hostname, port, protocol: 'http', telemetry: false, maxNetworkRetries: 0 })
}

/** What a mug for 24.00 EUR, bought twice, asks of the provider. */
export const twoMugs: Stripe.Checkout.SessionCreateParams = {
  mode: 'payment',
  line_items: [
    { quantity: 2, price_data: { currency: 'eur', unit_amount: 2400, product_data: { name: 'Oat mug' } } },
  ],
  client_reference_id: 'W-1001',
  payment_intent_data: { description: 'Order W-1001' },
  customer_email: 'asha@example.com',
  success_url: 'http://localhost:3000/checkout/return?session={CHECKOUT_SESSION_ID}',
  cancel_url: 'http://localhost:3000/orders/W-1001',
}

export const goodCard = { cardNumber: '4242 4242 4242 4242', expiry: '12/34', cvc: '123', name: 'Asha Rao' }

/** Sends a form as a browser without script does, and stays where the answer is. */
export function post(address: string | null, fields: Record<string, string>): Promise<Response> {
  return fetch(String(address), { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
}

async function openShop() {
  const webhooks: Webhook[] = []
  const statuses: number[] = []
  const waiting = new Set<() => void>()
  const server: Server = createServer(async (req, res) => {
    const body = await buffer(req)
    const signature = String(req.headers['stripe-signature'])
    webhooks.push({ signature, body, event: JSON.parse(body.toString()) })
    res.writeHead(statuses.shift() ?? 200).end()
    for (const look of waiting) look()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    webhooks,
    /** The shop answers the next webhooks with these, then 200 again. */
    answersWith: (...next: number[]) => void statuses.push(...next),
    /** Settles when as many webhooks of this type have come. */
    hears(type: string, times = 1): Promise<Webhook[]> {
      const heard = () => webhooks.filter(({ event }) => event.type === type)
      return new Promise((resolve) => {
        const look = () => {
          if (heard().length < times) return
          waiting.delete(look)
          resolve(heard())
        }
        waiting.add(look)
        look()
      })
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
