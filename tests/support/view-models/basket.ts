import type { BasketLine, BasketView } from '../../../src/basket/basket-view.ts'
import { type CreditAccount, covering } from '../../../src/credit/index.ts'
import { blankForm, Form } from '../../../src/platform/forms.ts'
import { money } from '../../../src/platform/money.ts'
import { billOf, type DeliveryOption, type VoucherView } from '../../../src/pricing/index.ts'
import type { Promotion } from '../../../src/pricing/promotion.ts'
import { workOutQuote } from '../../../src/pricing/work-out-quote.ts'
import { EUR, picture, type Specimen } from './shared.ts'

/** An answer to a request of htmx. */
export interface Answer extends Specimen {
  status: number
}

const STANDARD_RATE = 190_000

/** A line of a basket as the shop would hand it to a page. */
export const line = (
  id: number,
  title: string,
  drawn: string,
  amount: number,
  more: Partial<BasketLine> = {},
): BasketLine => {
  const quantity = more.quantity ?? 1
  return {
    variant: {
      id,
      sku: `SKU-${id}`,
      slug: title.toLowerCase().replaceAll(/[^a-z]+/g, '-'),
      productId: id,
      categoryIds: [],
      title,
      optionText: '',
      picture: picture(drawn, `${title}, seen from the side`),
      price: EUR(amount),
      was: null,
      taxClass: 'standard',
      weightGrams: 400,
      isPublished: true,
    },
    quantity,
    left: 40,
    awaited: null,
    maximum: 40,
    unitPrice: EUR(amount),
    total: EUR(amount * quantity),
    change: undefined,
    ...more,
  }
}

export const standardDelivery: DeliveryOption = {
  code: 'standard',
  name: { en: 'Standard', de: 'Standardversand' },
  amount: 395,
  freeFrom: 10_000,
  daysFrom: 2,
  daysTo: 4,
}

/** A basket with these lines, priced as the shop would. */
export function basketOf(
  lines: BasketLine[],
  {
    delivery = standardDelivery,
    country = 'DE',
    rate = STANDARD_RATE,
    taxIncluded = true,
    vouchers = [],
    promotions = [],
    accounts = [],
  }: {
    delivery?: DeliveryOption
    country?: string
    rate?: number
    taxIncluded?: boolean
    vouchers?: VoucherView[]
    promotions?: Promotion[]
    accounts?: CreditAccount[]
  } = {},
): BasketView {
  const priced = workOutQuote(
    {
      currency: 'EUR',
      country,
      region: '',
      lines: lines.map(({ variant, quantity, unitPrice }) => ({
        ...variant,
        ...{ variantId: variant.id, quantity, unitPrice: unitPrice.amount },
      })),
    },
    {
      taxIncluded,
      taxRates: new Map([['standard', rate]]),
      deliveryRates: [{ ...delivery, gramsTo: 100_000, valueFrom: 0 }],
      promotions,
    },
  )
  const cards = covering(accounts, priced.quote.total, 'EUR')
  return {
    id: 7,
    version: 3,
    lines,
    count: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    quote: { ...priced.quote, fingerprint: 'a-fingerprint-of-22-chr' },
    bill: billOf(priced.quote, 'en'),
    options: priced.options,
    delivery: priced.delivery,
    vouchers,
    ...{ cards, due: cards.reduce((left, { amount }) => left - amount, priced.quote.total) },
    isReady: lines.every(({ change }) => change?.kind !== 'short' && change?.kind !== 'gone'),
  }
}

const mug = line(1, 'Oat mug', 'mug-oat', 2400, { quantity: 2 })
const withOption = { ...mug, variant: { ...mug.variant, optionText: 'Oat · 300 ml' } }
const jug = line(2, 'Milk jug', 'jug-chalk', 3400)
const lamp = line(3, 'Last lamp', 'lamp-moss', 18_900)
const long = line(
  4,
  'Handgedrehte Steinzeug-Cappuccinotassensammlerausgabe mit Untertasse und Löffelablage',
  'mug-moss',
  1_234_500,
  { quantity: 12 },
)
const short = { ...mug, quantity: 5, total: EUR(12_000), left: 3, change: { kind: 'short' } as const }
const gone = { ...lamp, left: 0, maximum: 0, change: { kind: 'gone' } as const }
const dearer = { ...jug, change: { kind: 'price', was: money(3200, 'EUR') } as const }

