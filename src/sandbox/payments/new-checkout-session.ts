import { type CheckoutSessionForm, expiryOf, totalOf } from './checkout-session-form.ts'
import { newId } from './ids.ts'
import type { CheckoutSession, LineItem, PaymentTerms } from './objects.ts'
import { nowInSeconds, type Provider } from './provider.ts'

/**
 * An open checkout session as the form asks for it; it is not kept yet. The many fields that the sandbox never
 * fills are there because the provider answers them too.
 * @throws ApiError for an expiry or a total that the provider would refuse.
 */
export function newCheckoutSession(provider: Provider, form: CheckoutSessionForm): CheckoutSession {
  const id = newId('cs_test', 58)
  const created = nowInSeconds(provider)
  const { currency, amount } = totalOf(form)
  return {
    id,
    object: 'checkout.session',
    adaptive_pricing: { enabled: false },
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: null,
    amount_subtotal: amount,
    amount_total: amount,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: form.cancel_url ?? null,
    client_reference_id: form.client_reference_id ?? null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created,
    currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: null,
    customer_account: null,
    customer_creation: 'if_required',
    customer_details: form.customer_email ? customerDetails(form.customer_email, null) : null,
    customer_email: form.customer_email ?? null,
    discounts: [],
    expires_at: expiryOf(form, created),
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    line_items: {
      object: 'list',
      data: form.line_items.map((item) => newLineItem(item, created)),
      has_more: false,
      url: `/v1/checkout/sessions/${id}/line_items`,
    },
    livemode: false,
    locale: form.locale ?? null,
    managed_payments: null,
    metadata: form.metadata,
    mode: 'payment',
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: { card: { request_three_d_secure: 'automatic' } },
    payment_method_types: form.payment_method_types,
    payment_status: 'unpaid',
    payment_terms: paymentTerms(form),
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: form.submit_type ?? null,
    subscription: null,
    success_url: form.success_url,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: form.ui_mode,
    url: `${provider.url}/pay/${id}`,
    wallet_options: null,
  }
}

function paymentTerms({ payment_intent_data }: CheckoutSessionForm): PaymentTerms {
  return {
    capture_method: payment_intent_data?.capture_method ?? 'automatic_async',
    description: payment_intent_data?.description ?? null,
    metadata: payment_intent_data?.metadata ?? {},
    receipt_email: payment_intent_data?.receipt_email ?? null,
  }
}

export function customerDetails(email: string, name: string | null): CheckoutSession['customer_details'] {
  return {
    address: null,
    business_name: null,
    email,
    individual_name: null,
    name,
    phone: null,
    tax_exempt: 'none',
    tax_ids: null,
  }
}

function newLineItem(
  { price_data, quantity }: CheckoutSessionForm['line_items'][number],
  created: number,
): LineItem {
  const { currency, product_data, tax_behavior, unit_amount } = price_data
  return {
    id: newId('li'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: unit_amount * quantity,
    amount_tax: 0,
    amount_total: unit_amount * quantity,
    currency,
    description: product_data.name,
    metadata: {},
    price: {
      id: newId('price'),
      object: 'price',
      active: false,
      billing_scheme: 'per_unit',
      created,
      currency,
      custom_unit_amount: null,
      livemode: false,
      lookup_key: null,
      metadata: {},
      nickname: null,
      product: newId('prod', 14),
      recurring: null,
      tax_behavior,
      tiers_mode: null,
      transform_quantity: null,
      type: 'one_time',
      unit_amount,
      unit_amount_decimal: String(unit_amount),
    },
    quantity,
  }
}
