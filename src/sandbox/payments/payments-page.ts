import { Router } from 'express'
import { sendNotice, sendPage } from '../pages.ts'
import { formatAmount } from './amounts.ts'
import { lapseCheckoutSessions } from './checkout-sessions.ts'
import type { CheckoutSession } from './objects.ts'
import { paymentActs } from './payment-acts.ts'
import type { Provider } from './provider.ts'
import type { Delivery } from './webhook-delivery.ts'

const A_PAGE = 20

/** The payments as the provider sees them, with the webhooks that tell the shop; for developers, in English. */
export function paymentsPage(provider: Provider): Router {
  const routes = Router()

  routes.get('/', (req, res) => {
    lapseCheckoutSessions(provider)
    const after = typeof req.query.after === 'string' ? req.query.after : undefined
    const found = provider.objects.list('checkout.session', [], { limit: A_PAGE + 1, after })
    const shown = found.slice(0, A_PAGE)
    const older = found.length > A_PAGE ? (shown.at(-1)?.id ?? null) : null
    sendPage(res, 'payments', { payments: shown.map((session) => paymentOf(provider, session)), older })
  })

  routes.post('/deliveries/:event', async (req, res) => {
    const event = provider.objects.find('event', req.params.event)
    if (!event) {
      const link = { address: '/payments', text: 'To the payments' }
      return sendNotice(res, { heading: 'Not found', text: 'There is no such event.', link }, { status: 404 })
    }
    await provider.webhooks.deliverAgain(event.id)
    res.redirect(303, `/payments#${event.id}`)
  })

  routes.use(paymentActs(provider))
  return routes
}

function paymentOf(provider: Provider, session: CheckoutSession) {
  const payment = session.payment_intent
    ? provider.objects.find('payment_intent', session.payment_intent)
    : undefined
  const refunds = payment
    ? provider.objects.list('refund', [['payment_intent', '=', payment.id]], { limit: 100 })
    : []
  const disputes = payment
    ? provider.objects.list('dispute', [['payment_intent', '=', payment.id]], { limit: 100 })
    : []
  const charge = payment?.latest_charge ? provider.objects.find('charge', payment.latest_charge) : undefined
  const deliveries = provider.webhooks.ofSession(session.id)
  const inCurrency = (amount: number) => formatAmount(amount, session.currency)
  return {
    id: session.id,
    reference: session.client_reference_id,
    name: session.payment_terms.description ?? `Session ${session.id.slice(-8)}`,
    state: session.status === 'complete' ? `complete, ${session.payment_status}` : session.status,
    amount: inCurrency(session.amount_total),
    email: session.customer_details?.email ?? null,
    created: timeOf(session.created * 1000),
    expires: timeOf(session.expires_at * 1000),
    address: session.url,
    payment: payment
      ? {
          id: payment.id,
          status: payment.status.replaceAll('_', ' '),
          received: inCurrency(payment.amount_received),
          refunded: inCurrency(
            refunds.reduce((sum, { amount, status }) => sum + (status === 'failed' ? 0 : amount), 0),
          ),
        }
      : null,
    charge: charge && {
      id: charge.id,
      left: charge.captured && charge.amount_refunded < charge.amount_captured,
      disputable: charge.captured && !charge.disputed,
    },
    refunds: refunds.map(({ id, amount, status }) => ({ id, amount: inCurrency(amount), status })),
    disputes: disputes.map(({ id, amount, status }) => ({
      id,
      amount: inCurrency(amount),
      status: status.replaceAll('_', ' '),
      open: status === 'needs_response',
    })),
    waiting: deliveries.filter(({ deliveredAt }) => deliveredAt === null).length,
    deliveries: deliveries.map((delivery) => ({
      eventId: delivery.eventId,
      type: provider.objects.get('event', delivery.eventId, 'id').type,
      state: stateOf(delivery),
      arrived: delivery.deliveredAt !== null,
    })),
  }
}

function stateOf({ attempts, deliveredAt, dueAt, lastError, lastStatus }: Delivery): string {
  if (attempts === 0) return 'On its way'
  const tried = `${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}, the last one: ${lastStatus ?? lastError}`
  if (deliveredAt !== null) return `Delivered ${timeOf(deliveredAt).shown} (${tried})`
  return `Waiting until ${timeOf(dueAt ?? 0).shown} (${tried})`
}

function timeOf(milliseconds: number): { iso: string; shown: string } {
  const time = new Date(milliseconds)
  return { iso: time.toISOString(), shown: times.format(time) }
}

const times = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })
