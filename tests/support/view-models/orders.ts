import type { OrderView } from '../../../src/orders/order-view.ts'
import { seller } from '../../../src/orders/seller.ts'
import { blankForm, Form } from '../../../src/platform/forms.ts'
import { billOf } from '../../../src/pricing/bill.ts'
import { quoteOf } from '../quotes.ts'
import { EUR, picture, type Specimen } from './shared.ts'

const placed = { kind: 'placed', at: new Date('2026-11-20T12:32:00Z') }
const paid = { kind: 'paid', at: new Date('2026-11-20T12:35:00Z') }
const lapsed = { kind: 'expired', at: new Date('2026-11-20T13:05:00Z') }
const sentBack = { kind: 'refused_late_payment', at: new Date('2026-11-20T14:00:00Z') }

const goods = [
  { variantId: 1, sku: 'MUG-OAT', unitPrice: 2400, quantity: 2 },
  { variantId: 2, sku: 'JUG-CHALK', unitPrice: 3400, quantity: 1 },
]
const delivery = { code: 'standard', name: { en: 'Standard' }, freeFrom: null, daysFrom: 2, daysTo: 3 }
const quote = quoteOf(goods, {
  taxRates: new Map([['standard', 190_000]]),
  deliveryRates: [{ ...delivery, amount: 395, gramsTo: 10_000, valueFrom: 0 }],
})

/** An order of two mugs and a jug, paid by card. */
export const order = (more: Partial<OrderView> = {}): OrderView => ({
  id: 1,
  number: 'P-1001',
  state: 'paid',
  email: 'asha@example.com',
  locale: 'en',
  placedAt: placed.at,
  heldUntil: new Date('2026-11-20T13:05:00Z'),
  lines: [
    {
      sku: 'MUG-OAT',
      slug: 'oat-mug',
      title: 'Oat mug',
      optionText: 'Oat · 300 ml',
      picture: picture('mug-oat', 'Oat-coloured mug'),
      quantity: 2,
      unitPrice: EUR(2400),
      total: EUR(4800),
    },
    {
      sku: 'JUG-CHALK',
      slug: 'milk-jug',
      title: 'Milk jug',
      optionText: '',
      picture: picture('jug-chalk', 'White jug'),
      quantity: 1,
      unitPrice: EUR(3400),
      total: EUR(3400),
    },
  ],
  total: EUR(8595),
  bill: billOf(quote, 'en'),
  quote,
  address: ['Asha Rao', 'Lange Straße 12', '10115 Berlin', 'Germany'],
  delivery: { name: 'Standard', first: '2026-11-24', last: '2026-11-26' },
  payment: { method: 'card', state: 'captured' },
  transferTo: seller.bank,
  canPay: false,
  timeline: [placed, paid],
  ...more,
})

export const unpaid = order({
  state: 'awaiting_payment',
  payment: { method: 'card', state: 'pending' },
  canPay: true,
  timeline: [placed],
})
export const onInvoice = order({
  state: 'awaiting_payment',
  heldUntil: new Date('2026-12-04T12:32:00Z'),
  payment: { method: 'invoice', state: 'pending' },
  timeline: [placed],
})
export const expired = order({
  state: 'expired',
  payment: { method: 'card', state: 'voided' },
  timeline: [placed, lapsed],
})
export const refunded = order({ state: 'expired', timeline: [placed, lapsed, sentBack] })
export const abroad = order({
  email: 'a.very.long.address.that.somebody.really.has@an-organisation-with-a-long-name.example.org',
  lines: [
    ...order().lines,
    {
      ...order().lines[0]!,
      title: 'Handgedrehte Steinzeug-Cappuccinotassensammlerausgabe mit Untertasse & Löffelablage',
      quantity: 12,
      unitPrice: EUR(1_234_500),
      total: EUR(14_814_000),
    },
  ],
  total: EUR(14_822_595),
  address: [
    'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh-Cholmondeley',
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsstraße 12',
    'New York, NY 10001',
    'United States',
  ],
  delivery: { name: 'Express', first: '2026-11-24', last: '2026-11-24' },
})

const show = (query: string, shown: OrderView): Specimen => ({
  address: `/orders/P-1001${query}`,
  view: 'orders/show',
  model: { order: shown },
})

export const specimens: Specimen[] = [
  show('', order()),
  show('?unpaid', unpaid),
  show('?invoice', onInvoice),
  show('?expired', expired),
  show('?refunded', refunded),
  show('?cancelled', order({ state: 'cancelled', timeline: [placed] })),
  show('?shipped', order({ state: 'shipped' })),
  show('?partly', order({ state: 'partly_shipped' })),
  show('?delivered', order({ state: 'delivered' })),
  show('?long', abroad),
  { address: '/orders/P-9999', view: 'orders/not-found', model: {} },
  { address: '/orders/lookup', view: 'orders/lookup', model: { form: blankForm(), hasEnded: false } },
  {
    address: '/orders/lookup?link=ended',
    view: 'orders/lookup',
    model: { form: blankForm({ number: 'P-1001' }), hasEnded: true },
  },
  {
    address: '/orders/lookup?refused',
    view: 'orders/lookup',
    model: {
      form: new Form({ number: 'my lamp', email: 'asha@' }, undefined, [
        { field: 'number', key: 'orders.lookup.number.wrong' },
        { field: 'email', key: 'checkout.email.wrong' },
      ]),
      hasEnded: false,
    },
  },
  { address: '/orders/P-1001/payment', view: 'orders/payment-unavailable', model: { order: unpaid } },
]
