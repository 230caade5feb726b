import type { ReviewedProduct } from '../../../src/catalogue/reviewed-product.ts'
import { blankForm, Form } from '../../../src/platform/forms.ts'
import type { ReviewPage, ReviewView } from '../../../src/reviews/index.ts'
import { picture, type Specimen } from './shared.ts'

const review = (id: number, more: Partial<ReviewView> = {}): ReviewView => ({
  id,
  displayName: 'Asha R.',
  stars: 5,
  title: 'Warm in the hand',
  paragraphs: [
    'I bought one to try and went back for three more. The rim is thin, the belly is round, and the glaze has flecks that I keep finding anew.',
    'It goes through the dishwasher every day.\nNot a mark so far.',
  ],
  locale: 'en',
  writtenAt: '2026-11-12T09:30:00.000Z',
  isVerified: true,
  ...more,
})

/** A mug that twelve people have reviewed. */
export const reviewed: ReviewPage = {
  rating: { count: 12, mean: 4.5 },
  starCounts: [
    { stars: 5, count: 8 },
    { stars: 4, count: 3 },
    { stars: 3, count: 0 },
    { stars: 2, count: 1 },
    { stars: 1, count: 0 },
  ],
  reviews: [
    review(12),
    review(11, {
      displayName: 'Jörg',
      stars: 4,
      title: 'Schön, aber etwas schwer',
      paragraphs: ['Die Glasur gefällt mir sehr. Voll ist der Becher für meine Mutter zu schwer.'],
      locale: 'de',
      isVerified: false,
    }),
    review(10, {
      displayName: 'Handgedrehte Keramikliebhaberinnengemeinschaft Norddeutschland',
      stars: 2,
      title: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
      paragraphs: ['<script>alert(1)</script> is shown as it was typed, & so is this.'],
    }),
    review(9, { stars: 4, title: 'Arrived chipped', paragraphs: ['They replaced it within three days.'] }),
  ],
}

/** A piece that nobody has reviewed. */
export const unreviewed: ReviewPage = {
  rating: null,
  starCounts: [5, 4, 3, 2, 1].map((stars) => ({ stars, count: 0 })),
  reviews: [],
}

const product: ReviewedProduct = {
  id: 1,
  slug: 'oat-mug',
  title: 'Oat mug',
  picture: picture('mug-oat', 'Oat-coloured mug'),
  trail: [{ name: 'Tableware', path: 'tableware' }],
  variantIds: [1],
}

const at = (number: number, isCurrent: boolean) => ({
  number,
  address: `/products/oat-mug/reviews${number > 1 ? `?page=${number}` : ''}`,
  isCurrent,
})
const onePage = { pageCount: 1, pages: [], previous: null, next: null }
const twoPages = {
  pageCount: 2,
  pages: [at(1, true), at(2, false)],
  previous: null,
  next: '/products/oat-mug/reviews?page=2',
}
const all = { ...reviewed, ...twoPages, stars: null, page: 1, total: 12 }
const fives = { ...reviewed, ...onePage, reviews: [review(12)], stars: 5, page: 1, total: 8 }
const threes = { ...reviewed, ...onePage, reviews: [], stars: 3, page: 1, total: 0 }
const none = { ...unreviewed, ...onePage, stars: null, page: 1, total: 0 }

const refused = new Form({ title: '', text: 'Too short', displayName: 'Asha R.' }, undefined, [
  { field: 'stars', key: 'reviews.form.stars.missing' },
  { field: 'title', key: 'reviews.form.title.missing' },
  { field: 'text', key: 'reviews.form.text.too-short', values: { length: 9 } },
])
const written = blankForm({
  stars: '4',
  title: 'Warm',
  text: 'Round and warm,\n\nand heavy.',
  displayName: 'A',
})
const show = (query: string, list: object): Specimen => ({
  address: `/products/oat-mug/reviews${query}`,
  view: 'reviews/show',
  model: { product, list },
})
const write = (query: string, form: Form<unknown>, before: object | null): Specimen => ({
  address: `/products/oat-mug/reviews/new${query}`,
  view: 'reviews/write',
  model: { product, form, written: before },
})

const ownReview = (state: string, more: object = {}) => ({
  stars: 4,
  title: 'Warm in the hand',
  state,
  reason: null,
  writtenAt: new Date('2026-11-12T09:30:00Z'),
  product: { slug: 'oat-mug', title: 'Oat mug' },
  ...more,
})
const customer = { customer: 'asha@example.com' }

export const specimens: Specimen[] = [
  {
    address: '/account/reviews',
    view: 'reviews/own',
    model: {
      reviews: [
        ownReview('pending'),
        ownReview('published', { product: null }),
        ownReview('declined', { reason: 'It names a person.' }),
      ],
    },
    surroundings: customer,
  },
  { address: '/account/reviews?none', view: 'reviews/own', model: { reviews: [] }, surroundings: customer },
  show('', all),
  show('?stars=5', fives),
  show('?stars=3', threes),
  show('?none', none),
  write('', blankForm(), null),
  write('?refused', refused, null),
  write('?pending', written, { state: 'pending', reason: null }),
  write('?published', written, { state: 'published', reason: null }),
  write('?declined', written, { state: 'declined', reason: 'It names another buyer.' }),
  { address: '/products/oat-mug/reviews/new?stranger', view: 'reviews/not-bought', model: { product } },
]
