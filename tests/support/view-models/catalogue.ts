import type { Card } from '../../../src/catalogue/cards.ts'
import type { Choice } from '../../../src/catalogue/choice.ts'
import type { Listing } from '../../../src/catalogue/listing.ts'
import { blankForm, Form } from '../../../src/platform/forms.ts'
import { EUR, picture, type Specimen, surroundings } from './shared.ts'

const card = (title: string, amount: number, drawn: string, more: Partial<Card> = {}): Card => ({
  slug: title.toLowerCase().replaceAll(/\W+/g, '-'),
  title,
  brand: 'Hafen Pottery',
  picture: picture(drawn, `${title}, seen from the side`),
  price: EUR(amount),
  was: null,
  pricesDiffer: false,
  variantCount: 1,
  stock: { level: 'plenty', left: 40 },
  ...more,
})

const cards = [
  card('Oat mug', 2400, 'mug-oat', { variantCount: 4 }),
  card('Last lamp', 18_900, 'lamp-moss', { brand: 'Studio Nord', stock: { level: 'few', left: 1 } }),
  card('Gone bowl', 4200, 'bowl-clay', { stock: { level: 'none', left: 0 } }),
  card('Milk jug', 3400, 'jug-chalk', { was: EUR(4200) }),
  card('Everyday plate', 1800, 'plate-slate', { variantCount: 3, pricesDiffer: true }),
  card('Bell pendant', 14_900, 'pendant-ink', { brand: 'Studio Nord' }),
  card('Handgedrehte Steinzeug-Cappuccinotasse mit Untertasse', 3600, 'mug-moss', { variantCount: 2 }),
  card('Candlestick', 2900, 'candlestick-oak', { brand: 'Werkstatt Linde' }),
]

const listing = (more: Partial<Listing> = {}): Listing => ({
  cards,
  total: 8,
  page: 1,
  pageCount: 1,
  pages: [],
  next: null,
  previous: null,
  sort: 'featured',
  sorts: ['featured', 'price', 'price-down', 'name', 'newest'],
  address: '/categories/tableware',
  query: null,
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
  stock: { level: 'plenty', left: 40 },
  ...galleryAt(1),
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
}
const trail = [
  { name: 'Tableware', path: 'tableware' },
  { name: 'Mugs and cups', path: 'tableware/mugs' },
]
const productPage = (query: string, variant: Choice): Specimen => ({
  address: `/products/oat-mug${query}`,
  view: 'catalogue/product',
  model: { product, choice: variant, trail, related: cards.slice(3, 7), data: productData },
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
const searchFor = (query: string, found: Listing): Specimen => ({
  address: `/search?q=${query}`,
  view: 'catalogue/search',
  model: { query, listing: { ...found, address: '/search', query } },
  surroundings: { query },
})

const families = ['mug-oat', 'bowl-moss', 'lamp-clay', 'cloth-slate', 'jug-chalk', 'plate-ink']
const navigation = surroundings.navigation as { name: string; path: string }[]

export const specimens: Specimen[] = [
  {
    address: '/',
    view: 'catalogue/home',
    model: {
      featured: cards,
      newest: cards.toReversed(),
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
      }),
    },
  },
  {
    address: '/categories/tableware/mugs',
    view: 'catalogue/category',
    model: {
      category: { name: 'Mugs and cups', path: 'tableware/mugs', description: '' },
      trail: trail.slice(0, 1),
      children: [],
      listing: listing({ address: '/categories/tableware/mugs', cards: cards.slice(0, 3), total: 3 }),
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
  { address: '/search', view: 'catalogue/search', model: { query: '', listing: empty } },
  searchFor('mug', listing()),
  searchFor('zeppelin', empty),
  productPage('', choice()),
  productPage('?reduced', choice({ was: EUR(3000), stock: { level: 'few', left: 2 }, maximum: 2 })),
  productPage('?refused', choice({ stock: { level: 'few', left: 2 }, maximum: 2, form: tooMany })),
  productPage('?gone', choice({ stock: { level: 'none', left: 0 }, maximum: 0, delivery: null })),
  productPage('?view=3', choice(galleryAt(3))),
  {
    address: '/products/bare',
    view: 'catalogue/product',
    model: {
      product: bareProduct,
      choice: choice({
        views: [],
        options: [],
        optionText: '',
        delivery: { ...delivery, ways: delivery.ways.slice(1) },
      }),
      trail,
      related: [],
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
  productPage('?unpriced', choice({ price: null, options: [], delivery: null })),
  { address: '/pieces/choice', view: 'catalogue/_choice', model: { choice: choice() }, isFragment: true },
  { address: '/pieces/gallery', view: 'catalogue/_gallery', model: { choice: choice() }, isFragment: true },
  {
    address: '/recently-viewed',
    view: 'catalogue/_recently-viewed',
    model: { recent: cards.slice(0, 3), product: undefined },
    isFragment: true,
  },
  { address: '/pieces/listing', view: 'catalogue/_listing', model: { listing: listing() }, isFragment: true },
]
