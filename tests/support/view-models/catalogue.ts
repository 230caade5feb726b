import type { Card } from '../../../src/catalogue/cards.ts'
import type { Choice } from '../../../src/catalogue/choice.ts'
import type { Filters } from '../../../src/catalogue/filters.ts'
import type { Listing } from '../../../src/catalogue/listing.ts'
import { sorts } from '../../../src/catalogue/listing-query.ts'
import { blankForm, Form } from '../../../src/platform/forms.ts'
import { reviewed, unreviewed } from './reviews.ts'
import { EUR, picture, type Specimen, surroundings } from './shared.ts'

const card = (title: string, amount: number, drawn: string, more: Partial<Card> = {}): Card => ({
  id: 1,
  slug: title.toLowerCase().replaceAll(/\W+/g, '-'),
  title,
  brand: 'Hafen Pottery',
  picture: picture(drawn, `${title}, seen from the side`),
  price: EUR(amount),
  was: null,
  pricesDiffer: false,
  variantCount: 1,
  stock: { level: 'plenty', left: 40, restockedOn: null },
  rating: null,
  ...more,
})

const cards = [
  card('Oat mug', 2400, 'mug-oat', { variantCount: 4, rating: reviewed.rating }),
  card('Last lamp', 18_900, 'lamp-moss', {
    brand: 'Studio Nord',
    stock: { level: 'few', left: 1, restockedOn: null },
  }),
  card('Gone bowl', 4200, 'bowl-clay', {
    stock: { level: 'none', left: 0, restockedOn: null },
    rating: { count: 1, mean: 5 },
  }),
  card('Milk jug', 3400, 'jug-chalk', { was: EUR(4200) }),
  card('Everyday plate', 1800, 'plate-slate', { variantCount: 3, pricesDiffer: true }),
  card('Bell pendant', 14_900, 'pendant-ink', {
    brand: 'Studio Nord',
    stock: { level: 'awaited', left: 0, restockedOn: '2026-12-12' },
  }),
  card('Handgedrehte Steinzeug-Cappuccinotasse mit Untertasse', 3600, 'mug-moss', { variantCount: 2 }),
  card('Candlestick', 2900, 'candlestick-oak', { brand: 'Werkstatt Linde' }),
]

const value = (name: string, count: number, isChosen = false) => ({
  value: name.toLowerCase().replaceAll(/\W+/g, '-'),
  label: name,
  count,
  isChosen,
})
const field = (typed = '', amount: number | undefined = undefined) => ({
  typed,
  amount,
  isWrong: typed !== '' && amount === undefined,
})
const filters = (more: Partial<Filters> = {}): Filters => ({
  isAtLeast: false,
  facets: [
    {
      name: 'colour',
      label: 'Colour',
      values: [
        'Oat',
        'Moss',
        'Clay',
        'Slate',
        'Ink',
        'Chalk',
        'Stone',
        'Ivory',
        'Walnut',
        'Natural linen',
      ].map((name, index) => value(name, 40 - index)),
    },
    { name: 'brand', label: 'Brand', values: [value('Hafen Pottery', 61), value('Studio Nord', 1_204)] },
  ],
  inStock: { count: 119, isChosen: false },
  price: { from: field(), to: field() },
  form: blankForm(),
  applied: [],
  clear: '/categories/tableware',
  ...more,
})

/** Two values, a price and what is in stock are chosen. */
const narrowed = filters({
  facets: [
    {
      name: 'colour',
      label: 'Colour',
      values: [value('Oat', 12, true), value('Moss', 3, true), value('Clay', 7)],
    },
  ],
  inStock: { count: 6, isChosen: true },
  price: { from: field('20', 2000), to: field('a lot') },
  form: blankForm().refuse('catalogue.filters.price.wrong', {}, 'price-to'),
  applied: [
    { kind: 'value', label: 'Colour: Oat', without: '/categories/tableware?colour=moss' },
    { kind: 'value', label: 'Colour: Moss', without: '/categories/tableware?colour=oat' },
    { kind: 'in-stock', label: '', without: '/categories/tableware?colour=oat&colour=moss' },
    { kind: 'price-from', label: '', amount: 2000, without: '/categories/tableware?colour=oat' },
  ],
})

