import type { OrderSummary } from '../../../src/orders/order-history.ts'
import type { OrderView } from '../../../src/orders/order-view.ts'
import type { ParcelView } from '../../../src/orders/parcels-view.ts'
import type { RefundView } from '../../../src/orders/refunds-view.ts'
import { returnReasons } from '../../../src/orders/return.ts'
import type { ReturnView } from '../../../src/orders/returns-view.ts'
import { seller } from '../../../src/orders/seller.ts'
import type { TimelineEntry } from '../../../src/orders/timeline-view.ts'
import { blankForm, Form } from '../../../src/platform/forms.ts'
import { numberedPages } from '../../../src/platform/numbered-pages.ts'
import { billOf } from '../../../src/pricing/bill.ts'
import { quoteOf } from '../quotes.ts'
import { EUR, picture, type Specimen } from './shared.ts'

const placed: TimelineEntry = { kind: 'placed', at: new Date('2026-11-20T12:32:00Z') }
const paid: TimelineEntry = { kind: 'paid', at: new Date('2026-11-20T12:35:00Z') }
const lapsed: TimelineEntry = { kind: 'expired', at: new Date('2026-11-20T13:05:00Z') }
const sentBack: TimelineEntry = { kind: 'refused_late_payment', at: new Date('2026-11-20T14:00:00Z') }

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
      variantId: 1,
      sku: 'MUG-OAT',
      slug: 'oat-mug',
      title: 'Oat mug',
      optionText: 'Oat · 300 ml',
      picture: picture('mug-oat', 'Oat-coloured mug'),
      quantity: 2,
      unitPrice: EUR(2400),
      total: EUR(4800),
      awaited: null,
    },
    {
      variantId: 2,
      sku: 'JUG-CHALK',
      slug: 'milk-jug',
      title: 'Milk jug',
      optionText: '',
      picture: picture('jug-chalk', 'White jug'),
      quantity: 1,
      unitPrice: EUR(3400),
      total: EUR(3400),
      awaited: null,
    },
  ],
  total: EUR(8595),
  credits: [],
  due: EUR(8595),
  bill: billOf(quote, 'en'),
  quote,
  address: ['Asha Rao', 'Lange Straße 12', '10115 Berlin', 'Germany'],
  delivery: { name: 'Standard', first: '2026-11-24', last: '2026-11-26' },
  payment: { method: 'card', state: 'captured', charge: 'now' },
  transferTo: seller.bank,
  canPay: false,
  left: EUR(8595),
  may: { cancel: true, changeAddress: true, sendBack: false, reorder: true },
  parcels: [],
  returns: [],
  refunds: [],
  timeline: [placed, paid],
  ...more,
})

