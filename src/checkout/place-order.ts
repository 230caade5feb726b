import { lockBasket, markOrdered } from '../basket/index.ts'
import type { Owner } from '../identity/index.ts'
import { holdStock } from '../inventory/index.ts'
import {
  coverOrder,
  findOrderOfBasket,
  HOLD_SECONDS,
  type NewOrder,
  sellCovered,
  writeOrder,
} from '../orders/index.ts'
import type { PaymentMethod } from '../payments/index.ts'
import { type Transaction, transaction } from '../platform/database.ts'
import type { Locale } from '../platform/locale.ts'
import { deliveryDates, holdPromotions } from '../pricing/index.ts'
import { type CheckoutView, checkoutView, firstUndone } from './checkout-view.ts'

/** What the shopper reviewed: exactly this is ordered, or nothing. */
export interface Reviewed {
  basketId: number
  version: number
  /** Of everything that was shown: prices, address, delivery, way to pay. */
  fingerprint: string
}

const INVOICE_TERM_SECONDS = 14 * 24 * 60 * 60

export interface Placed {
  orderId: number
  number: string
  paymentMethod: PaymentMethod
  refused?: undefined
}

/**
 * Turns a reviewed basket into an order, once however often it is asked: the goods are held, the order, its
 * lines and its pending payment are written, all in one transaction. Nobody outside is called.
 * Refuses when the basket or a price has changed since the review, or when goods fall short (`short` names them).
 */
export async function placeOrder(
  owner: Owner,
  reviewed: Reviewed,
  audience: { locale: Locale; currency: string },
) {
  const placed = await placedBefore(owner, reviewed)
  if (placed) return placed
  const checkout = await checkoutView(owner, audience)
  if (checkout?.basket.id !== reviewed.basketId) return (await placedBefore(owner, reviewed)) ?? changed
  if (firstUndone(checkout) !== 'review') return { refused: 'unfinished' as const }
  const short = checkout.basket.lines.filter((line) => line.quantity > line.left)
  if (short.length > 0) return { refused: 'short' as const }
  if (checkout.fingerprint !== reviewed.fingerprint || !checkout.basket.isReady) return changed
  const order = newOrderOf(owner, checkout, audience.locale)
  const outcome = await transaction((tx) => writeOnce(tx, owner, reviewed, order))
  return outcome.refused === 'ordered' ? ((await placedBefore(owner, reviewed)) ?? changed) : outcome
}

const changed = { refused: 'changed' as const }

async function writeOnce(tx: Transaction, owner: Owner, reviewed: Reviewed, order: NewOrder) {
  const basket = await lockBasket(tx, owner, reviewed.basketId)
  if (basket?.state === 'ordered') return { refused: 'ordered' as const }
  if (basket?.version !== reviewed.version) return changed
  const { id, number, heldUntil } = await writeOrder(tx, order)
  const holding = await holdStock(tx, id, order.quote.lines, heldUntil, order.address.country)
  if (holding.refused) return { refused: 'short' as const }
  const { visitorId, email, quote } = order
  const saving = await holdPromotions(tx, { orderId: id, visitorId, email, discounts: quote.discounts })
  if (saving.refused) return changed
  if ((await coverOrder(tx, id, order)).refused) return changed
  await markOrdered(tx, reviewed.basketId)
  if (order.paymentMethod === 'none') await sellCovered(tx, id)
  return { orderId: id, number, paymentMethod: order.paymentMethod } satisfies Placed
}

/** The order that this basket has become already: a second press finds the first one's order. */
async function placedBefore(owner: Owner, { basketId }: Reviewed): Promise<Placed | undefined> {
  const order = await findOrderOfBasket(basketId, owner.visitorId)
  return order && { orderId: order.id, number: order.number, paymentMethod: order.paymentMethod }
}

function newOrderOf(owner: Owner, { basket, answers, delivery }: CheckoutView, locale: Locale): NewOrder {
  const paymentMethod = basket.due === 0 ? 'none' : answers.paymentMethod!
  return {
    basketId: basket.id,
    visitorId: owner.visitorId,
    customerId: owner.customerId,
    email: answers.email!,
    address: answers.address!,
    locale,
    paymentMethod,
    delivery: { code: delivery!.code, name: delivery!.name, ...deliveryDates(delivery!) },
    quote: basket.quote,
    credits: basket.cards.filter(({ amount }) => amount > 0),
    lines: basket.lines.map(({ variant }) => ({
      variantId: variant.id,
      title: variant.title,
      optionText: variant.optionText,
      slug: variant.slug,
      picture: variant.picture,
    })),
    holdSeconds: paymentMethod === 'invoice' ? INVOICE_TERM_SECONDS : HOLD_SECONDS,
  }
}