const listing = (more: Partial<Listing> = {}): Listing => ({
  cards,
  total: 8,
  isAtLeast: false,
  page: 1,
  pageCount: 1,
  pages: [],
  next: null,
  previous: null,
  more: null,
  sort: 'featured',
  sorts,
  path: '/categories/tableware',
  address: '/categories/tableware',
  q: '',
  exact: false,
  filters: filters(),
  ...more,
})
const empty = listing({ cards: [], total: 0, pageCount: 0 })
const page = (number: number, isCurrent = false) => ({
  number,
  address: `/categories/tableware?page=${number}`,
  isCurrent,
})

const views = [
  picture('mug-oat', 'Oat-coloured stoneware mug with fine iron specks, handle to the right'),
  picture('mug-moss', 'The mug in moss green'),
  picture('mug-clay', 'The mug from above, filled with coffee'),
  picture('mug-slate', 'Two mugs in slate blue, side by side'),
]
const galleryAt = (number: number) => ({
  picture: views[number - 1]!,
  views: views.map((each, index) => ({
    number: index + 1,
    picture: each,
    isShown: index + 1 === number,
    address: `/products/oat-mug?sku=MUG-OAT&view=${index + 1}`,
  })),
})
const delivery = {
  country: 'DE',
  ways: [
    {
      name: 'Standard delivery',
      cost: EUR(390),
      freeFrom: EUR(8000),
      first: '2026-11-27',
      last: '2026-11-30',
    },
    { name: 'Express delivery', cost: EUR(890), freeFrom: null, first: '2026-11-26', last: '2026-11-26' },
  ],
}

const choice = (more: Partial<Choice> = {}): Choice => ({
  slug: 'oat-mug',
  sku: 'MUG-OAT',
  title: 'Oat mug',
  price: EUR(2400),
  was: null,
  stock: { level: 'plenty', left: 40, restockedOn: null },
  ...galleryAt(1),
  taxIncluded: true,
  delivery,
  optionText: 'Oat · 300 ml',
  options: [
    {
      number: 1,
      name: 'Glaze',
      values: [
        { id: 11, label: 'Oat', isChosen: true, isAvailable: true, isMade: true },
        { id: 12, label: 'Moss', isChosen: false, isAvailable: true, isMade: true },
        { id: 13, label: 'Clay', isChosen: false, isAvailable: false, isMade: true },
        { id: 14, label: 'Slate', isChosen: false, isAvailable: false, isMade: false },
      ],
    },
    {
      number: 2,
      name: 'Size',
      values: [
        { id: 21, label: '200 ml', isChosen: false, isAvailable: true, isMade: true },
        { id: 22, label: '300 ml', isChosen: true, isAvailable: true, isMade: true },
      ],
    },
  ],
  form: blankForm({ quantity: '1' }),
  maximum: 40,
  ...more,
})

