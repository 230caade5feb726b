import { randomUUID } from 'node:crypto'
import { addLine } from '../../src/basket/add-line.ts'
import { addCard } from '../../src/basket/cards.ts'
import { addVoucher } from '../../src/basket/vouchers.ts'
import { findVariant } from '../../src/catalogue/index.ts'
import { keepAnswers } from '../../src/checkout/answers.ts'
import { checkoutView } from '../../src/checkout/checkout-view.ts'
import { placeOrder } from '../../src/checkout/place-order.ts'
import type { Owner } from '../../src/identity/index.ts'
import { ashasHome } from './bought.ts'

export const inEnglish = { locale: 'en', currency: 'EUR' } as const

interface Manner {
  owner?: Owner
  email?: string
  codes?: string[]
  /** Accounts of gift cards. */
  cards?: number[]
}

/** A shopper who has reviewed a basket, with these vouchers, and is about to press "Place order". */
export async function reviewing(
  lines: [product: { sku: string }, quantity: number][],
  { owner = { visitorId: randomUUID() }, email = 'asha@example.com', codes = [], cards = [] }: Manner = {},
) {
  for (const [product, quantity] of lines) await adds(owner, product, quantity)
  for (const code of codes) await addVoucher(owner, code)
  for (const card of cards) await addCard(owner, card)
  const before = (await checkoutView(owner, inEnglish))!
  await keepAnswers(before.basket.id, {
    email,
    address: ashasHome,
    deliveryMethod: 'standard',
    paymentMethod: 'card',
  })
  const { basket, fingerprint } = (await checkoutView(owner, inEnglish))!
  const reviewed = { basketId: basket.id, version: basket.version, fingerprint }
  return { owner, basket, fingerprint, places: (seen = reviewed) => placeOrder(owner, seen, inEnglish) }
}

export async function adds(owner: Owner, product: { sku: string }, quantity: number) {
  const variant = (await findVariant({ sku: product.sku, optionValueIds: [] }, inEnglish))!
  return addLine(owner, { variant, quantity, key: undefined })
}
