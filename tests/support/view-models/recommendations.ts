import type { Card } from '../../../src/catalogue/cards.ts'
import { EUR, picture, type Specimen } from './shared.ts'

const card = (id: number, title: string, more: Partial<Card> = {}): Card => ({
  id,
  slug: title.toLowerCase().replaceAll(/\W+/g, '-'),
  title,
  brand: 'Hafen Pottery',
  picture: picture('mug-oat', `${title}, seen from the side`),
  price: EUR(2400),
  was: null,
  pricesDiffer: false,
  variantCount: 1,
  stock: { level: 'plenty', left: 40, restockedOn: null },
  rating: null,
  ...more,
})
const because = (how: string, title: string) => ({ how, title, slug: 'oak-bowl' })

export const suggested = [
  { card: card(1, 'Oat mug', { rating: { count: 3, mean: 4.5 } }), because: because('view', 'Oak bowl') },
  { card: card(2, 'Milk jug', { was: EUR(3000) }), because: because('purchase', 'Everyday plate') },
  {
    card: card(3, 'Handgedrehte Steinzeug-Cappuccinotasse mit Untertasse', { variantCount: 2 }),
    because: because('basket', 'Handgedrehte Steinzeug-Teekanne mit Sieb'),
  },
  { card: card(4, 'Bell pendant'), because: null },
]

const page = (placement: string, model: object = {}): Specimen => ({
  address: `/recommendations/${placement}?page`,
  view: 'recommendations/show',
  model: { placement, slugs: [], suggested, told: undefined, ...model },
})

/** What comes into a page once it is seen. */
const piece = (placement: string, query = '', model: object = {}): Specimen => ({
  address: `/recommendations/${placement}${query}`,
  view: 'recommendations/_widget',
  model: { placement, slugs: [], suggested, told: undefined, ...model },
  isFragment: true,
})

export const specimens: Specimen[] = [
  page('home'),
  page('product', { slugs: ['oak-bowl'] }),
  page('basket'),
  { ...page('order', { suggested: [] }), address: '/recommendations/order?none' },
  piece('home'),
  piece('product', '?product=oat-mug', { slugs: ['oat-mug'] }),
  piece('basket'),
  piece('home', '?dismissed', {
    told: { key: 'recommendations.dismissed', values: { title: 'Oat mug' } },
  }),
]
