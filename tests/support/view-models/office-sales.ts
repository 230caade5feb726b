import type { OfficeSale } from '../../../src/catalogue/index.ts'
import { permissionNames } from '../../../src/identity/index.ts'
import { blankForm, Form } from '../../../src/platform/forms.ts'
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

export const specimens: Specimen[] = [
  screen('', 'sales', { sales: [planned, sale, { ...sale, id: 1, state: 'over' }] }),
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