export const basket = basketOf([withOption, jug])
const bigger = basketOf([{ ...withOption, quantity: 3, total: EUR(7200) }, jug])
export const longBasket = basketOf([long, withOption, lamp, dearer])
export const shortBasket = basketOf([short, gone, dearer])
export const awaitedBasket = basketOf([
  { ...withOption, awaited: { quantity: 1, restockedOn: '2026-12-12' } },
  { ...jug, awaited: { quantity: 1, restockedOn: null } },
])

const removed = { sku: 'LAMP-LAST', title: 'Last lamp', quantity: 1 }
const refusedForm = new Form({ quantity: '12' }, undefined, [
  { field: 'quantity', key: 'basket.refused.short', values: { left: 3, already: 0 } },
])
const nothingHappened = {
  ...{ refused: undefined, removed: undefined, changed: undefined, told: undefined },
  voucherForm: blankForm(),
  saved: [],
}
const tenth: Promotion = {
  id: 1,
  name: { en: '10 % off to welcome you', de: '10 % zum Willkommen' },
  code: 'WELCOME10',
  kind: 'percentage',
  share: 100_000,
  ...{ amount: null, buy: null, free: null, categoryIds: [], productIds: [], minimum: 0, priority: 0 },
  ...{ isForFirstOrder: false, combines: true, hindrance: null, endsAt: null },
  startsAt: new Date('2026-01-01T00:00:00Z'),
}
const voucherOf = (code: string, state: VoucherView['state'], amount = 0): VoucherView => ({
  ...{ code, state, amount, minimum: 10_000, name: tenth.name, startsAt: tenth.startsAt, endsAt: null },
})
const saving = basketOf([withOption, jug], {
  promotions: [tenth],
  vouchers: [voucherOf('WELCOME10', 'applied', 820), voucherOf('FROM-100-EUROS', 'minimum')],
})
const cardOf = (codeEnd: string, more: Partial<CreditAccount> = {}): CreditAccount => ({
  ...{ id: 1, kind: 'gift_card', currency: 'EUR', balance: 2500, codeEnd, state: 'open' },
  ...more,
})
/** Paid in part by a gift card; another one is of no use. */
export const carded = basketOf([withOption, jug], {
  accounts: [cardOf('RX25'), cardOf('GB25', { id: 2, currency: 'GBP' })],
})
/** Wholly paid by gift cards. */
export const covered = basketOf([withOption, jug], {
  accounts: [cardOf('RX25', { balance: 100_000 }), cardOf('MH7K', { id: 2 })],
})
const refusedVoucher = new Form({ code: 'WELCOM' }, undefined, [
  { field: 'code', key: 'basket.voucher.refused.unknown', values: { code: 'WELCOM' } },
])
const show = (query: string, model: object): Specimen => ({
  address: `/basket${query}`,
  view: 'basket/show',
  model: { basket, ...nothingHappened, ...model },
})
const shared = (token: string, isOwn: boolean): Specimen => ({
  address: `/basket/shared/${token}`,
  view: 'basket/shared',
  model: {
    address: 'https://shop.example/basket/shared/Zm9vYmFyYmF6cXV4',
    shared: { token: 'Zm9vYmFyYmF6cXV4', isOwn, keptAs: null, lines: [withOption, jug, gone] },
  },
})
const customer = { customer: 'asha@example.com' }
const keptBaskets = [
  { token: 'a', name: 'Coffee for the office', keptAt: new Date('2026-11-20T12:00:00Z'), count: 12 },
  {
    token: 'b',
    name: 'Donaudampfschifffahrtsgesellschaftsjubiläum',
    keptAt: new Date('2026-10-01T12:00:00Z'),
    count: 1,
  },
]
const kept = (query: string, model: object): Specimen => ({
  address: `/account/baskets${query}`,
  view: 'basket/kept',
  model: { form: blankForm(), kept: keptBaskets, mayKeep: true, ...model },
  surroundings: customer,
})
export const specimens: Specimen[] = [
  kept('', {}),
  kept('?refused', {
    form: new Form({ name: '' }, undefined, [{ field: 'name', key: 'basket.kept.name.missing' }]),
  }),
  kept('?none', { kept: [], mayKeep: false }),
  {
    address: '/basket/shared/kept',
    view: 'basket/shared',
    model: {
      address: 'https://shop.example/basket/shared/a',
      shared: { token: 'a', isOwn: true, keptAs: 'Coffee for the office', lines: [withOption, jug, gone] },
    },
    surroundings: customer,
  },
  show('', {}),
  { ...show('?empty', { basket: undefined }), surroundings: { basket: { count: 0 } } },
  show('?refused', { refused: { sku: 'SKU-1', form: refusedForm } }),
  show('?removed', { removed }),
  show('?removed-last', { basket: undefined, removed }),
  show('?changed', { basket: shortBasket }),
  show('?long', { basket: longBasket }),
  show('?gift-card', { basket: carded }),
  show('?covered', { basket: covered }),
  show('?awaited', { basket: awaitedBasket }),
  show('?free', { basket: basketOf([lamp], { delivery: { ...standardDelivery, amount: 0 } }) }),
  show('?abroad', { basket: basketOf([jug], { country: 'CN', rate: 0 }) }),
  show('?tax-added', { basket: basketOf([jug], { country: 'US', rate: 72_500, taxIncluded: false }) }),
  show('?tax-later', { basket: basketOf([jug], { country: 'US', rate: 0, taxIncluded: false }) }),
  show('?saved', {
    saved: [
      { variant: withOption.variant, quantity: 2, left: 5 },
      { variant: lamp.variant, quantity: 1, left: 0 },
    ],
  }),
  {
    ...show('?saved-alone', { basket: undefined, saved: [{ variant: jug.variant, quantity: 1, left: 5 }] }),
    surroundings: { basket: { count: 0 } },
  },
  shared('own', true),
  shared('given', false),
  show('?saving', { basket: saving }),
  show('?voucher-refused', { voucherForm: refusedVoucher }),
  {
    ...show('?added', {}),
    surroundings: {
      notice: {
        text: 'Added to your basket: 2 × Oat mug',
        link: { text: 'Go to checkout', href: '/checkout' },
      },
    },
  },
]

