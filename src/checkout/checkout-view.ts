import { createHash } from 'node:crypto'
import { type BasketView, basketView } from '../basket/index.ts'
import type { Owner } from '../identity/index.ts'
import { hasOrdered } from '../orders/index.ts'
import type { Locale } from '../platform/locale.ts'
import type { DeliveryOption } from '../pricing/index.ts'
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

interface Audience {
  locale: Locale
  currency: string
}

export const steps = ['address', 'delivery', 'payment-method', 'review'] as const
export type Step = (typeof steps)[number]

/** Reads the owner's checkout; undefined while their basket is empty. */
export async function checkoutView(
  owner: Owner | undefined,
  audience: Audience,
): Promise<CheckoutView | undefined> {
  const answers = await answersOf(owner)
  const basket = await basketView(owner, await audienceOf(owner, answers, audience))
  if (!basket) return undefined
  const cheapest = owner?.customerId && answers.address && !answers.deliveryMethod && basket.options[0]
  if (cheapest) return viewOf(owner, { ...answers, deliveryMethod: cheapest.code }, audience)
  return viewWith(basket, answers)
}

/** A customer with an address goes straight to the review: by the cheapest way, which can be changed there. */
async function viewOf(owner: Owner, answers: Answers, audience: Audience): Promise<CheckoutView | undefined> {
  const basket = await basketView(owner, await audienceOf(owner, answers, audience))
  return basket && viewWith(basket, answers)
}

function viewWith(basket: BasketView, answers: Answers): CheckoutView {
  const options = answers.address ? basket.options : []
  const delivery = options.find((option) => option.code === answers.deliveryMethod)
  return { basket, answers, options, delivery, fingerprint: fingerprintOf(basket, answers) }
}

/** For whom a basket is priced that goes where the answers say, by the way that they name or another one. */
export async function audienceOf(
  owner: Owner | undefined,
  { address, email, deliveryMethod }: Answers,
  { locale, currency }: Audience,
) {
  return {
    ...{ locale, currency, country: address?.country, region: address?.region },
    deliveryCode: deliveryMethod ?? undefined,
    email: email ?? undefined,
    hasOrdered: owner ? await hasOrdered(owner.visitorId, email) : false,
  }
}

/** The first step that is not done; `review` when all are. */
export function firstUndone({ answers, delivery, basket }: CheckoutView): Step {
  if (!answers.email || !answers.address) return 'address'
  if (!delivery) return 'delivery'
  return answers.paymentMethod || basket.due === 0 ? 'review' : 'payment-method'
}

function fingerprintOf(
  { quote, lines, cards }: BasketView,
  { wantsReminder: _none, ...answers }: Answers,
): string {
  const awaited = lines.map((line) => line.awaited)
  return createHash('sha256')
    .update(JSON.stringify([quote.fingerprint, answers, awaited, paidBy(cards)]))
    .digest('base64url')
}

function paidBy(cards: BasketView['cards']) {
  return cards.map(({ accountId, amount }) => [accountId, amount])
}
