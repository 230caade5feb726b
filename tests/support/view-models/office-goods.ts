import { permissionNames } from '../../../src/identity/index.ts'
import { blankForm } from '../../../src/platform/forms.ts'
import { locales } from '../../../src/platform/locale.ts'
import { currencies } from '../../../src/platform/money.ts'
import type { Upload } from '../../../src/shopify/index.ts'
import type { Specimen } from './shared.ts'

const surroundings = { customer: 'admin@example.com', rights: permissionNames }
const screen = (address: string, view: string, model: object): Specimen => ({
  address: `/admin/products/imports${address}`,
  view: `admin/${view}`,
  model: { ...model },
  surroundings,
})
const at = new Date('2026-11-25T09:30:00Z')
const upload: Upload = {
  ...{
    id: 1,
    name: 'goods-of-the-spring-that-have-a-very-long-name-indeed.csv',
    locale: 'en',
    currency: 'EUR',
  },
  ...{ state: 'checking', done: 120, total: 450, written: null, faults: [], endedAt: null, sentAt: at },
  actor: 'staff:a.very.long.name.of.somebody@warehouse.example.com',
}
const written = {
  products: { added: 12, changed: 3, same: 435 },
  variants: { added: 40, known: 900, withoutStock: 2 },
  categories: ['Tableware', 'Wolfeschlegelsteinhausenbergerdorff'],
}
const faults = Array.from({ length: 12 }, (_, index) => ({
  line: index * 1_000,
  sentence: 'The price “not much” of this variant is no amount of money.',
}))
const one = (query: string, changed: Partial<Upload>) => {
  const shown = { ...upload, ...changed }
  return screen(`/1${query}`, 'upload', { upload: shown, faults: shown.faults })
}
const list = (
  query: string,
  form = blankForm(),
  uploads: Upload[] = [upload, { ...upload, state: 'imported' }],
) => screen(query, 'uploads', { form, uploads, locales, currencies })

export const specimens: Specimen[] = [
  list(''),
  list('?none', blankForm(), []),
  list('?refused', blankForm().refuse('admin.goods.missing', {}, 'file')),
  one('', {}),
  one('?waiting', { done: 0, total: 0 }),
  one('?checked', { state: 'checked', written, faults }),
  one('?nothing', { state: 'checked', faults }),
  one('?imported', { state: 'imported', written: { ...written, categories: [] }, endedAt: at }),
]
