import { abroad, expired, onInvoice, order, refunded } from './orders.ts'
import type { Specimen } from './shared.ts'

const orderLink = 'https://shop.example/orders/P-1001?until=1780000000&signature=abc'
const mail = (kind: string, about = order(), query = ''): Specimen[] => {
  const model = { order: about, kind, orderLink }
  return ['order', 'order-text'].map((name) => ({
    address: `/emails/${name}/${kind}${query}`,
    view: `emails/${name}`,
    model,
  }))
}

/** Mails are no pages of the shop: they have no navigation, and their own style. */
export const specimens: Specimen[] = []

export const mails: Specimen[] = [
  ...mail('confirmed'),
  ...mail('confirmed', abroad, '?long'),
  ...mail('invoice', onInvoice),
  ...mail('expired', expired),
  ...mail('refunded', refunded),
]

const linkModel = { number: 'P-1001', orderLink }

/** The link to an order that was looked up. */
export const linkMails: Specimen[] = ['order-link', 'order-link-text'].map((name) => ({
  address: `/emails/${name}`,
  view: `emails/${name}`,
  model: linkModel,
}))
