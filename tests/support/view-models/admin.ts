import { fieldsView } from '../../../src/addresses/index.ts'
import { barChart } from '../../../src/admin/bar-chart.ts'
import { permissionNames } from '../../../src/identity/index.ts'
import type { OfficeOrder, OfficeRow } from '../../../src/orders/index.ts'
import { carrierCodes, officeFilters } from '../../../src/orders/index.ts'
import { blankForm, Form } from '../../../src/platform/forms.ts'
import { headsOf } from '../heads.ts'
import { onInvoice, order, partly, sentBackInPart } from './orders.ts'
import { EUR, type Specimen } from './shared.ts'

const surroundings = { customer: 'admin@example.com', rights: permissionNames }
const at = new Date('2026-11-26T16:05:00Z')
const screen = (address: string, view: string, model: object): Specimen => ({
  address: `/admin${address}`,
  view: `admin/${view}`,
  model: { ...model },
  surroundings,
})
const staff = [
  { id: 1, email: 'admin@example.com', name: 'Ada Admin', roles: ['admin'], isDisabled: false, seenAt: at },
  {
    id: 2,
    email: 'a.very.long.name.of.somebody.who.packs@warehouse.example.com',
    name: '',
    roles: ['orders', 'support'],
    isDisabled: true,
    seenAt: null,
  },
]
const orders: OfficeRow[] = [
  {
    ...{ id: 12, number: 'P-1012', state: 'paid', placedAt: at, email: 'asha@example.com', name: 'Asha Rao' },
    ...{ total: EUR(12345), paymentMethod: 'card', pieces: 7, sortKey: '12' },
  },
  {
    ...{
      id: 1,
      number: 'P-1001',
      state: 'delivered',
      placedAt: at,
      email: `${'long'.repeat(12)}@example.com`,
    },
    ...{
      name: 'Wolfeschlegelsteinhausenbergerdorff',
      total: EUR(2400),
      paymentMethod: 'invoice',
      pieces: 1,
      sortKey: '1',
    },
  },
]
const list = (query: string, model: object = {}) =>
  screen(`/orders${query}`, 'orders', {
    orders,
    asked: { filter: 'all', text: '' },
    filters: officeFilters,
    heads: headsOf('placed', 'total', 'customer'),
    next: '/admin/orders?behind=1~1',
    file: '/admin/orders.csv',
    ...model,
  })

const counts = {
  awaited: 0,
  cancelled: 0,
  replacing: 0,
  recent: 0,
  returning: 0,
  lost: 0,
  returned: 0,
  refunded: 0,
}
const lines = [
  {
    ...{ ...counts, position: 0, variantId: 1, title: 'Oat mug, Oat · 300 ml', quantity: 3, paid: 7200 },
    ...{ preparing: 1, shipped: 0, delivered: 0, refundedAmount: 0, packable: 2 },
  },
  {
    ...{ ...counts, position: 1, variantId: 2, title: 'Milk jug', quantity: 1, paid: 3400 },
    ...{ preparing: 0, shipped: 0, delivered: 1, refunded: 1, refundedAmount: 3400, packable: 0 },
  },
]
const events = [
  { at, kind: 'placed', state: 'awaiting_payment', actor: 'shopper', details: {} },
  { at, kind: 'paid', state: 'paid', actor: 'provider', details: {} },
  { at, kind: 'shipment_prepared', state: 'paid', actor: 'staff:orders@example.com', details: { number: 1 } },
  {
    at,
    kind: 'note',
    state: 'paid',
    actor: 'staff:support@example.com',
    details: { text: 'Called <them>.' },
  },
]
const payment: OfficeOrder['payment'] = {
  ...{ id: 1, orderId: 1, method: 'card', state: 'captured', currency: 'EUR', amount: 8595, captured: 8595 },
  ...{ session: null, address: null, reference: 'pi_1' },
}
const detail = (query: string, shown: OfficeOrder['order'], model: object = {}) =>
  screen(`/orders/P-1001${query}`, 'order', {
    ...{ order: shown, lines, payment, refunds: [], events, deliveryLeft: 395, comments: {} },
    ...{
      carriers: carrierCodes,
      rights: { ship: true, refund: true, decide: true, settle: true },
      isShut: true,
      form: blankForm(),
    },
    ...model,
  })
