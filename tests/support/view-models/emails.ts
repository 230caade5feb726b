import { abroad, expired, onInvoice, order, refunded } from './orders.ts'
import type { Specimen } from './shared.ts'

const orderLink = 'https://shop.example/orders/P-1001?until=1780000000&signature=abc'
const mail = (kind: string, about = order(), query = ''): Specimen[] =>
  ['order', 'order-text'].map((name) => ({
    address: `/emails/${name}/${kind}${query}`,
    view: `emails/${name}`,
    model: { order: about, kind, orderLink },
  }))

export const specimens: Specimen[] = [
  ...mail('confirmed'),
  ...mail('confirmed', abroad, '?long'),
  ...mail('invoice', onInvoice),
  ...mail('expired', expired),
  ...mail('refunded', refunded),
]