/** What the shop answers to htmx, at the address of the request: pieces for several places of the page that asked. */
export const answers: Answer[] = [
  {
    address: '/basket/lines/SKU-1',
    view: 'basket/_changed',
    model: { basket: bigger, ...nothingHappened, changed: { title: 'Oat mug', quantity: 3 } },
    status: 200,
  },
  {
    address: '/basket/lines/SKU-2',
    view: 'basket/_changed',
    model: { basket, ...nothingHappened, refused: { sku: 'SKU-2', form: refusedForm } },
    status: 422,
  },
  {
    address: '/basket/lines/SKU-1/removal',
    view: 'basket/_changed',
    model: { basket, ...nothingHappened, removed, changed: { title: 'Last lamp', quantity: 0 } },
    status: 200,
  },
  {
    address: '/basket/lines/SKU-2/removal',
    view: 'basket/_changed',
    model: { basket: undefined, ...nothingHappened, removed, changed: { title: 'Last lamp', quantity: 0 } },
    status: 200,
  },
  {
    address: '/basket/voucher',
    view: 'basket/_changed',
    model: {
      ...{ basket: saving, ...nothingHappened },
      told: { key: 'basket.voucher.notice', values: { code: 'WELCOME10' } },
    },
    status: 200,
  },
  {
    address: '/basket/lines',
    view: 'basket/_added',
    model: { added: { title: 'Oat mug', quantity: 2 }, basket },
    status: 201,
  },
]