const returned = (state: 'requested' | 'approved') => {
  const [back] = sentBackInPart.returns
  return order({ state: 'delivered', returns: back ? [{ ...back, state }] : [] })
}
const refund = (query: string, form: Form<unknown>, total: object | null) =>
  screen(`/orders/P-1001/refund${query}`, 'refund', {
    ...{ order: order(), lines, payment, refunds: [], events, deliveryLeft: 395, comments: {}, form, total },
  })
const variants = [
  { id: 1, sku: 'MUG-OAT', title: 'Oat mug', optionText: 'Oat · 300 ml', onHand: 480, held: 3 },
  { id: 2, sku: 'LAMP-LAST', title: 'Last lamp', optionText: '', onHand: 1, held: 1 },
]
const movement = { id: 1, at, location: 'main', actor: 'staff:orders@example.com', note: '', reference: null }
const stockOf = (query: string, form: Form<unknown>) =>
  screen(`/stock/1${query}`, 'stock-of', {
    variant: { id: 1, sku: 'MUG-OAT', title: 'Oat mug', optionText: 'Oat · 300 ml', slug: 'oat-mug' },
    inPlaces: [{ code: 'main', name: 'Main warehouse', onHand: 480, held: 3 }],
    places: [
      { code: 'main', name: 'Main warehouse' },
      { code: 'annex', name: 'Annex' },
    ],
    movements: [
      {
        ...movement,
        delta: -5,
        onHand: 472,
        reason: 'damage',
        reasonKey: 'inventory.reason.damage',
        note: 'Fell.',
      },
      {
        ...movement,
        delta: -3,
        onHand: 477,
        reason: 'sale',
        reasonKey: 'inventory.reason.sale',
        reference: 'P-1001',
      },
      {
        ...movement,
        delta: 480,
        onHand: 480,
        reason: 'opening',
        reasonKey: 'inventory.reason.opening',
        reference: 'x',
      },
    ],
    ...{ adjustments: ['delivery', 'count', 'damage'], seesOrders: true, form },
  })
const placeForms = ['main', ''].map((code) => ({
  ...{ code, name: 'Main warehouse', seen: 'x' },
  form: new Form<unknown>({ name: 'Main warehouse', country: 'DE', position: '1', open: 'yes' }, undefined),
}))
const closed = new Form<unknown>({ code: 'main', name: 'Main', open: 'no' }, undefined).refuse(
  'admin.place.refused.not-empty',
  {},
  'open',
)
const review = {
  ...{
    id: 5,
    productId: 1,
    orderId: 1,
    displayName: 'Asha R.',
    stars: 4,
    title: 'Warm in the hand',
    locale: 'en',
  },
  ...{ text: 'I bought one.\n\nThen three more.', version: 2, writtenAt: at, isRewritten: true },
  product: { slug: 'oat-mug', title: 'Oat mug' },
}
const customers = [
  { id: 3, email: 'asha@example.com', name: 'Asha Rao', roles: [], since: at, isDisabled: false },
  { id: 1, email: 'admin@example.com', name: 'Ada Admin', roles: ['admin'], since: at, isDisabled: true },
]
const audit = [
  {
    ...{ id: 2, at, actor: 'staff:admin@example.com', action: 'stock-adjusted', subject: 'variant 1' },
    ...{
      before: { onHand: 477, held: 0 },
      after: { onHand: 472, held: 0 },
      network: '127.0.0.1',
      request: 'a-b',
    },
  },
  {
    ...{ id: 1, at, actor: 'staff:admin@example.com', action: 'order-noted', subject: 'P-1001' },
    ...{ before: null, after: null, network: '2001:db8::/64', request: 'c-d' },
  },
]
const job = {
  id: 7,
  task: 'order.paid.sendConfirmation',
  attempts: 3,
  maxAttempts: 15,
  runAt: at,
  isRunning: false,
}

const typedProduct = {
  ...{
    'title-en': 'Oat mug',
    'title-de': 'Haferbecher',
    'summary-en': 'A mug.',
    'description-en': '<p>Thrown.</p>',
  },
  ...{
    'price-MUG-OAT-EUR': '24.00',
    category: '1',
    brand: 'Brackwater Pottery',
    status: 'active',
    published: '2026-11-01T09:00',
  },
}
const product = (query: string, form: Form<unknown>, now: [string, string][] = []) =>
  screen(`/products/2${query}`, 'product', {
    ...{ form, id: 2, slug: 'oat-mug', title: 'Oat mug', version: 3, now },
    variants: ['MUG-OAT', 'MUG-OAT-LARGE'],
    categories: [{ id: 1, name: 'Tableware › Mugs' }],
  })

