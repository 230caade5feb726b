import type { Picture } from '../../../src/media/index.ts'
import { blankForm, Form } from '../../../src/platform/forms.ts'
import type { Model } from '../../../src/platform/views.ts'

/** A template with a plausible model, at the address where one would meet it. */
export interface Specimen {
  address: string
  view: string
  model: Model
  /** What surrounds this page in another way than it does the others. */
  surroundings?: Model
  /** The view is a piece of a page; it is shown in one. */
  isFragment?: boolean
  /** What htmx gets at this address instead of the page. */
  piece?: { view: string; model: Model }
}

export const surroundings: Model = {
  navigation: [
    { name: 'Tableware', path: 'tableware', children: [] },
    { name: 'Kitchen', path: 'kitchen', children: [] },
    { name: 'Lighting', path: 'lighting', children: [] },
    { name: 'Textiles', path: 'textiles', children: [] },
    { name: 'Storage', path: 'storage', children: [] },
    { name: 'Paper', path: 'paper', children: [] },
  ],
  basket: { count: 3 },
  currency: 'EUR',
  currencies: ['EUR', 'GBP', 'USD', 'JPY'],
  theme: 'system',
  query: '',
  customer: undefined,
  rights: [],
  asksConsent: false,
  viewing: undefined,
  idleMinutes: 60,
  notice: undefined,
}

export const EUR = (amount: number) => ({ amount, currency: 'EUR' })

/** A picture that the preview draws: `mug-oat` is a mug in the colour of oats. */
export function picture(name: string, alt: string): Picture {
  const at = (width: number) => `/media/specimens/${name}/${width}.jpeg`
  const srcset = [320, 640, 960].map((width) => `${at(width)} ${width}w`).join(', ')
  return {
    alt,
    width: 960,
    height: 1200,
    colour: '#efe8dc',
    src: at(640),
    sources: [{ type: 'image/jpeg', srcset }],
  }
}

const refused = new Form({ email: 'asha@', country: 'DE', delivery: 'express' }, undefined, [
  { field: 'email', key: 'shared.form.wrong' },
  { field: 'delivery', key: 'shared.form.wrong' },
  { field: undefined, key: 'layouts.failure' },
])
const countries = [
  { value: 'AT', label: 'Austria' },
  { value: 'DE', label: 'Germany' },
]
const ways = [
  { value: 'standard', label: 'Standard', hint: 'Tue 24 Nov to Thu 26 Nov', end: '€3.95' },
  { value: 'express', label: 'Express', hint: 'Tomorrow, if you order before noon', end: '€9.95' },
]
const piece = (name: string, model: Model, variety = ''): Specimen => ({
  address: `/pieces/${name}${variety}`,
  view: `shared/_${name}`,
  model,
  isFragment: true,
})

const errorPages = [400, 403, 404, 410, 413, 429, 500, 503].map((status) => ({
  address: `/errors/${status}`,
  view: 'shared/error',
  model: { status, reference: '4f7c2d18-93a0', minutes: 7, permission: '' },
}))

export const specimens: Specimen[] = [
  ...errorPages,
  { address: '/accessibility', view: 'shared/accessibility', model: {} },
  {
    address: '/accessibility?notice',
    view: 'shared/accessibility',
    model: {},
    surroundings: {
      notice: { text: 'Your preferences are saved.', link: { text: 'Undo', href: '/' } },
      basket: { count: 0 },
      theme: 'dark',
      currency: 'JPY',
    },
  },
  piece('notice', { text: 'The price of one thing in your basket has changed.', kind: 'warn' }),
  piece('error-summary', { form: refused }),
  piece('field', { form: blankForm(), name: 'name', label: 'Full name', autocomplete: 'name' }),
  piece(
    'field',
    {
      form: refused,
      name: 'email',
      label: 'E-mail address',
      hint: 'For the confirmation of your order',
      type: 'email',
      autocomplete: 'email',
      optional: true,
    },
    '?refused',
  ),
  piece('select', { form: refused, name: 'country', label: 'Country', options: countries, chosen: 'AT' }),
  piece('radios', { form: refused, name: 'delivery', legend: 'Delivery', options: ways, chosen: 'standard' }),
  piece('steps', {
    steps: [
      { label: 'Contact', state: 'done', href: '/checkout/contact' },
      { label: 'Delivery address', state: 'current', href: '/checkout/address' },
      { label: 'Delivery', state: 'ahead', href: null },
      { label: 'Payment', state: 'ahead', href: null },
    ],
  }),
  piece('summary-list', {
    rows: [
      {
        label: 'Delivery address',
        lines: ['Asha Rao', 'Donaudampfschifffahrtsgesellschaftsstraße 12', '10115 Berlin'],
        change: { href: '/checkout/address', what: 'delivery address' },
      },
      { label: 'Payment', lines: ['By invoice'], change: null },
    ],
  }),
  piece('totals', {
    rows: [
      { label: 'Subtotal', text: '€57.00' },
      { label: 'Delivery', text: '€3.95' },
    ],
    total: { label: 'Total', text: '€60.95' },
    statement: 'Includes €9.73 VAT',
  }),
]
