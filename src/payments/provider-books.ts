import type { Books, Entry } from './books.ts'
import { refundStateOf } from './record-refund.ts'
import type { Stripe } from './stripe.ts'

/** What the provider knows of payments and refunds that began between two times, read page by page. */
export async function providerBooks(stripe: Stripe, since: Date, until: Date): Promise<Books> {
  const created = { gte: Math.floor(since.getTime() / 1_000), lt: Math.floor(until.getTime() / 1_000) }
  const books: Books = { payments: new Map(), refunds: new Map() }
  for await (const intent of stripe.paymentIntents.list({ created, limit: 100 })) {
    const entry = paymentEntry(intent)
    if (entry) books.payments.set(intent.id, entry)
  }
  for await (const refund of stripe.refunds.list({ created, limit: 100 }))
    books.refunds.set(refund.id, refundEntry(refund))
  return books
}

/** One payment, whenever it began; undefined when there is none or it came to nothing. */
export async function providerPayment(stripe: Stripe, reference: string): Promise<Entry | undefined> {
  const intent = await unlessMissing(stripe.paymentIntents.retrieve(reference))
  return intent && paymentEntry(intent)
}

/** One refund, whenever it was made. */
export async function providerRefund(stripe: Stripe, reference: string): Promise<Entry | undefined> {
  const refund = await unlessMissing(stripe.refunds.retrieve(reference))
  return refund && refundEntry(refund)
}

function paymentEntry(intent: Stripe.PaymentIntent): Entry | undefined {
  const states = { succeeded: 'captured', requires_capture: 'authorised' } as const
  const state = states[intent.status as keyof typeof states]
  if (!state) return undefined
  const amount = state === 'captured' ? intent.amount_received : intent.amount_capturable
  return { amount, currency: intent.currency.toUpperCase(), state, orderId: orderIn(intent.metadata) }
}

function refundEntry(refund: Stripe.Refund): Entry {
  const state = refundStateOf(refund)
  return { amount: refund.amount, currency: refund.currency.toUpperCase(), state, orderId: null }
}

function orderIn(metadata: Record<string, string>): number | null {
  return /^\d{1,15}$/.test(metadata.order_id ?? '') ? Number(metadata.order_id) : null
}

async function unlessMissing<T>(asked: Promise<T>): Promise<T | undefined> {
  return asked.catch((error: { statusCode?: number }) => {
    if (error.statusCode === 404) return undefined
    throw error
  })
}
