import type { Address } from '../addresses/index.ts'
import { addLines, type WantedLine } from '../basket/index.ts'
import type { Locale } from '../platform/locale.ts'
import { keepAnswers } from './answers.ts'
import { type CheckoutView, checkoutView } from './checkout-view.ts'
import { placeOrder, type Reviewed } from './place-order.ts'

/** Under this name, a visitor's of its own, the basket of somebody on the phone is filled. */
export type Draft = string

interface Wish {
  lines: WantedLine[]
  email: string
  address: Address
}

interface Audience {
  locale: Locale
  currency: string
}

/**
 * Fills a basket for somebody on the phone, as far as there is what they want (`missing` names the rest), and keeps where
 * it goes. They pay on invoice, by the cheapest way of delivery until another one is chosen.
 */
export async function draftPhoneOrder(draft: Draft, { lines, email, address }: Wish, audience: Audience) {
  const owner = { visitorId: draft }
  const { added, missing } = await addLines(owner, lines, { ...audience, key: draft })
  const checkout = await checkoutView(owner, audience)
  if (!checkout || added === 0) return { refused: 'nothing' as const, missing }
  await keepAnswers(checkout.basket.id, { email, address, paymentMethod: 'invoice', locale: audience.locale })
  const addressed = await checkoutView(owner, audience)
  const cheapest = addressed?.options[0]
  if (cheapest) await keepAnswers(checkout.basket.id, { deliveryMethod: cheapest.code })
  return { refused: undefined, missing }
}

/** The basket as it would be ordered; undefined when there is none, or it has become an order. */
export function phoneOrder(draft: Draft, audience: Audience): Promise<CheckoutView | undefined> {
  return checkoutView({ visitorId: draft }, audience)
}

/** Chooses how it comes. Refuses a way that there is not to where it goes. */
export async function deliverPhoneOrder(draft: Draft, code: string, audience: Audience) {
  const checkout = await phoneOrder(draft, audience)
  if (!checkout?.options.some((option) => option.code === code)) return { refused: 'unknown' as const }
  await keepAnswers(checkout.basket.id, { deliveryMethod: code })
  return { refused: undefined }
}

/** Orders it, once however often it is asked. Refuses as `placeOrder` does. */
export function placePhoneOrder(draft: Draft, reviewed: Reviewed, audience: Audience) {
  return placeOrder({ visitorId: draft }, reviewed, audience)
}
