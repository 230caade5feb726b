import { newId } from './ids.ts'
import type { PaymentMethod } from './objects.ts'
import { nowInSeconds, type Provider } from './provider.ts'

/** What is kept of a card: never its number or its code. */
export interface KeptCard {
  lastFour: string
  expiryMonth: number
  expiryYear: number
  name: string
  email: string
}

export function addCard(provider: Provider, card: KeptCard): PaymentMethod {
  return provider.objects.add<PaymentMethod>({
    id: newId('pm'),
    object: 'payment_method',
    billing_details: { address: null, email: card.email, name: card.name, phone: null, tax_id: null },
    card: {
      brand: 'visa',
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: 'US',
      display_brand: 'visa',
      exp_month: card.expiryMonth,
      exp_year: card.expiryYear,
      funding: 'credit',
      generated_from: null,
      last4: card.lastFour,
      networks: { available: ['visa'], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: nowInSeconds(provider),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card',
  })
}
