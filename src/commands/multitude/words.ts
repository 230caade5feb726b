interface Word {
  key: string
  en: string
  de: string
}

export interface Thing {
  category: string
  en: string
  de: string
  /** Cents of the cheapest of its kind. */
  price: number
  grams: number
}

const word = (en: string, de: string): Word => ({ key: en.replaceAll(' ', '-'), en, de })
const thing = (category: string, en: string, de: string, price: number, grams: number): Thing => ({
  ...{ category, en, de, price, grams },
})

/** Things by the category of the demo shop in which they stand; the first ones are the most common. */
export const things: Thing[] = [
  thing('kitchen/mugs', 'mug', 'Becher', 1_200, 320),
  thing('kitchen/bowls', 'bowl', 'Schale', 1_600, 480),
  thing('kitchen/plates', 'plate', 'Teller', 1_400, 600),
  thing('textiles/cushions', 'cushion', 'Kissen', 2_900, 550),
  thing('garden/vases', 'vase', 'Vase', 2_400, 900),
  thing('textiles/blankets', 'blanket', 'Decke', 5_900, 1_200),
  thing('storage/baskets', 'basket', 'Korb', 2_700, 700),
  thing('lighting/table-lamps', 'table lamp', 'Tischleuchte', 6_900, 1_900),
  thing('desk/notebooks', 'notebook', 'Notizbuch', 900, 220),
  thing('kitchen/boards', 'board', 'Brett', 2_200, 950),
  thing('lighting/candles', 'candle', 'Kerze', 700, 260),
  thing('kitchen/jugs', 'jug', 'Krug', 2_800, 850),
  thing('textiles/linen', 'tea towel', 'Geschirrtuch', 1_100, 110),
  thing('garden/pots', 'plant pot', 'Pflanztopf', 1_500, 1_100),
  thing('storage/boxes', 'box', 'Kiste', 1_900, 640),
  thing('desk/order', 'pen tray', 'Stiftschale', 1_700, 330),
  thing('lighting/pendants', 'pendant', 'Pendelleuchte', 8_900, 1_500),
  thing('desk/writing', 'pencil case', 'Federmappe', 1_300, 120),
  thing('garden/tools', 'hand rake', 'Handrechen', 1_800, 420),
]

export const materials: Word[] = [
  word('stoneware', 'Steinzeug'),
  word('oak', 'Eiche'),
  word('linen', 'Leinen'),
  word('wool', 'Wolle'),
  word('glass', 'Glas'),
  word('brass', 'Messing'),
  word('ash', 'Esche'),
  word('cotton', 'Baumwolle'),
  word('cork', 'Kork'),
  word('steel', 'Stahl'),
  word('rattan', 'Rattan'),
  word('porcelain', 'Porzellan'),
]

export const manners: Word[] = [
  word('ribbed', 'gerippt'),
  word('speckled', 'gesprenkelt'),
  word('plain', 'schlicht'),
  word('hand-turned', 'handgedreht'),
  word('woven', 'gewebt'),
  word('smoked', 'geräuchert'),
  word('faceted', 'facettiert'),
  word('brushed', 'gebürstet'),
  word('quilted', 'gesteppt'),
  word('glazed', 'glasiert'),
  word('fluted', 'kanneliert'),
  word('oiled', 'geölt'),
]

export const places: Word[] = [
  word('kitchen', 'Küche'),
  word('dining table', 'Esstisch'),
  word('hallway', 'Flur'),
  word('study', 'Arbeitszimmer'),
  word('balcony', 'Balkon'),
  word('bedside', 'Nachttisch'),
]

export const origins: Word[] = [
  word('germany', 'Deutschland'),
  word('portugal', 'Portugal'),
  word('denmark', 'Dänemark'),
  word('japan', 'Japan'),
  word('italy', 'Italien'),
]

export const colours: Word[] = [
  word('oat', 'Hafer'),
  word('ink', 'Tinte'),
  word('moss', 'Moos'),
  word('clay', 'Ton'),
  word('chalk', 'Kreide'),
  word('plum', 'Pflaume'),
]

export const sizes: Word[] = [word('small', 'Klein'), word('large', 'Groß')]

const beginnings = [
  'Hal',
  'Mor',
  'Sen',
  'Til',
  'Bru',
  'Lin',
  'Kar',
  'Os',
  'Vel',
  'Nor',
  'Fju',
  'Ama',
  'Ruk',
  'Eli',
]
const middles = ['ma', 'ri', 'du', 've', 'lo', 'sa', 'ni']
const ends = ['', 'n', 'ra', 'lund', 'ka', 'mo', 'th']

/** Names of series and of makers: 686 of them. */
export const names = beginnings.flatMap((beginning) =>
  middles.flatMap((middle) => ends.map((end) => `${beginning}${middle}${end}`)),
)
