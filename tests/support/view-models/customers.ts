import { fieldsView } from '../../../src/addresses/index.ts'
import type { Card } from '../../../src/catalogue/index.ts'
import { blankForm, Form } from '../../../src/platform/forms.ts'
import { EUR, picture, type Specimen } from './shared.ts'

const customer = { customer: 'asha@example.com' }
const card = (slug: string, title: string, more: Partial<Card> = {}): Card => ({
  id: 1,
  slug,
  title,
  brand: 'Brackwater Pottery',
  picture: picture('mug-oat', title),
  price: EUR(2400),
  was: null,
  pricesDiffer: false,
  variantCount: 1,
  stock: { level: 'plenty', left: 480, restockedOn: null },
  rating: null,
  ...more,
})
const cards = [
  card('oat-mug', 'Oat mug'),
  card('gone-bowl', 'Bowl of a very long name for the family and all of its guests', {
    was: EUR(4900),
    stock: { level: 'none', left: 0, restockedOn: null },
  }),
]
const addresses = [
  {
    id: 1,
    lines: ['Asha Rao', 'Torstraße 1', '10119 Berlin', 'Germany'],
    address: {},
    isDefault: true,
  },
  {
    id: 2,
    lines: ['Asha Rao', 'Donaudampfschifffahrtsgesellschaftsstraße 12', '1010 Wien', 'Austria'],
    address: {},
    isDefault: false,
  },
]
const countries = [
  { code: 'AT', name: 'Austria' },
  { code: 'DE', name: 'Germany' },
]
const refusedAddress = new Form({ name: 'Asha Rao', country: 'DE' }, undefined, [
  { field: 'line1', key: 'addresses.line1.missing' },
  { field: 'postcode', key: 'addresses.postcode.wrong' },
])
const wishPiece = { product: { slug: 'oat-mug', title: 'Oat mug' } }

const own = (address: string, view: string, model: object): Specimen => ({
  address,
  view: `customers/${view}`,
  model: { ...model },
  surroundings: customer,
})

export const specimens: Specimen[] = [
  own('/account', 'account', { name: 'Asha Rao', email: 'asha@example.com', isStaff: false }),
  own('/account?staff', 'account', { name: '', email: 'admin@example.com', isStaff: true }),
  own('/account/addresses', 'addresses', { addresses, removed: null }),
  own('/account/addresses?removed', 'addresses', { addresses: addresses.slice(1), removed: 1 }),
  own('/account/addresses?none', 'addresses', { addresses: [], removed: null }),
  own('/account/addresses/new', 'address', { ...fieldsView(blankForm(), 'DE'), countries, id: null }),
  own('/account/addresses/1', 'address', { ...fieldsView(refusedAddress, 'DE'), countries, id: 1 }),
  own('/account/wish-list', 'wish-list', { cards, address: null }),
  own('/account/wish-list?shared', 'wish-list', { cards, address: 'https://shop.example/wish-lists/9x2Kq' }),
  { address: '/account/wish-list?guest', view: 'customers/wish-list', model: { cards, address: null } },
  { address: '/account/wish-list?none', view: 'customers/wish-list', model: { cards: [], address: null } },
  { address: '/wish-lists/9x2Kq', view: 'customers/shared-wish-list', model: { cards } },
  { address: '/wish-lists/9x2Kq?none', view: 'customers/shared-wish-list', model: { cards: [] } },
  own('/account/privacy', 'privacy', { personalisation: true, marketing: false }),
  {
    address: '/account/privacy?guest',
    view: 'customers/privacy',
    model: { personalisation: false, marketing: null },
  },
  own('/account/privacy/erasure', 'erasure', {
    form: blankForm(),
    email: 'asha@example.com',
    unfinished: [],
  }),
  own('/account/privacy/erasure?refused', 'erasure', {
    form: new Form({ email: 'asha' }, undefined, [{ field: 'email', key: 'customers.erasure.missing' }]),
    email: 'asha@example.com',
    unfinished: [],
  }),
  own('/account/privacy/erasure?unfinished', 'erasure', {
    form: blankForm(),
    email: 'asha@example.com',
    unfinished: ['P-1001', 'P-1002'],
  }),
  {
    address: '/accessibility?consent',
    view: 'shared/accessibility',
    model: {},
    surroundings: { asksConsent: true },
  },
  {
    address: '/accessibility?viewing',
    view: 'shared/accessibility',
    model: {},
    surroundings: { viewing: 'a.very.long.name.of.somebody.who.shops@customers.example.com' },
  },
  {
    address: '/pieces/consent-said',
    view: 'customers/_consent-said',
    model: { isGiven: true },
    isFragment: true,
  },
  {
    address: '/pieces/consent-said?refused',
    view: 'customers/_consent-said',
    model: { isGiven: false },
    isFragment: true,
  },
  {
    address: '/pieces/wish',
    view: 'customers/_wish',
    model: { ...wishPiece, isWished: false, told: null },
    isFragment: true,
  },
  {
    address: '/pieces/wish?wished',
    view: 'customers/_wish',
    model: {
      ...wishPiece,
      isWished: true,
      told: { key: 'customers.wishes.added', values: { title: 'Oat mug' } },
    },
    isFragment: true,
  },
  {
    address: '/pieces/consent',
    view: 'customers/_consent',
    model: {},
    isFragment: true,
  },
  {
    address: '/pieces/tick',
    view: 'shared/_tick',
    model: { form: blankForm(), name: 'tick', label: 'Keep it' },
    isFragment: true,
  },
]
