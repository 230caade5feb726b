import { permissionNames } from '../../../src/identity/index.ts'
import { pictureOf } from '../../../src/media/index.ts'
import { blankForm, Form } from '../../../src/platform/forms.ts'
import { currencies } from '../../../src/platform/money.ts'
import type { Specimen } from './shared.ts'

const surroundings = { customer: 'admin@example.com', rights: permissionNames }
const screen = (address: string, view: string, model: object): Specimen => ({
  address: `/admin/products/${address}`,
  view: `admin/${view}`,
  model: { ...model },
  surroundings,
})
const head = { id: 2, slug: 'oat-mug', version: 3, title: 'Oat mug' }
const categories = [
  { id: 1, name: 'Tableware' },
  { id: 2, name: 'Tableware › Mugs, cups and beakers that are made by hand' },
]

const making = (query: string, form: Form<unknown>, model: object = {}) =>
  screen(`new${query}`, 'product-new', { form, categories, currencies, ...model })

const options = [
  {
    name: { en: 'Glaze', de: 'Glasur' },
    values: [
      { key: 'oat', label: { en: 'Oat', de: 'Hafer' } },
      { key: 'moss', label: { en: 'Moss' } },
    ],
  },
]
const variant = (sku: string, values: string[]) => ({
  ...{ sku, values, barcode: null, weightGrams: 0, taxClass: 'standard', picture: null, prices: [] },
})
const variants = [variant('MUG-OAT', ['oat']), variant('MUG-MOSS-THAT-HAS-A-VERY-LONG-NUMBER', ['moss'])]
const typed = {
  ...{ 'offered-0': 'yes', 'offered-1': 'yes', 'barcode-0': '4006381333931', 'weight-0': '350' },
  ...{ 'tax-0': 'standard', 'tax-1': 'reduced', 'picture-0': '0' },
}
const optional = {
  ...{ 'name-1-en': 'Glaze', 'name-1-de': 'Glasur', 'value-1-0-en': 'Oat', 'value-1-0-de': 'Hafer' },
  'value-1-1-en': 'Moss',
}
const choosing = (query: string, sent: Form<unknown>, model: object = {}) =>
  screen(`2/variants${query}`, 'variants', {
    ...{
      ...head,
      options,
      variants,
      taxes: ['reduced', 'standard'],
      pictures: ['From the side', 'From above'],
    },
    ...{ missing: 2, beginning: 'MUG', asksToRetire: false, form: sent },
    forms: {
      ...{
        options: blankForm(optional),
        variants: blankForm(typed),
        added: blankForm(),
        missing: blankForm(),
      },
    },
    ...model,
  })
const heavy = new Form({ ...typed, 'weight-0': 'heavy' }, undefined, [
  { field: 'weight-0', key: 'admin.variant.weight.wrong' },
])

const seen = (place: number, alt: string) => ({
  key: String(place).repeat(32),
  alt: { en: alt },
  picture: pictureOf({ key: String(place).repeat(32), width: 800, height: 1000, colour: '#886644', alt }),
})
const hanging = (query: string, form: Form<unknown>, model: object = {}) =>
  screen(`2/pictures${query}`, 'pictures', {
    ...{ ...head, form, upload: form },
    pictures: [
      { ...seen(1, 'Mug from the side, with its handle to the right'), variants: ['MUG-OAT'] },
      { ...seen(2, 'Mug from above'), variants: [] },
    ],
    removed: [seen(3, 'Mug that fell')],
    ...model,
  })

const turning = (query: string, form: Form<unknown>, products: object[]) =>
  screen(`turn${query}`, 'turn', { form, products, categories, turns: ['show', 'hide', 'archive', 'move'] })

export const specimens: Specimen[] = [
  screen('2/address', 'product-address', { ...head, form: blankForm() }),
  screen('2/address?taken', 'product-address', {
    ...head,
    form: new Form({ slug: 'moss-bowl' }, undefined, [{ field: 'slug', key: 'admin.address.taken' }]),
  }),
  turning('', blankForm(), [
    { id: 2, title: 'Oat mug', isOnShow: true },
    { id: 1, title: 'Moss bowl', isOnShow: false },
  ]),
  turning('?none', blankForm().refuse('admin.turn.none'), []),
  making('', blankForm()),
  making(
    '?refused',
    new Form({ 'title-en': 'Fern jug' }, undefined, [
      { field: 'sku', key: 'admin.product.sku.missing' },
      { field: 'price-EUR', key: 'admin.product.price.missing' },
    ]),
  ),
  making('?none', blankForm(), { categories: [] }),
  choosing('', blankForm()),
  choosing('?heavy', heavy, {
    forms: {
      ...{ options: blankForm(optional), variants: heavy, added: blankForm(), missing: blankForm() },
    },
  }),
  choosing('?one', blankForm(), {
    ...{ options: [], variants: [variant('MUG-OAT', [])], missing: 0, pictures: [] },
  }),
  choosing('?retires', blankForm().refuse('admin.variant.refused.retires', { skus: 'MUG-MOSS' }), {
    asksToRetire: true,
    missing: 0,
  }),
  hanging('', blankForm()),
  hanging('?none', blankForm(), { pictures: [], removed: [] }),
  hanging(
    '?refused',
    new Form({ 'alt-en': '' }, undefined, [{ field: 'alt-en', key: 'admin.picture.alt.missing' }]),
  ),
  hanging(
    '?wordless',
    new Form({ key: '1'.repeat(32), 'alt-en': '' }, undefined, [
      { field: 'alt-en-0', key: 'admin.picture.alt.missing' },
    ]),
    { upload: blankForm() },
  ),
]
