import { config } from '../platform/config.ts'
import { rows } from '../platform/database.ts'
import type { Locale } from '../platform/locale.ts'
import { getPayment } from './payment.ts'
import type { Stripe } from './stripe.ts'

const isCapturedLater = config.payments.capture === 'at-dispatch'

/** What the provider's page shows, and where it sends the shopper afterwards. Amounts in minor units. */
export interface SessionRequest {
  orderId: number
  number: string
  /** What the shopper reads there as the purpose. */
  description: string
  email: string
  locale: Locale
  currency: string
  lines: { name: string; unitAmount: number; quantity: number }[]
  expiresAt: Date
  successAddress: string
  cancelAddress: string
}

/**
 * The address of the provider's payment page for an order: asked for once, then remembered. The order's id,
 * its deadline and the way back are the idempotency key, so that a lost answer does not make a second page;
 * of two that were asked for at once, both shoppers' tabs get the one that was remembered first.
 * @throws the provider's error when it cannot be reached or refuses.
 */
export async function startSession(stripe: Stripe, request: SessionRequest): Promise<string> {
  const known = await getPayment(request.orderId)
  if (known.address) return known.address
  const deadline = Math.floor(request.expiresAt.getTime() / 1_000)
  const session = await stripe.checkout.sessions.create(sessionParameters(request, deadline), {
    idempotencyKey: `order ${request.orderId} ${deadline} ${request.successAddress}${isCapturedLater ? ' later' : ''}`,
  })
  if (!session.url) throw new Error(`The provider gave no page for order ${request.number}`)
  await rows(
    `update payments.payments set provider_session = $session, provider_address = $address
     where order_id = $orderId and provider_session is null`,
    { session: session.id, address: session.url, orderId: request.orderId },
  )
  const { address } = await getPayment(request.orderId)
  return address ?? session.url
}

/** Closes the provider's page, so that nothing can be paid on it any more. True when it is closed now. */
export async function expireSession(stripe: Stripe, session: string): Promise<boolean> {
  const expired = await stripe.checkout.sessions.expire(session).catch((error: { statusCode?: number }) => {
    if (error.statusCode === 400) return undefined
    throw error
  })
  return expired?.status === 'expired'
}

function sessionParameters(request: SessionRequest, deadline: number): Stripe.Checkout.SessionCreateParams {
  const { orderId, number, currency } = request
  const metadata = { order_id: String(orderId), order_number: number }
  return {
    mode: 'payment',
    client_reference_id: String(orderId),
    customer_email: request.email,
    locale: request.locale,
    expires_at: deadline,
    success_url: request.successAddress,
    cancel_url: request.cancelAddress,
    metadata,
    payment_intent_data: {
      metadata,
      description: request.description,
      ...(isCapturedLater && { capture_method: 'manual' }),
    },
    line_items: request.lines.map(({ name, unitAmount, quantity }) => ({
      quantity,
      price_data: { currency: currency.toLowerCase(), unit_amount: unitAmount, product_data: { name } },
    })),
  }
}

/** The provider's page with its payment as it stands. */
export function askPage(stripe: Stripe, session: string): Promise<Stripe.Checkout.Session> {
  return stripe.checkout.sessions.retrieve(session, { expand: ['payment_intent'] })
}
