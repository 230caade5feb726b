import { blankForm, Form, type FormError } from '../../../src/platform/forms.ts'
import {
  type Answer,
  awaitedBasket,
  basket,
  basketOf,
  carded,
  covered,
  line,
  longBasket,
  shortBasket,
} from './basket.ts'
import { EUR, type Specimen } from './shared.ts'

const names = ['address', 'delivery', 'payment-method', 'review']
const stepsAt = (current: string) =>
  names.map((name, index) => ({
    name,
    state: name === current ? 'current' : index < names.indexOf(current) ? 'done' : 'to-do',
    path: `/checkout/${name}`,
  }))

const countries = [
  { code: 'AT', name: 'Austria' },
  { code: 'DE', name: 'Germany' },
  { code: 'IE', name: 'Ireland' },
  { code: 'JP', name: 'Japan' },
  { code: 'GB', name: 'United Kingdom' },
  { code: 'US', name: 'United States' },
]
const germany = { code: 'DE', example: '10115', region: undefined, regions: {}, postcodeIsOptional: false }
const japan = {
  code: 'JP',
  example: '150-0001',
  region: 'prefecture',
  regions: {},
  postcodeIsOptional: false,
}
const ireland = { code: 'IE', example: 'D02 AF30', region: undefined, regions: {}, postcodeIsOptional: true }
const america = {
  code: 'US',
  example: '10001',
  region: 'state',
  regions: { CA: 'California', NY: 'New York' },
  postcodeIsOptional: false,
}

const refused = (given: Record<string, string>, errors: [string | undefined, string][]) =>
  new Form(
    given,
    undefined,
    errors.map(([field, key]): FormError => ({ field, key })),
  )
const typed = {
  email: 'asha@example.com',
  name: 'Asha Rao',
  line1: 'Lange Straße 12',
  line2: 'Hinterhaus, 3. Stock',
  postcode: '10115',
  city: 'Berlin',
  country: 'DE',
  phone: '+49 30 1234567',
}
const wrong = refused({ ...typed, email: 'asha@', name: '', postcode: '1011' }, [
  ['email', 'checkout.email.wrong'],
  ['name', 'addresses.name.missing'],
  ['postcode', 'addresses.postcode.wrong'],
]).explain({ example: '10115' })

const lines = ['Asha Rao', 'Lange Straße 12', '10115 Berlin', 'Germany']
const longLines = [
  'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh-Cholmondeley',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsstraße 12',
  '10115 Berlin',
  'Germany',
]

const page = (name: string, model: object, query = ''): Specimen => ({
  address: `/checkout/${name}${query}`,
  view: `checkout/${name}`,
  model: { form: blankForm(), steps: stepsAt(name), basket, ...model },
})
const address = (query: string, model: object) =>
  page('address', { asksEmail: true, countries, country: germany, kept: undefined, ...model }, query)
const keptAddresses = [
  { id: 1, lines, isChosen: true },
  { id: 2, lines: longLines, isChosen: false },
]
const options = [
  {
    code: 'standard',
    name: 'Standard',
    price: EUR(395),
    isChosen: true,
    first: '2026-11-24',
    last: '2026-11-26',
  },
  {
    code: 'express',
    name: 'Express',
    price: EUR(995),
    isChosen: false,
    first: '2026-11-23',
    last: '2026-11-23',
  },
]
const delivery = (query: string, model: object) =>
  page('delivery', { address: lines, options, ...model }, query)
const methods = ['card', 'invoice']
const review = (query: string, model: object) =>
  page(
    'review',
    {
      email: 'asha@example.com',
      address: lines,
      phone: '',
      delivery: { name: 'Standard', first: '2026-11-24', last: '2026-11-26' },
      method: 'card',
      fingerprint: 'a-fingerprint-of-all-answers',
      ...model,
    },
    query,
  )
const fields = (query: string, country: object): Specimen => ({
  address: `/pieces/checkout/address-fields${query}`,
  view: 'addresses/_fields',
  model: { form: blankForm(), country },
  isFragment: true,
})

export const specimens: Specimen[] = [
  address('', {}),
  address('?refused', { form: wrong }),
  address('?filled', { form: blankForm(typed), asksEmail: false }),
  address('?kept', { asksEmail: false, kept: keptAddresses }),
  address('?kept-none', { asksEmail: false, kept: [] }),
  address('?kept-other', { asksEmail: false, kept: keptAddresses, form: wrong }),
  address('?japan', { form: blankForm({ country: 'JP' }), country: japan }),
  address('?long', {
    basket: longBasket,
    form: blankForm({ ...typed, name: longLines[0], line1: longLines[1] }),
  }),
  fields('', germany),
  fields('?japan', japan),
  fields('?ireland', ireland),
  fields('?america', america),
  { address: '/checkout/contact', view: 'checkout/contact', model: contact(blankForm()) },
  {
    address: '/checkout/contact?refused',
    view: 'checkout/contact',
    model: contact(refused({ email: '' }, [['email', 'checkout.email.missing']])),
  },
  delivery('', {}),
  delivery('?refused', {
    form: refused({ delivery: 'pigeon' }, [['delivery', 'checkout.delivery.missing']]),
  }),
  delivery('?none', { options: [] }),
  delivery('?long', { address: longLines, basket: longBasket, options: [{ ...options[0], price: EUR(0) }] }),
  page('payment-method', { methods, chosen: 'card' }),
  page(
    'payment-method',
    { methods, chosen: 'card', form: refused({}, [['method', 'checkout.method.missing']]) },
    '?refused',
  ),
  review('', {}),
  review('?gift-card', { basket: carded }),
  review('?covered', { basket: covered, method: 'none' }),
  review('?awaited', { basket: awaitedBasket }),
  delivery('?awaited', { basket: awaitedBasket }),
  review('?invoice', { method: 'invoice', phone: '+49 30 1234567' }),
  review('?changed', { form: refused({}, [[undefined, 'checkout.refused.changed']]) }),
  review('?short', {
    basket: shortBasket,
    form: refused({}, [[undefined, 'checkout.refused.short']]).explain({ title: 'Oat mug', left: 1 }),
  }),
  review('?long', { basket: longBasket, address: longLines }),
  review('?abroad', {
    basket: basketOf([line(2, 'Milk jug', 'jug-chalk', 3400)], { country: 'US', rate: 0 }),
    address: ['Ben Ito', '500 Main Street', 'New York, NY 10001', 'United States'],
  }),
]

export const answers: Answer[] = [
  {
    address: '/checkout/address',
    view: 'addresses/_fields',
    model: { form: blankForm({ country: 'JP' }), country: japan },
    status: 200,
  },
]

function contact(form: Form<unknown>) {
  return { form, steps: stepsAt('address'), wantsReminder: false }
}
