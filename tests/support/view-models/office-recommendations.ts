import { barChart } from '../../../src/admin/bar-chart.ts'
import { permissionNames } from '../../../src/identity/index.ts'
import { blankForm, Form } from '../../../src/platform/forms.ts'
import { suggested } from './recommendations.ts'
import type { Specimen } from './shared.ts'

const at = new Date('2026-11-26T03:12:00Z')
const report = {
  ...{ task: 'next', blend: { weights: [0.5, 0.5, 0, 0, 0], season: 0, steps: 2 }, window: [1, 2] },
  ...{ figures: { recall: 0.5314, rank: 0.1883 }, sessions: 201_388, items: 43_097, seconds: 12.34 },
}
const model = (id: number, state: string, more: object = {}) => ({
  ...{
    id,
    state,
    step: 'done',
    events: 906_112,
    reason: null,
    report,
    beganAt: at,
    endedAt: at,
    isKept: true,
  },
  ...more,
})
const models = [
  model(9, 'training', { step: 'reading', report: null, endedAt: null, isKept: false }),
  model(8, 'running'),
  model(7, 'refused', {
    reason: 'worse',
    report: { ...report, figures: { recall: 0.4012, rank: 0.1 } },
  }),
  model(6, 'failed', { reason: 'too-little', report: null, isKept: false }),
  model(5, 'retired', { isKept: false }),
]
const figures = [
  {
    ...{ placement: 'home', version: 'model-8', shown: 12_345, clicks: 678, baskets: 90, orders: 12 },
    revenue: [
      { currency: 'EUR', amount: 123_456 },
      { currency: 'JPY', amount: 98_765 },
    ],
  },
  {
    ...{ placement: 'home', version: 'popular', shown: 0, clicks: 1, baskets: 0, orders: 0 },
    revenue: [],
  },
  {
    ...{ placement: 'product', version: 'endpoint-a-very-long-name-of-a-variant', shown: 7, clicks: 1 },
    ...{ baskets: 0, orders: 0, revenue: [] },
  },
]
const choices = [
  {
    ...{ id: 1, productId: 3, placement: 'everywhere', kind: 'pinned' },
    product: { slug: 'oat-mug', title: 'Oat mug' },
  },
  { ...{ id: 2, productId: 4, placement: 'mail', kind: 'excluded' }, product: null },
]
const blank = { trail: '', at: 'home', unknown: [], found: null }
const whole = {
  ...{ form: blankForm(), models, figures, choices, share: 10, version: 3, mayEdit: true },
  ...{ running: models[1], training: models[0], coverage: { shown: 41, onShow: 60 } },
  chart: barChart([
    { name: '5', value: 0.5 },
    { name: '7', value: 0.4 },
    { name: '8', value: 0.53 },
  ]),
  placements: ['home', 'product', 'basket', 'order'],
  trial: blank,
}
const screen = (query: string, model: object = {}): Specimen => ({
  address: `/admin/recommendations${query}`,
  view: 'admin/recommendations',
  model: { ...whole, ...model },
  surroundings: { customer: 'admin@example.com', rights: permissionNames },
})

export const specimens: Specimen[] = [
  screen(''),
  screen('?new', {
    ...{ models: [], figures: [], choices: [], chart: null, running: undefined, training: undefined },
    ...{ coverage: { shown: 0, onShow: 60 } },
  }),
  screen('?sees', { mayEdit: false }),
  screen('?refused', {
    form: new Form({ sku: 'NOWHERE', kind: 'excluded', placement: 'home' }, undefined, [
      { field: 'sku', key: 'admin.recommendations.sku.unknown' },
    ]),
  }),
  screen('?tried', {
    training: undefined,
    trial: {
      ...{ trail: 'MUG-OAT NOWHERE', at: 'home', unknown: ['NOWHERE'] },
      found: { version: 'model-8', suggested },
    },
  }),
]
