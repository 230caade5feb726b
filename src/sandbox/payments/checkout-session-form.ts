import { z } from 'zod'
import { decimalsOf, leastCharge } from './amounts.ts'
import { ApiError, ParameterError } from './errors.ts'
import { email, expand, integer, list, metadata, positiveInteger, text, webAddress } from './parameters.ts'

const knownCurrencies = new Set(Intl.supportedValuesOf('currency'))

const currency = z
  .string()
  .toLowerCase()
  .refine((code) => knownCurrencies.has(code.toUpperCase()), { error: 'Invalid currency' })

const lineItem = z.strictObject({
  price_data: z.strictObject({
    currency,
    unit_amount: integer.refine((amount) => amount >= 0, { error: 'Invalid non-negative integer' }),
    tax_behavior: z.enum(['exclusive', 'inclusive', 'unspecified']).default('unspecified'),
    product_data: z.strictObject({
      name: text(250),
      description: text().optional(),
      images: list(webAddress).optional(),
      metadata: metadata.default({}),
    }),
  }),
  quantity: positiveInteger.refine((count) => count <= 999_999, { error: 'At most 999999' }),
})

/** What the shop may ask of a new checkout session. Anything else is refused by name. */
export const checkoutSessionForm = z.strictObject({
  mode: z.literal('payment'),
  line_items: list(lineItem).refine((items) => items.length >= 1 && items.length <= 100, {
    error: 'You must provide 1 to 100 line items.',
  }),
  success_url: webAddress,
  cancel_url: webAddress.optional(),
  client_reference_id: text(200).optional(),
  customer_email: email.optional(),
  expires_at: integer.optional(),
  locale: text(10).optional(),
  metadata: metadata.default({}),
  payment_intent_data: z
    .strictObject({
      capture_method: z.enum(['automatic', 'automatic_async', 'manual']).optional(),
      description: text(1000).optional(),
      metadata: metadata.optional(),
      receipt_email: email.optional(),
    })
    .optional(),
  payment_method_types: list(z.literal('card')).default(['card']),
  submit_type: z.enum(['auto', 'pay']).optional(),
  ui_mode: z.literal('hosted_page').default('hosted_page'),
  expand,
})

export type CheckoutSessionForm = z.output<typeof checkoutSessionForm>

const SHORTEST = 30 * 60
const LONGEST = 24 * 3600

/**
 * The second at which the session lapses: as asked, else after a day.
 * @throws ParameterError when that is sooner than in 30 minutes or later than in 24 hours.
 */
export function expiryOf(form: CheckoutSessionForm, now: number): number {
  const expiresAt = form.expires_at ?? now + LONGEST
  if (expiresAt < now + SHORTEST) {
    throw new ParameterError('expires_at', 'expires_at must be at least 30 minutes after creation.')
  }
  if (expiresAt > now + LONGEST) {
    throw new ParameterError('expires_at', 'expires_at must be at most 24 hours after creation.')
  }
  return expiresAt
}

/**
 * The one currency of all lines and their sum in its minor units.
 * @throws ApiError for mixed currencies, and for a sum that the provider would not charge.
 */
export function totalOf(form: CheckoutSessionForm): { currency: string; amount: number } {
  const currencies = new Set(form.line_items.map((item) => item.price_data.currency))
  const [currency = '', second] = currencies
  if (second) throw new ParameterError('line_items', 'All line items must have the same currency.')
  const amount = form.line_items.reduce((sum, item) => sum + item.price_data.unit_amount * item.quantity, 0)
  if (decimalsOf(currency) === 3 && amount % 10 !== 0) {
    throw new ParameterError('line_items', `Amounts in ${currency} must end in a zero.`)
  }
  if (amount < leastCharge(currency)) throw outOfBounds('amount_too_small', 'below the least', currency)
  if (amount > 99_999_999) throw outOfBounds('amount_too_large', 'above the highest', currency)
  return { currency, amount }
}

function outOfBounds(code: string, where: string, currency: string): ApiError {
  const message = `The total amount is ${where} that can be charged in ${currency}.`
  return new ApiError(400, { type: 'invalid_request_error', code, message })
}