const days = [
  { day: '2026-11-24', orders: 2, amount: 421000 },
  { day: '2026-11-25', orders: 0, amount: 0 },
  { day: '2026-11-26', orders: 3, amount: 12345 },
]

export const specimens: Specimen[] = [
  screen('/keys', 'keys', {}),
  screen('', 'show', {
    ...{ name: 'Ada Admin', roles: ['admin'], currency: 'EUR' },
    waiting: [
      { name: 'to-ship', count: 12, path: '/admin/orders?filter=to-ship' },
      { name: 'low-stock', count: 1, path: '/admin/stock?few=yes' },
      { name: 'jobs', count: 0, path: '/admin/jobs' },
    ],
    figures: [
      { orders: 42, ordersBefore: 40, total: EUR(421000), totalBefore: EUR(500000) },
      {
        orders: 1,
        ordersBefore: 0,
        total: { amount: 4200, currency: 'JPY' },
        totalBefore: { amount: 0, currency: 'JPY' },
      },
    ],
    days,
    chart: barChart(days.map(({ day, amount }) => ({ name: day, value: amount }))),
  }),
  screen('?quiet', 'show', {
    ...{
      name: 'Ana Analyst',
      roles: ['analyst'],
      currency: 'EUR',
      waiting: [],
      figures: [],
      days: [],
      chart: null,
    },
  }),
  screen('/staff', 'staff', { staff, heads: headsOf('who', 'seen'), self: 1, mayDisable: true }),
  list(''),
  list('?none', { orders: [], next: null, asked: { filter: 'to-ship', text: 'zeppelin' } }),
  detail('', partly),
  detail('?packing', order()),
  detail('?unpaid', onInvoice, { payment: { ...payment, method: 'invoice', state: 'pending', captured: 0 } }),
  detail('?return', returned('requested'), { comments: { 1: 'It has a crack.' } }),
  detail('?return-approved', returned('approved')),
  detail('?refused', order(), { form: blankForm().refuse('orders.refused.carrier') }),
  detail('?held', order(), { payment: { ...payment, state: 'authorised', captured: 0 } }),
  detail('?reading', order(), { rights: { ship: false, refund: false, decide: false, settle: false } }),
  refund('', blankForm(), null),
  refund('?computed', blankForm({ 'quantity-0': '1', key: 'k' }), EUR(2400)),
  refund('?refused', blankForm({ 'quantity-0': '9' }).refuse('orders.refused.more-than-paid'), null),
  screen('/products', 'products', {
    products: [
      {
        id: 2,
        title: 'Oat mug',
        brand: 'Brackwater Pottery',
        status: 'active',
        isOnShow: true,
        variantCount: 3,
        updatedAt: at,
      },
      {
        id: 1,
        title: 'A bowl that nobody has seen yet',
        brand: '',
        status: 'draft',
        isOnShow: false,
        variantCount: 1,
        updatedAt: at,
      },
    ],
    ...{
      asked: { filter: 'all', text: '' },
      filters: ['all', 'on-show', 'hidden'],
      heads: headsOf('title', 'brand', 'changed'),
      next: '/admin/products?before=1',
    },
    file: '/admin/products.csv',
  }),
  screen('/products?none', 'products', {
    ...{
      products: [],
      asked: { filter: 'hidden', text: 'x' },
      filters: ['all', 'on-show', 'hidden'],
      heads: headsOf('title', 'brand', 'changed'),
      next: null,
    },
    file: '/admin/products.csv',
  }),
  product('', blankForm(typedProduct)),
  product(
    '?refused',
    new Form({ ...typedProduct, 'title-en': '' }, undefined, [
      { field: 'title-en', key: 'admin.product.title.missing' },
      { field: 'price-MUG-OAT-EUR', key: 'admin.product.price' },
    ]),
  ),
  product('?conflict', blankForm(typedProduct).refuse('admin.product.changed'), [
    ['title-en', 'Oat mug, new'],
  ]),
  screen('/returns', 'returns', {
    heads: headsOf('asked', 'order', 'customer', 'pieces'),
    returns: [
      {
        ...{ id: 1, number: 1, orderNumber: 'P-1001', email: 'asha@example.com', state: 'requested' },
        ...{ reason: 'damaged', requestedAt: at, pieces: 2 },
      },
    ],
  }),
  screen('/returns?none', 'returns', { returns: [] }),
  screen('/stock', 'stock', {
    heads: headsOf('sku', 'product'),
    variants,
    asked: { text: '', few: false },
    next: '/admin/stock?after=2',
    file: '/admin/stock.csv',
  }),
  screen('/stock?none', 'stock', {
    heads: null,
    variants: [],
    asked: { text: 'x', few: true },
    next: null,
    file: '/admin/stock.csv',
  }),
  screen('/stock/back-in-stock', 'back-in-stock', {
    heads: headsOf('people', 'sku', 'product', 'since'),
    variants: variants.map((variant) => ({ ...variant, people: 12, since: at })),
  }),
  screen('/stock/back-in-stock?none', 'back-in-stock', { variants: [] }),
  stockOf('', blankForm()),
  stockOf(
    '?short',
    new Form({ quantity: '9' }, undefined).refuse('admin.stock.transfer.short', { free: 2 }, 'quantity'),
  ),
  screen('/orders/picking', 'picking', {
    heads: headsOf('place', 'sku', 'product', 'pieces'),
    picks: variants.map((variant) => ({
      ...variant,
      quantity: 12,
      places: ['Main warehouse', 'Annex'],
      orders: Array.from({ length: 9 }, (_, index) => ({ number: `P-100${index}`, quantity: index + 1 })),
    })),
    most: 30,
  }),
  screen('/orders/picking?none', 'picking', { heads: headsOf('place'), picks: [], most: 30 }),
  screen('/stock/places', 'places', { forms: placeForms, form: blankForm() }),
  screen('/stock/places?refused', 'places', {
    forms: placeForms.map((place) => ({ ...place, form: closed })),
    form: closed,
  }),
  stockOf(
    '?refused',
    new Form({ delta: 'x' }, undefined, [{ field: 'delta', key: 'admin.stock.delta.wrong' }]),
  ),
  screen('/reviews', 'reviews', {
    reviews: [review, { ...review, id: 6, product: null, isRewritten: false }],
    form: blankForm(),
  }),
  screen('/reviews?none', 'reviews', { reviews: [], form: blankForm() }),
  screen('/reviews?refused', 'reviews', {
    reviews: [review],
    form: blankForm().refuse('admin.review.no-reason'),
  }),
  screen('/customers', 'customers', {
    heads: headsOf('since', 'email', 'name'),
    customers,
    text: '',
    next: '/admin/customers?before=1',
    file: '/admin/customers.csv',
  }),
  screen('/customers?none', 'customers', {
    heads: headsOf('since', 'email', 'name'),
    customers: [],
    text: 'x',
    next: null,
    file: '/admin/customers.csv',
  }),
  screen('/customers/3', 'customer', {
    ...{
      customer: customers[0]!,
      signIns: [{ id: 'a' }],
      orders,
      mayNote: true,
      mayErase: true,
      mayView: true,
    },
    notes: [{ text: 'Rings before noon. '.repeat(9), actor: 'staff:support@example.com', at }],
    consents: [
      { purpose: 'marketing', isGiven: true, wording: 'Yes, write to me about what is new.', saidAt: at },
    ],
  }),
  screen('/orders/new', 'phone-order', {
    ...fieldsView(blankForm({ goods: 'MUG-OAT x 2' }), 'DE'),
    ...{ countries: [{ code: 'DE', name: 'Germany' }], currencies: ['EUR', 'GBP'], locales: ['en', 'de'] },
  }),
  screen('/orders/new?refused', 'phone-order', {
    ...fieldsView(
      new Form({}, undefined, [
        { field: 'goods', key: 'admin.phone.unknown', values: { skus: 'ZEPPELIN' } },
        { field: 'name', key: 'addresses.name.missing' },
      ]),
      'US',
    ),
    ...{
      countries: [{ code: 'US', name: 'United States' }],
      currencies: ['EUR', 'GBP'],
      locales: ['en', 'de'],
    },
  }),
  ...[true, false].map((isReady) =>
    screen(`/orders/new/0b0e7a52${isReady ? '' : '?short'}`, 'phone-review', {
      ...{
        form: blankForm(),
        draft: '0b0e7a52',
        given: { locale: 'en', currency: 'EUR' },
        fingerprint: 'f',
        isReady,
      },
      ...{ basket: { id: 1, version: 2 }, email: 'asha@example.com', address: ['Asha Rao', 'Torstraße 1'] },
      lines: [{ title: 'Oat mug', optionText: 'Oat', sku: 'MUG-OAT', quantity: 2, total: EUR(4800) }],
      ...{
        bill: [{ key: 'basket.subtotal', values: {}, amount: EUR(4800) }],
        total: EUR(5190),
        chosen: 'standard',
      },
      options: isReady ? [{ code: 'standard', name: 'Standard', price: EUR(390) }] : [],
    }),
  ),
  screen('/mails', 'mails', { names: ['confirmed', 'parcel', 'reminder'], locales: ['en', 'de'] }),
  screen('/mails/parcel', 'mail', {
    ...{ name: 'parcel', locale: 'de', locales: ['en', 'de'], order: '', isAboutOrder: true },
    mail: {
      subject: 'Ihr Paket ist unterwegs',
      text: `Guten Tag\n\n${'https://shop.example/orders/P-1001?'.repeat(5)}`,
    },
  }),
  screen('/mails/parcel?none', 'mail', {
    ...{ name: 'parcel', locale: 'en', locales: ['en', 'de'], order: 'P-1', isAboutOrder: true, mail: null },
  }),
  screen('/orders/P-1001/mails', 'order-mails', {
    number: 'P-1001',
    ...{ email: 'asha@example.com', reach: { because: 'bounce', since: at } },
    mails: [
      { key: 'order P-1001 confirmed', subject: 'Order P-1001 placed', sentAt: at, isHeld: true, again: 2 },
    ],
  }),
  screen('/orders/P-1002/mails', 'order-mails', {
    ...{ number: 'P-1002', email: 'ben@example.com', reach: null },
    mails: [],
  }),
  screen('/payments', 'payments', {
    waiting: [
      {
        kind: 'report',
        subject: `evt_${'1aB'.repeat(12)}`,
        reason: 'overpaid',
        amount: 4200,
        currency: 'EUR',
        at,
      },
      { kind: 'transfer', subject: 'line 7', reason: 'unknown_order', amount: null, currency: null, at },
    ],
    discrepancies: [
      {
        id: 1,
        kind: 'payment_differs',
        subject: 'pi_1',
        orderId: 1,
        ours: { amount: 4200 },
        theirs: { amount: 4100 },
      },
      { id: 2, kind: 'refund_missing', subject: 're_1', orderId: null, ours: null, theirs: { amount: 100 } },
    ],
    orders: new Map([[1, { number: 'P-1001' }]]),
    form: new Form({ subject: 'line 7', note: '' }, undefined, [
      { field: 'note', key: 'admin.settle.missing' },
    ]),
  }),
  screen('/payments?none', 'payments', {
    waiting: [],
    discrepancies: [],
    orders: new Map(),
    form: blankForm(),
  }),
  screen('/customers/3/erasure', 'customer-erasure', {
    customer: customers[0]!,
    form: blankForm().refuse('admin.erasure.missing', {}, 'email'),
    unfinished: [],
  }),
  screen('/customers/3/erasure?unfinished', 'customer-erasure', {
    ...{ customer: customers[0]!, form: blankForm(), unfinished: ['P-1001'] },
  }),
  screen('/customers/3?none', 'customer', {
    ...{ customer: { ...customers[0]!, isDisabled: true }, signIns: [], orders: [], notes: [] },
    ...{ consents: [], mayNote: false, mayErase: false, mayView: false },
  }),
  screen('/jobs', 'jobs', {
    counts: { waiting: 5, late: 1, failed: 2, givenUp: 1 },
    jobs: [
      { ...job, lastError: 'connect ECONNREFUSED 127.0.0.1:25' },
      { ...job, id: 8, attempts: 15, lastError: 'x'.repeat(300) },
      { ...job, id: 9, isRunning: true, lastError: 'once' },
    ],
  }),
  screen('/jobs?none', 'jobs', { counts: { waiting: 0, late: 0, failed: 0, givenUp: 0 }, jobs: [] }),
  screen('/audit', 'audit', {
    heads: headsOf('at'),
    entries: audit,
    actions: ['order-noted', 'stock-adjusted'],
    asked: { actor: '', action: '', subject: '' },
    next: '/admin/audit?behind=1~1',
    file: '/admin/audit.csv',
  }),
  screen('/audit?none', 'audit', {
    heads: headsOf('at'),
    ...{
      entries: [],
      actions: [],
      asked: { actor: 'kim', action: '', subject: '' },
      next: null,
      file: '/admin/audit.csv',
    },
  }),
  {
    address: '/errors/403?right',
    view: 'shared/error',
    model: { status: 403, reference: '4f7c2d18-93a0', minutes: 1, permission: 'see-staff' },
    surroundings: { customer: 'admin@example.com' },
  },
]
