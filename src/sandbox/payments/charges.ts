import { newId } from './ids.ts'
import type { Charge, PaymentIntent, PaymentMethod } from './objects.ts'
import { nowInSeconds, type Provider } from './provider.ts'

/** Why a bank refuses a charge, with the sentence that the provider's API gives. */
export interface Decline {
  code: 'generic_decline' | 'insufficient_funds'
  message: string
}

interface Attempt {
  payment: PaymentIntent
  card: PaymentMethod
  /** The buyer has approved the payment at the bank. */
  authenticated: boolean
  decline?: Decline
}

/** Charges the card, or writes down that the bank refused. */
export function addCharge(provider: Provider, { payment, card, authenticated, decline }: Attempt): Charge {
  const captured = !decline && payment.capture_method !== 'manual'
  return provider.objects.add<Charge>({
    id: newId('ch'),
    object: 'charge',
    amount: payment.amount,
    amount_captured: captured ? payment.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: card.billing_details,
    calculated_statement_descriptor: null,
    captured,
    created: nowInSeconds(provider),
    currency: payment.currency,
    customer: null,
    description: payment.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline ? 'card_declined' : null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: payment.metadata,
    on_behalf_of: null,
    outcome: outcomeOf(decline),
    paid: !decline,
    payment_intent: payment.id,
    payment_method: card.id,
    payment_method_details: { type: 'card', card: cardDetails(card, payment.amount, authenticated) },
    receipt_email: payment.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: decline ? 'failed' : 'succeeded',
    transfer_data: null,
    transfer_group: null,
  })
}

function outcomeOf(decline: Decline | undefined): Charge['outcome'] {
  return {
    advice_code: decline ? 'try_again_later' : null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: decline ? 'declined_by_network' : 'approved_by_network',
    reason: decline?.code ?? null,
    risk_level: 'normal',
    seller_message: decline ? 'The bank declined the payment.' : 'Payment complete.',
    type: decline ? 'issuer_declined' : 'authorized',
  }
}

type CardDetails = NonNullable<NonNullable<Charge['payment_method_details']>['card']>

function cardDetails({ card }: PaymentMethod, amount: number, authenticated: boolean): CardDetails {
  return {
    amount_authorized: amount,
    authorization_code: null,
    brand: card.brand,
    checks: card.checks,
    country: card.country,
    electronic_commerce_indicator: null,
    exp_month: card.exp_month,
    exp_year: card.exp_year,
    funding: card.funding,
    installments: null,
    last4: card.last4,
    mandate: null,
    network: card.brand,
    network_transaction_id: null,
    regulated_status: card.regulated_status,
    three_d_secure: authenticated ? approvedAtTheBank : null,
    transaction_link_id: null,
    wallet: null,
  }
}

const approvedAtTheBank: CardDetails['three_d_secure'] = {
  authentication_flow: 'challenge',
  electronic_commerce_indicator: '05',
  exemption_indicator: null,
  result: 'authenticated',
  result_reason: null,
  transaction_id: null,
  version: '2.2.0',
}
