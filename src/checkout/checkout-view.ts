import { createHash } from 'node:crypto'
import { type BasketView, basketView } from '../basket/index.ts'
import type { Owner } from '../identity/index.ts'
import type { Locale } from '../platform/locale.ts'
import { type DeliveryOption, deliveryOptions } from '../pricing/index.ts'
import { type Answers, answersOf } from './answers.ts'

/** The basket on its way to an order: priced for the address and the delivery that were chosen. */
export interface CheckoutView {
  basket: BasketView
  answers: Answers
  /** Every way to the address; empty when we do not deliver there, or no address is known yet. */
  options: DeliveryOption[]
  /** The chosen way, while it is still to be had. */
  delivery: DeliveryOption | undefined
  /** Changes whenever the review would show something else. */
  fingerprint: string
}

export const steps = ['address', 'delivery', 'payment-method', 'review'] as const
export type Step = (typeof steps)[number]

/** Reads the owner's checkout; undefined while their basket is empty. */
export async function checkoutView(
  owner: Owner | undefined,
  { locale, currency }: { locale: Locale; currency: string },
): Promise<CheckoutView | undefined> {
  const plain = await basketView(owner, { locale, currency })
  if (!plain) return undefined
  const answers = await answersOf(plain.id)
  const country = answers.address?.country
  const subtotal = plain.quote.subtotal
  const options = country ? await deliveryOptions({ country, currency, subtotal }) : []
  const delivery = options.find((option) => option.code === answers.deliveryMethod)
  const assumed = delivery ?? options[0] ?? plain.delivery
  const basket = country ? await basketView(owner, { locale, currency, country, delivery: assumed }) : plain
  return basket && { basket, answers, options, delivery, fingerprint: fingerprintOf(basket, answers) }
}

/** The first step that is not done; `review` when all are. */
export function firstUndone({ answers, delivery }: CheckoutView): Step {
  if (!answers.email || !answers.address) return 'address'
  if (!delivery) return 'delivery'
  return answers.paymentMethod ? 'review' : 'payment-method'
}

function fingerprintOf({ quote }: BasketView, answers: Answers): string {
  return createHash('sha256')
    .update(JSON.stringify([quote.fingerprint, answers]))
    .digest('base64url')
}
