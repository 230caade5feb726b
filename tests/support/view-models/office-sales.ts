import type { OfficeSale } from '../../../src/catalogue/index.ts'
import { permissionNames } from '../../../src/identity/index.ts'
import { blankForm, Form } from '../../../src/platform/forms.ts'
import { headsOf } from '../heads.ts'
import type { Specimen } from './shared.ts'

const surroundings = { customer: 'admin@example.com', rights: permissionNames }
const screen = (address: string, view: string, model: object): Specimen => ({
  address: `/admin/sales${address}`,
  view: `admin/${view}`,
  model: { ...model },
  surroundings,
})
const [startsAt, endsAt] = [new Date('2026-11-26T08:00:00Z'), new Date('2026-12-24T17:00:00Z')]
const sale: OfficeSale = {
  id: 2,
  name: 'Winter',
  share: 200_000,
  startsAt,
  endsAt,
  state: 'running',
  products: 41,
}
const planned: OfficeSale = {
  ...sale,
  id: 3,
  share: 125_000,
  state: 'planned',
  name: `Spring ${'and more '.repeat(9)}`,
}
const prices = [
  { sku: 'MUG-OAT', title: 'Oat mug', currency: 'EUR', standing: 2400, amount: 1920 },
  { sku: 'MUG-OAT', title: 'Oat mug', currency: 'JPY', standing: 3900, amount: 3120 },
]
const categories = [
  { id: 1, name: 'Tableware' },
  { id: 2, name: 'Tableware › Mugs, cups and beakers that are made by hand' },
]
const typed = { name: 'Winter', share: '20', ends: '2026-12-24T18:00', 'category-1': 'yes', key: 'k' }
const planning = (query: string, form: Form<unknown>, model: object = {}) =>
  screen(`/new${query}`, 'sale-new', { form, categories, preview: null, ...model })

const other = (address: string, view: string, model: object): Specimen => ({
  address: `/admin/${address}`,
  view: `admin/${view}`,
  model: { ...model },
  surroundings,
})
const counted = { variantId: 1, sku: 'MUG-OAT', title: 'Oat mug', onHand: 12, held: 2, counted: 9 }
const transfer = { line: 3, amount: 4800, currency: 'EUR', purpose: 'Order P-1001, thank you'.repeat(3) }

export const specimens: Specimen[] = [
  other('prices', 'prices', { form: blankForm(), lines: null, same: 0, faults: [], prices: '' }),
  other('prices?read', 'prices', {
    ...{ form: blankForm(), same: 2, prices: '1:EUR:2250:2400' },
    lines: [
      {
        ...{ variantId: 1, sku: 'MUG-OAT-WITH-A-VERY-LONG-SKU-INDEED', title: 'Oat mug', currency: 'EUR' },
        ...{ amount: 2250, compareAt: 2400, seen: { amount: 2400, compareAt: null } },
      },
      {
        ...{ variantId: 2, sku: 'BOWL', title: 'Wolfeschlegelsteinhausenbergerdorff', currency: 'JPY' },
        ...{ amount: 390_000, compareAt: null, seen: null },
      },
    ],
    faults: [{ line: 4, key: 'admin.prices.twice', values: { sku: 'BOWL', currency: 'EUR', first: 2 } }],
  }),
  other('prices?missing', 'prices', {
    form: blankForm().refuse('admin.list.missing', {}, 'list'),
    ...{ lines: null, same: 0, faults: [], prices: '' },
  }),
  other('stock/count', 'count', { form: blankForm(), lines: null, same: 0, faults: [], counts: '' }),
  other('stock/count?read', 'count', {
    ...{
      form: blankForm({ list: 'sku,on_hand' }),
      lines: [counted, { ...counted, counted: 14 }],
      same: 40,
      counts: '1=9',
    },
    faults: [{ line: 7, key: 'admin.count.held', values: { sku: 'MUG-INK', held: 4 } }],
  }),
  other('stock/count?missing', 'count', {
    ...{ lines: [], same: 3, faults: [], counts: '' },
    form: new Form({}, undefined, [{ field: 'list', key: 'admin.list.missing' }]),
  }),
  other('payments/bank', 'bank', { form: blankForm(), currencies: ['EUR'], read: null }),
  other('payments/bank?read', 'bank', {
    ...{ form: blankForm({ list: 'date;amount', currency: 'EUR' }), currencies: ['EUR', 'GBP'] },
    read: {
      lines: [
        { ...transfer, number: 'P-1001', recorded: { outcome: 'recorded' } },
        { ...transfer, number: undefined, recorded: { outcome: 'quarantined', reason: 'unknown_order' } },
      ],
      ...{ outgoing: 2, faults: [{ line: 9, sentence: 'The amount "x" cannot be read.' }] },
    },
  }),
  screen('', 'sales', {
    sales: [planned, sale, { ...sale, id: 1, state: 'over' }],
    heads: headsOf('starts', 'name', 'share', 'ends', 'products'),
  }),
  screen('?none', 'sales', { sales: [] }),
  planning('', blankForm(), { categories: [] }),
  planning('?shown', blankForm(typed), { preview: { products: 1, variants: 2, examples: prices } }),
  planning('?nothing', blankForm(typed), { preview: { products: 0, variants: 0, examples: [] } }),
  planning(
    '?refused',
    new Form({ ...typed, share: '0' }, undefined, [
      { field: 'share', key: 'admin.sale.share.wrong' },
      { field: 'goods', key: 'admin.sale.goods.unknown', values: { names: 'zeppelin' } },
    ]),
  ),
  screen('/2', 'sale', { sale, prices, next: '/admin/sales/2?sku=MUG-OAT&currency=JPY' }),
  screen('/3', 'sale', { sale: { ...sale, state: 'over' }, prices: [], next: null }),
  screen('/2/end', 'sale-end', { sale }),
  screen('/3/end', 'sale-end', { sale: planned }),
]
