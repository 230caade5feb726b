import { permissionNames } from '../../../src/identity/index.ts'
import { pictureOf } from '../../../src/media/index.ts'
import { blankForm, Form } from '../../../src/platform/forms.ts'
import { headsOf } from '../heads.ts'
import type { Specimen } from './shared.ts'

const surroundings = { customer: 'admin@example.com', rights: permissionNames }
const screen = (address: string, view: string, model: object): Specimen => ({
  address: `/admin/categories${address}`,
  view: `admin/${view}`,
  model: { ...model },
  surroundings,
})
const row = (id: number, name: string, path: string, depth: number) => ({
  ...{ id, name, path, depth, products: id * 41, isFirst: id === 1, isLast: id === 4 },
})
const categories = [
  row(1, 'Tableware', 'tableware', 0),
  row(
    2,
    'Mugs, cups and beakers that are made by hand',
    'tableware/mugs-cups-and-beakers-that-are-made-by-hand',
    1,
  ),
  row(3, 'Large ones', 'tableware/mugs-cups-and-beakers-that-are-made-by-hand/large', 2),
  row(4, 'Paper', 'paper', 0),
]
const others = categories.map(({ id, name }) => ({ id, name }))
const category = {
  ...{ id: 2, slug: 'mugs', path: 'tableware/mugs', parentId: 1, name: { en: 'Mugs', de: 'Becher' } },
  ...{ description: { en: '' }, version: 3, products: 12, parts: 1, picture: null, pictureWords: null },
}
const given = { 'name-en': 'Mugs', 'name-de': 'Becher', slug: 'mugs', parent: '1', 'alt-en': 'Three mugs' }
const picture = pictureOf({
  key: '2'.repeat(32),
  width: 800,
  height: 1000,
  colour: '#886644',
  alt: 'Three mugs',
})

const other = (address: string, view: string, model: object): Specimen => ({
  address: `/admin/${address}`,
  view: `admin/${view}`,
  model: { ...model },
  surroundings,
})
const attribute = {
  ...{ id: 3, key: 'material', name: { en: 'Material' }, kind: 'choice', unit: '', isFacet: true },
  values: [
    { id: 1, key: 'oak', label: { en: 'Oak', de: 'Eiche' }, products: 12 },
    { id: 2, key: 'ash', label: { en: 'Ash' }, products: 0 },
  ],
}
const labels = {
  'name-en': 'Material',
  'label-1-en': 'Oak',
  'label-1-de': 'Eiche',
  'label-2-en': 'Ash',
  facet: 'yes',
}
const searches = [
  { query: 'a very long word that nobody has ever found', locale: 'en', times: 3, found: 0, shownFor: '' },
  { query: 'mgu', locale: 'en', times: 1, found: 4, shownFor: 'mug' },
]
const languages = [
  { locale: 'en', seen: 'cup, mug' },
  { locale: 'de', seen: '' },
]
const untried = { q: '', language: 'en', taken: null }
const detailed = {
  'attribute-0': 'Material',
  'value-0': 'Oak',
  'german-0': 'Eiche',
  tags: 'new',
  featured: 'yes',
}

export const specimens: Specimen[] = [
  other('attributes', 'attributes', {
    attributes: [{ ...attribute, values: 2, products: 12 }],
    heads: headsOf('name', 'values', 'products'),
  }),
  other('attributes?none', 'attributes', { attributes: [] }),
  other('attributes/3', 'attribute', { attribute, seen: 'a', form: blankForm(labels) }),
  other('attributes/3?refused', 'attribute', {
    ...{ attribute, seen: 'a' },
    form: new Form({ ...labels, 'label-1-en': '' }, undefined, [
      { field: 'label-1-en', key: 'admin.attribute.label.missing' },
    ]),
  }),
  other('brands', 'brands', {
    heads: headsOf('brand', 'products'),
    brands: [{ brand: 'Brackwater Pottery', products: 12 }],
    form: new Form({ from: 'Brackwater Pottery', to: '' }, undefined, [
      { field: 'to', key: 'admin.brand.missing' },
    ]),
  }),
  other('brands?none', 'brands', { brands: [], form: blankForm() }),
  other('search', 'search', {
    ...{ form: blankForm(), languages, inVain: searches, most: searches },
    trial: { q: 'mgu', language: 'en', taken: { words: "'mug'", correction: 'mug' } },
  }),
  other('search?none', 'search', {
    ...{
      form: blankForm().refuse('admin.synonyms.changed'),
      languages,
      inVain: [],
      most: [],
      trial: untried,
    },
  }),
  other('products/2/details', 'details', {
    ...{ id: 2, slug: 'oat-mug', version: 3, title: 'Oat mug', form: blankForm(detailed), length: 4 },
  }),
  other('products/2/details?refused', 'details', {
    ...{ id: 2, slug: 'oat-mug', version: 3, title: 'Oat mug', length: 4 },
    form: new Form({ 'attribute-0': 'Material' }, undefined, [
      { field: 'value-0', key: 'admin.details.value.missing' },
    ]),
  }),
  screen('', 'categories', { categories }),
  screen('?none', 'categories', { categories: [] }),
  screen('/new', 'category-new', { form: blankForm(), categories: others }),
  screen('/new?refused', 'category-new', {
    form: new Form({}, undefined, [{ field: 'name-en', key: 'admin.category.name.missing' }]),
    categories: [],
  }),
  screen('/2', 'category', { category, form: blankForm(given), picture, categories: others }),
  screen('/2?refused', 'category', {
    ...{ category, picture: null, categories: others },
    form: new Form(given, undefined, [
      { field: 'files', key: 'admin.picture.file.missing' },
      { field: 'slug', key: 'admin.address.wrong' },
    ]),
  }),
  screen('/2/removal', 'category-removal', { category }),
  screen('/3/removal', 'category-removal', { category: { ...category, products: 0, parts: 0 } }),
]
