import { permissionNames } from '../../../src/identity/index.ts'
import { blankForm, Form } from '../../../src/platform/forms.ts'
import type { Specimen } from './shared.ts'

const surroundings = { customer: 'admin@example.com', rights: permissionNames }
const screen = (address: string, view: string, model: object): Specimen => ({
  address: `/admin/${address}`,
  view: `admin/${view}`,
  model: { ...model },
  surroundings,
})
const rates = {
  ...{ 'country-0': 'DE', 'class-0': 'standard', 'percent-0': '19' },
  ...{ 'country-1': 'US', 'region-1': 'CA', 'class-1': 'standard', 'percent-1': '7.25' },
}
const markets = [
  {
    code: 'europe',
    seen: 'a',
    form: blankForm({ 'name-en': 'Europe', countries: 'AT DE', included: 'yes' }),
  },
  { code: '', seen: 'b', form: blankForm() },
]
const zones = [
  { code: 'nearby', seen: 'a', form: blankForm({ 'name-en': 'Germany and Austria', places: 'AT DE' }) },
  { code: '', seen: 'b', form: blankForm() },
]
const method = {
  ...{
    'name-en': 'Standard delivery',
    position: '1',
    'zone-0': 'nearby',
    'currency-0': 'EUR',
    'grams-0': '10000',
  },
  ...{ 'cost-0': '3.90', 'free-0': '80.00', 'days-from-0': '2', 'days-to-0': '3' },
}
const choices = [{ value: 'nearby', label: 'Germany and Austria' }]

export const specimens: Specimen[] = [
  screen('taxes', 'taxes', { form: blankForm(rates), seen: 'a', length: 5, now: [] }),
  screen('taxes?conflict', 'taxes', {
    ...{
      form: blankForm(rates).refuse('admin.rules.changed'),
      seen: 'a',
      length: 5,
      now: ['DE standard 19'],
    },
  }),
  screen('markets', 'markets', { forms: markets, form: blankForm() }),
  screen('markets?refused', 'markets', {
    forms: [
      markets[0],
      {
        code: '',
        seen: 'b',
        form: new Form({ code: '?' }, undefined, [{ field: 'code', key: 'admin.rules.code' }]),
      },
    ],
    form: new Form({ code: '?' }, undefined, [{ field: 'code', key: 'admin.rules.code' }]),
  }),
  screen('delivery', 'delivery', {
    ...{ forms: zones, form: blankForm() },
    methods: [
      { code: 'standard', name: { en: 'Standard delivery' }, rates: [{ zone: 'nearby' }, { zone: 'world' }] },
    ],
  }),
  screen('delivery?none', 'delivery', { forms: zones, form: blankForm(), methods: [] }),
  screen('delivery/methods/standard', 'delivery-method', {
    ...{ form: blankForm(method), seen: 'a', code: 'standard', length: 4, zones: choices },
  }),
  screen('delivery/methods/standard?refused', 'delivery-method', {
    form: new Form({ ...method, 'cost-0': 'much' }, undefined, [
      { field: 'cost-0', key: 'admin.product.price' },
    ]),
    ...{ seen: 'a', code: null, length: 4, zones: choices },
  }),
]
