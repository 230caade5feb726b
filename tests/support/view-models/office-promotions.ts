import { permissionNames } from '../../../src/identity/index.ts'
import { blankForm, Form } from '../../../src/platform/forms.ts'
import type { OfficePromotion } from '../../../src/pricing/index.ts'
import { headsOf } from '../heads.ts'
import type { Specimen } from './shared.ts'

const surroundings = { customer: 'admin@example.com', rights: permissionNames }
const screen = (address: string, view: string, model: object): Specimen => ({
  address: `/admin/promotions${address}`,
  view: `admin/${view}`,
  model: { ...model },
  surroundings,
})
const at = new Date('2026-11-26T08:00:00Z')
const promotion: OfficePromotion = {
  ...{
    id: 2,
    name: { en: 'A quarter off', de: 'Ein Viertel weniger' },
    code: 'QUARTER',
    isByCodes: false,
    kind: 'percentage',
  },
  ...{
    share: 250_000,
    amounts: null,
    buy: null,
    free: null,
    categoryIds: [1],
    productIds: [7, 8],
    minimums: { EUR: 4000 },
  },
  ...{
    isForFirstOrder: false,
    combines: false,
    priority: 5,
    limitInAll: 100,
    limitEach: 1,
    startsAt: at,
    endsAt: null,
  },
  ...{ state: 'running', version: 3, codes: 0, uses: 41 },
}
const byCodes: OfficePromotion = {
  ...promotion,
  ...{
    id: 3,
    code: null,
    isByCodes: true,
    codes: 500,
    kind: 'amount',
    share: null,
    amounts: { EUR: 500, GBP: 450 },
  },
  ...{ state: 'stopped', endsAt: at, combines: true, limitEach: null, limitInAll: null },
}
const categories = [{ id: 1, name: 'Tableware › Mugs, cups and beakers that are made by hand' }]
const names = { 1: 'Tableware' }
const given = {
  'name-en': 'A quarter off',
  kind: 'percentage',
  share: '25',
  access: 'code',
  code: 'QUARTER',
  combines: 'yes',
}
const untried = {
  basket: '',
  currency: 'EUR',
  country: 'DE',
  countries: ['AT', 'DE'],
  unknown: [],
  trial: undefined,
}
const steps = [
  { rule: 'line', subject: 'MUG-OAT', from: 2400, quantity: 2, amount: 4800 },
  { rule: 'discount', subject: 'MUG-OAT', name: { en: 'A quarter off' }, from: 4800, amount: -1200 },
  { rule: 'tax', subject: 'MUG-OAT', from: 3600, rate: 190_000, amount: 575 },
]
const one = (query: string, form: Form<unknown>, model: object = {}) =>
  screen(query, 'promotion', {
    ...{ form, promotion, categories, beside: [], trial: untried },
    ...{
      kinds: ['percentage', 'amount', 'free_delivery', 'buy_get'],
      accesses: ['everybody', 'code', 'codes'],
    },
    ...model,
  })
const list = (query: string, promotions: OfficePromotion[]) =>
  screen(query, 'promotions', {
    ...{ promotions, categories: names, asked: { filter: 'all', text: '' }, file: '/admin/promotions.csv' },
    filters: ['all', 'running', 'planned', 'over'],
    heads: headsOf('starts', 'name', 'ends', 'uses'),
  })

export const specimens: Specimen[] = [
  list('', [promotion, byCodes, { ...promotion, id: 4, kind: 'free_delivery', isForFirstOrder: true }]),
  list('?none', []),
  one('/new', blankForm({ kind: 'percentage', access: 'everybody' }), { promotion: null, trial: null }),
  one(
    '/new?refused',
    new Form({ ...given, share: '0', code: '?' }, undefined, [
      { field: 'share', key: 'admin.sale.share.wrong' },
      { field: 'code', key: 'admin.promotion.code.wrong' },
    ]),
    { promotion: null, trial: null },
  ),
  one('/2', blankForm(given), { beside: [{ id: 4, name: { en: 'Lamps' }, combines: false }] }),
  one('/2?tried', blankForm(given), {
    trial: {
      ...{ ...untried, basket: 'MUG-OAT x 2\nZEPPELIN', unknown: ['ZEPPELIN'] },
      trial: { state: 'applied', amount: 1200, without: 5290, quote: { steps, total: 4090 } },
    },
  }),
  one('/2?in-vain', blankForm(given), {
    promotion: byCodes,
    trial: {
      ...untried,
      trial: { state: 'minimum', amount: 0, without: 2890, quote: { steps: [], total: 2890 } },
    },
  }),
  screen('/2/stop', 'promotion-stop', { promotion }),
  screen('/3/stop', 'promotion-stop', { promotion: byCodes }),
  screen('/3/codes', 'voucher-codes', {
    ...{ promotion: byCodes, form: blankForm(), most: 10_000, next: '/admin/promotions/3/codes?after=X' },
    codes: (['free', 'held', 'used'] as const).map((state) => ({
      code: `FRIENDS-23456ABCD${state.length}`,
      state,
    })),
  }),
  screen('/3/codes?refused', 'voucher-codes', {
    ...{ promotion: byCodes, codes: [], most: 10_000, next: null },
    form: new Form({ count: '0' }, undefined, [{ field: 'count', key: 'admin.codes.count.wrong' }]),
  }),
  screen('/3/uses', 'promotion-uses', {
    ...{ promotion: byCodes, seesOrders: true, next: '/admin/promotions/3/uses?before=1' },
    orders: new Map([[1, { number: 'P-1001', currency: 'EUR' }]]),
    uses: [
      { id: 1, orderId: 1, code: 'FRIENDS-23456ABCDE', amount: 1200, state: 'used', at },
      { id: 2, orderId: 2, code: null, amount: 1200, state: 'released', at },
    ],
  }),
  screen('/2/uses', 'promotion-uses', {
    promotion,
    seesOrders: false,
    next: null,
    orders: new Map(),
    uses: [],
  }),
]