const product = {
  slug: 'oat-mug',
  title: 'Oat mug',
  brand: 'Hafen Pottery',
  brandKey: 'hafen-pottery',
  seo: {
    title: 'Oat mug, thrown by hand in speckled stoneware',
    description: 'A stoneware mug for the first coffee of the day.',
  },
  accessibility:
    'The handle takes two fingers and stays cool; filled, the mug weighs 700 g. It can be told from the others of its family by the rough foot.',
  summary: 'A mug for the first coffee of the day, thrown in speckled stoneware, with room for two fingers.',
  descriptionHtml: `<p>Each mug is thrown on the wheel, turned, and glazed by pouring, so that no two are quite alike.
    The foot is left bare: you feel the clay under your fingers, and it does not scratch the table.</p>
    <p>The handle is pulled, not cast. It takes two fingers, and it stays cool.</p>
    <ul><li>Safe in the dishwasher, the microwave and the oven up to 180 °C</li>
    <li>Glazed without lead or cadmium</li></ul>`,
  specification: [
    { name: 'Material', value: 'Stoneware, iron-speckled' },
    { name: 'Volume', value: '300 ml' },
    { name: 'Height', value: '8.8 cm' },
    { name: 'Made in', value: 'Hamburg, Germany' },
  ],
  pictures: views,
  rating: reviewed.rating,
}
const trail = [
  { name: 'Tableware', path: 'tableware' },
  { name: 'Mugs and cups', path: 'tableware/mugs' },
]
const productPage = (query: string, variant: Choice, reviews = reviewed): Specimen => ({
  address: `/products/oat-mug${query}`,
  view: 'catalogue/product',
  model: {
    product: { ...product, rating: reviews.rating },
    choice: variant,
    trail,
    isWished: false,
    related: cards.slice(3, 7),
    reviews: { ...reviews, reviews: reviews.reviews.slice(0, 3) },
    data: productData,
  },
  piece: { view: 'catalogue/_choice', model: { choice: variant } },
})
const productData = {
  '@context': 'https://schema.org',
  '@type': 'Product',
  name: '</script><script>alert(1)',
}
const bareProduct = {
  ...product,
  brand: '',
  specification: [],
  accessibility: '',
  pictures: views.slice(0, 1),
}
const tooMany = new Form({ quantity: '12' }, undefined, [
  { field: 'quantity', key: 'shared.stock.few', values: { left: 2 } },
])
const searchFor = (query: string, found: Listing, more: object = {}): Specimen => ({
  address: `/search?q=${query}`,
  view: 'catalogue/search',
  model: {
    ...{ query, correction: null, isLoose: false, instead: [], ...more },
    listing: { ...found, path: '/search', q: query },
  },
  surroundings: { query },
})

const families = ['mug-oat', 'bowl-moss', 'lamp-clay', 'cloth-slate', 'jug-chalk', 'plate-ink']
const navigation = surroundings.navigation as { name: string; path: string }[]