export const unpaid = order({
  state: 'awaiting_payment',
  payment: { method: 'card', state: 'pending', charge: 'now' },
  canPay: true,
  left: EUR(0),
  may: { cancel: true, changeAddress: true, sendBack: false, reorder: false },
  timeline: [placed],
})
export const onInvoice = order({
  state: 'awaiting_payment',
  heldUntil: new Date('2026-12-04T12:32:00Z'),
  payment: { method: 'invoice', state: 'pending', charge: 'now' },
  timeline: [placed],
})
export const expired = order({
  state: 'expired',
  payment: { method: 'card', state: 'voided', charge: 'now' },
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

const [twoMugs, oneJug] = order().lines
/** One mug and the jug are not here yet. */
export const awaited = order({
  lines: [
    { ...twoMugs!, awaited: { quantity: 1, restockedOn: '2026-12-12' } },
    { ...oneJug!, awaited: { quantity: 1, restockedOn: null } },
  ],
})

/** Paid in part by a gift card. */
const credited = order({ credits: [{ codeEnd: 'RX25', amount: EUR(2500) }], due: EUR(6095) })

const show = (query: string, shown: OrderView): Specimen => ({
  address: `/orders/P-1001${query}`,
  view: 'orders/show',
  model: { order: shown },
})

const at = (day: number) => new Date(Date.UTC(2026, 10, day, 10, 15))
const mugs = { title: 'Oat mug', optionText: 'Oat · 300 ml', quantity: 2 }
const jug = { title: 'Milk jug', optionText: '', quantity: 1 }

/** A parcel with the mugs, on its way with DHL. */
export const parcel = (more: Partial<ParcelView> = {}): ParcelView => ({
  id: 1,
  number: 1,
  state: 'shipped',
  carrier: 'DHL',
  trackingNumber: '00340434161094000001',
  trackingLink: 'https://www.dhl.com/global-en/home/tracking.html?tracking-id=00340434161094000001',
  shippedAt: at(21),
  endedAt: null,
  lines: [mugs],
  ...more,
})
const back = (more: Partial<ReturnView> = {}): ReturnView => ({
  id: 1,
  number: 1,
  state: 'requested',
  reason: 'damaged',
  declinedBecause: '',
  requestedAt: at(26),
  lines: [{ ...mugs, position: 0, quantity: 1, arrived: null }],
  ...more,
})
const refund = (more: Partial<RefundView> = {}): RefundView => ({
  id: 1,
  amount: EUR(2400),
  isOfOrder: true,
  isDone: true,
  at: at(28),
  ...more,
})
const dispatched: TimelineEntry = { kind: 'shipment_dispatched', at: at(21), number: 1 }
const onItsWay = { cancel: false, changeAddress: false, sendBack: true, reorder: true }

export const partly = order({
  state: 'partly_shipped',
  may: onItsWay,
  parcels: [
    parcel(),
    parcel({
      id: 2,
      number: 2,
      state: 'preparing',
      carrier: '',
      trackingNumber: '',
      shippedAt: null,
      lines: [jug],
    }),
  ],
  timeline: [placed, paid, dispatched],
})
export const sentBackInPart = order({
  state: 'delivered',
  may: onItsWay,
  parcels: [
    parcel({ state: 'delivered', endedAt: at(23) }),
    parcel({ id: 2, number: 2, state: 'lost', endedAt: at(25), trackingLink: '', lines: [jug] }),
  ],
  returns: [
    back({ state: 'refunded' }),
    back({ id: 2, number: 2, state: 'declined', declinedBecause: 'It has been used.\nWe are sorry.' }),
    back({ id: 3, number: 3, state: 'approved' }),
    back({ id: 4, number: 4 }),
  ],
  refunds: [refund(), refund({ id: 2, amount: EUR(395), isDone: false })],
  timeline: [
    placed,
    paid,
    { kind: 'address_changed', at: at(20) },
    dispatched,
    { kind: 'shipment_delivered', at: at(23), number: 1 },
    { kind: 'shipment_lost', at: at(25), number: 2 },
    { kind: 'lines_cancelled', at: at(25) },
    { kind: 'return_requested', at: at(26), number: 1 },
    { kind: 'return_approved', at: at(26), number: 1 },
    { kind: 'return_received', at: at(27), number: 1 },
    { kind: 'refund_requested', at: at(27), amount: EUR(2400) },
    { kind: 'refunded', at: at(28), amount: EUR(2400) },
    { kind: 'return_declined', at: at(28), number: 2 },
  ],
})
export const cancelled = order({
  state: 'cancelled',
  may: { cancel: false, changeAddress: false, sendBack: false, reorder: true },
  refunds: [refund({ amount: EUR(8595), isDone: false })],
  timeline: [placed, paid, { kind: 'cancelled', at: at(21) }],
})

const cancelling = (query: string, shown: OrderView, form: Form<unknown> = blankForm()): Specimen => ({
  address: `/orders/P-1001/cancellation${query}`,
  view: 'orders/cancellation',
  model: { order: shown, form },
})
const [mugLine, jugLine] = order().lines.map(({ title, optionText, picture }, position) => ({
  position,
  title,
  optionText,
  picture,
}))
const returning = (query: string, model: object): Specimen => ({
  address: `/orders/P-1001/returns${query}`,
  view: 'orders/return',
  model: {
    order: partly,
    lines: [
      { ...mugLine, left: 2, why: '' },
      { ...jugLine, left: 0, why: 'not-sent' },
    ],
    reasons: returnReasons,
    days: 30,
    form: blankForm(),
    ...model,
  },
})
const readdressing = (query: string, model: object): Specimen => ({
  address: `/orders/P-1001/address${query}`,
  view: 'orders/address',
  model: {
    number: 'P-1001',
    mayChange: true,
    region: '',
    form: blankForm({ name: 'Asha Rao', line1: 'Lange Straße 12', postcode: '10115', city: 'Berlin' }),
    country: { code: 'DE', example: '10115', region: undefined, regions: {}, postcodeIsOptional: false },
    ...model,
  },
})

const summaries: OrderSummary[] = [
  {
    number: 'P-1012',
    state: 'paid',
    placedAt: placed.at,
    total: EUR(12345),
    titles: ['Oat mug', 'Milk jug'],
    more: 3,
  },
  {
    number: 'P-1001',
    state: 'delivered',
    placedAt: placed.at,
    total: EUR(2400),
    titles: ['Last lamp'],
    more: 0,
  },
]
const history = (query: string, model: object = {}): Specimen => ({
  address: `/account/orders${query}`,
  view: 'orders/history',
  model: {
    orders: summaries,
    count: 42,
    years: [2026, 2025],
    asked: { text: '', year: null },
    links: numberedPages(2, 3, (page) => `/account/orders?page=${page}`),
    ...model,
  },
  surroundings: { customer: 'asha@example.com' },
})

export const specimens: Specimen[] = [
  history(''),
  history('?nothing', { orders: [], count: 0, asked: { text: 'zeppelin', year: 2026 } }),
  history('?none', { orders: [], count: 0, years: [] }),
  show('', order()),
  show('?gift-card', credited),
  show('?covered', order({ payment: { method: 'none', state: 'captured', charge: 'none' } })),
  show('?charged-later', order({ payment: { method: 'card', state: 'authorised', charge: 'later' } })),
  show('?awaited', awaited),
  show('?unpaid', unpaid),
  show('?invoice', onInvoice),
  show('?expired', expired),
  show('?refunded', refunded),
  show('?cancelled', cancelled),
  show('?shipped', order({ state: 'shipped' })),
  show('?partly', partly),
  show('?sent-back', sentBackInPart),
  show('?delivered', order({ state: 'delivered' })),
  show('?long', abroad),
  cancelling('', order()),
  cancelling('?unpaid', unpaid),
  cancelling('?invoice', onInvoice),
  cancelling('?late', partly, blankForm().refuse('orders.refused.order-partly_shipped')),
  cancelling('?cancelled', cancelled),
  returning('', {}),
  returning('?refused', {
    form: new Form({ 'quantity-0': '0', comment: 'Both have a crack.' }, undefined)
      .refuse('orders.return.lines.missing', {}, 'lines')
      .refuse('orders.return.reason.missing', {}, 'reason'),
  }),
  returning('?none', {
    lines: [
      { ...mugLine, left: 0, why: 'too-late' },
      { ...jugLine, left: 0, why: 'returned' },
    ],
  }),
  readdressing('', {}),
  readdressing('?late', { mayChange: false }),
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
