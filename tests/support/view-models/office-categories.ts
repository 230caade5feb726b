import { permissionNames } from '../../../src/identity/index.ts'
import { pictureOf } from '../../../src/media/index.ts'
import { blankForm, Form } from '../../../src/platform/forms.ts'
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

export const specimens: Specimen[] = [
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