export const specimens: Specimen[] = [
  {
    address: '/',
    view: 'catalogue/home',
    model: {
      featured: cards.slice(0, 4),
      families: navigation.map(({ name, path }, index) => ({
        name,
        path,
        description: `Everything that is ${name.toLowerCase()}`,
        picture: picture(families[index]!, name),
      })),
      hero: picture('hero', 'A jug, two mugs and a bowl of lemons on a table by the window'),
    },
  },
  {
    address: '/categories/tableware',
    view: 'catalogue/category',
    model: {
      category: {
        name: 'Tableware',
        path: 'tableware',
        description:
          'Cups, plates and bowls in stoneware and porcelain, for every day and for long evenings.',
      },
      trail: [],
      children: [
        { name: 'Mugs and cups', path: 'tableware/mugs' },
        { name: 'Plates', path: 'tableware/plates' },
        { name: 'Bowls', path: 'tableware/bowls' },
      ],
      listing: listing({
        total: 130,
        pageCount: 6,
        page: 3,
        pages: [page(1), page(2), page(3, true), page(4), page(6)],
        next: '/categories/tableware?page=4',
        previous: '/categories/tableware?page=2',
        more: '/categories/tableware?page=3&shown=48',
      }),
    },
    piece: {
      view: 'catalogue/_narrowed',
      model: { listing: listing({ filters: narrowed }), name: 'Tableware' },
    },
  },
  {
    address: '/categories/tableware?colour=oat&colour=moss&in-stock=yes&price-from=20&price-to=a+lot',
    view: 'catalogue/category',
    model: {
      category: { name: 'Tableware', path: 'tableware', description: '' },
      trail: [],
      children: [],
      listing: listing({ filters: narrowed }),
    },
  },
  {
    address: '/categories/tableware?colour=oat&price-from=900',
    view: 'catalogue/category',
    model: {
      category: { name: 'Tableware', path: 'tableware', description: '' },
      trail: [],
      children: [],
      listing: listing({ filters: narrowed, cards: [], total: 0, pageCount: 0 }),
    },
  },
  {
    address: '/categories/tableware/mugs',
    view: 'catalogue/category',
    model: {
      category: { name: 'Mugs and cups', path: 'tableware/mugs', description: '' },
      trail: trail.slice(0, 1),
      children: [],
      listing: listing({ path: '/categories/tableware/mugs', cards: cards.slice(0, 3), total: 3 }),
    },
  },
  {
    address: '/categories/paper',
    view: 'catalogue/category',
    model: {
      category: { name: 'Paper', path: 'paper', description: 'Notebooks, cards and wrapping.' },
      trail: [],
      children: [],
      listing: empty,
    },
  },
  {
    address: '/search',
    view: 'catalogue/search',
    model: { query: '', correction: null, isLoose: false, instead: [], listing: empty },
  },
  searchFor('mug', listing({ total: 1_000, isAtLeast: true, filters: filters({ isAtLeast: true }) })),
  searchFor('bowel', listing(), { correction: 'bowl' }),
  searchFor('oak teapot', listing(), { isLoose: true }),
  searchFor('zeppelin', empty, { instead: cards.slice(0, 4) }),
  productPage('', choice()),
  productPage(
    '?reduced',
    choice({ was: EUR(3000), stock: { level: 'few', left: 2, restockedOn: null }, maximum: 2 }),
  ),
  productPage(
    '?refused',
    choice({ stock: { level: 'few', left: 2, restockedOn: null }, maximum: 2, form: tooMany }),
  ),
  productPage(
    '?gone',
    choice({ stock: { level: 'none', left: 0, restockedOn: null }, maximum: 0, delivery: null }),
  ),
  productPage(
    '?awaited',
    choice({
      stock: { level: 'awaited', left: 0, restockedOn: '2026-12-12' },
      delivery: { ...delivery, ways: delivery.ways.map((way) => ({ ...way, first: null, last: null })) },
    }),
  ),
  productPage('?some', choice({ stock: { level: 'some', left: 2, restockedOn: null } })),
  productPage('?view=3', choice(galleryAt(3))),
  {
    address: '/products/bare',
    view: 'catalogue/product',
    model: {
      product: { ...bareProduct, rating: null },
      choice: choice({
        views: [],
        options: [],
        optionText: '',
        delivery: { ...delivery, ways: delivery.ways.slice(1) },
      }),
      trail,
      isWished: true,
      related: [],
      reviews: unreviewed,
      recent: cards.slice(0, 5),
      data: [],
    },
  },
  {
    address: '/products/withdrawn',
    view: 'catalogue/gone',
    model: { title: 'Clay mug', trail, alternatives: cards.slice(0, 4) },
  },
  {
    address: '/products/withdrawn-alone',
    view: 'catalogue/gone',
    model: { title: 'Clay mug', trail, alternatives: [] },
  },
  productPage('?unpriced', choice({ price: null, options: [], delivery: null }), unreviewed),
  { address: '/pieces/choice', view: 'catalogue/_choice', model: { choice: choice() }, isFragment: true },
  { address: '/pieces/gallery', view: 'catalogue/_gallery', model: { choice: choice() }, isFragment: true },
  {
    address: '/recently-viewed',
    view: 'catalogue/_recently-viewed',
    model: { recent: cards.slice(0, 3), product: undefined },
    isFragment: true,
  },
  { address: '/pieces/listing', view: 'catalogue/_listing', model: { listing: listing() }, isFragment: true },
  {
    address: '/search/suggestions',
    view: 'catalogue/_suggestions',
    model: {
      groups: [
        { name: 'words', options: [{ label: 'mug', address: '/search?q=mug' }] },
        { name: 'products', options: [{ label: 'Oat mug', address: '/products/oat-mug', end: EUR(2400) }] },
      ],
    },
    isFragment: true,
  },
]
