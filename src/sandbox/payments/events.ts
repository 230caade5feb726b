import Stripe from 'stripe'
import { newId } from './ids.ts'
import type { CheckoutSession, ProviderEvent, ProviderObject } from './objects.ts'
import { nowInSeconds, type Provider } from './provider.ts'

/**
 * Records that something happened to a resource, and puts the webhook in the mail. To be called within the
 * transaction that made it happen.
 */
export function recordEvent(provider: Provider, type: Stripe.Event.Type, happenedTo: ProviderObject): void {
  const event: ProviderEvent = {
    id: newId('evt'),
    object: 'event',
    api_version: Stripe.API_VERSION,
    created: nowInSeconds(provider),
    data: { object: asAnswered(happenedTo) },
    livemode: false,
    pending_webhooks: 1,
    request: provider.request,
    type,
  }
  provider.objects.add(event)
  provider.webhooks.post(event.id, sessionBehind(provider, happenedTo)?.id ?? null)
}

/** A resource without what the API keeps to itself, or leaves out unless it is asked for it. */
export function asAnswered<Resource extends ProviderObject>(resource: Resource): Resource {
  if (resource.object !== 'checkout.session') return resource
  const { line_items, payment_terms, ...rest } = resource
  return rest as Resource
}

function sessionBehind(provider: Provider, resource: ProviderObject): CheckoutSession | undefined {
  if (resource.object === 'checkout.session') return resource
  const paymentId = 'payment_intent' in resource ? resource.payment_intent : resource.id
  return sessionOfPayment(provider, paymentId)
}

/** The checkout session through which a payment was made. */
export function sessionOfPayment(provider: Provider, paymentId: string): CheckoutSession | undefined {
  return provider.objects.list('checkout.session', [['payment_intent', '=', paymentId]], { limit: 1 })[0]
}
