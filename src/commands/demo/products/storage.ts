import type { DemoProduct } from '../goods.ts'
import * as scenes from '../scenes/storage.ts'
import { both, colourOf, facts, inColours, price, shows, single, sizeOf, variant } from '../words.ts'

const withy = 'Withy Yard'
const wood = 'Alder Row'
const pottery = 'Brackwater Pottery'
const mill = 'Sorrel Mill'

const england: [string, string] = ['England', 'England']
const denmark: [string, string] = ['Denmark', 'Dänemark']
const poland: [string, string] = ['Poland', 'Polen']
const dustOut: [string, string] = ['Shake out, wipe with a damp cloth', 'Ausschütteln, feucht abwischen']

export const storage: DemoProduct[] = [
  {
    slug: 'willow-basket',
    category: 'storage/baskets',
    brand: withy,
    featured: true,
    title: both('Willow basket', 'Weidenkorb'),
    summary: both(
      'A strong open basket with two handles, in three sizes.',
      'Ein stabiler offener Korb mit zwei Griffen, in drei Größen.',
    ),
    description: both(
      '<p>Willow is cut in winter, soaked for a week and woven wet. What dries is as tight as a drum: you can stand on this basket, though we suggest filling it instead.</p><ul><li><strong>Small</strong> for post, wool or apples.</li><li><strong>Medium</strong> for toys and blankets.</li><li><strong>Large</strong> for laundry or a week of firewood.</li></ul><p>The handles are twisted from three rods and woven down into the wall, not just stuck in. A basket like this is usually older than its owner’s car.</p>',
      '<p>Weide wird im Winter geschnitten, eine Woche eingeweicht und nass verflochten. Was dann trocknet, ist straff wie eine Trommel: Auf diesem Korb könnten Sie stehen, wir empfehlen aber, ihn zu füllen.</p><ul><li><strong>Klein</strong> für Post, Wolle oder Äpfel.</li><li><strong>Mittel</strong> für Spielzeug und Decken.</li><li><strong>Groß</strong> für Wäsche oder Brennholz für eine Woche.</li></ul><p>Die Griffe sind aus drei Ruten gedreht und tief in die Wand eingeflochten. So ein Korb wird meist älter als das Auto.</p>',
    ),
    specification: facts({
      material: ['Steamed willow', 'Gedämpfte Weide'],
      dimensions: ['24, 32 or 40 cm across', 'Ø 24, 32 oder 40 cm'],
      load: ['Up to 25 kg', 'Bis 25 kg'],
      care: dustOut,
      madeIn: poland,
    }),
    options: [
      sizeOf(
        ['small', 'Small, 24 cm', 'Klein, 24 cm'],
        ['medium', 'Medium, 32 cm', 'Mittel, 32 cm'],
        ['large', 'Large, 40 cm', 'Groß, 40 cm'],
      ),
    ],
    variants: [
      variant('BASKET-WILLOW-S', ['small'], price(34, 29, 37, 5500), 46, 600),
      variant('BASKET-WILLOW-M', ['medium'], price(49, 42, 53, 7900), 38, 1100),
      variant('BASKET-WILLOW-L', ['large'], price(69, 59, 74, 11200), 16, 1900),
    ],
    pictures: [
      shows(
        scenes.willowBasket,
        'Round brown willow basket with two handles and a plaited rim',
        'Runder brauner Weidenkorb mit zwei Griffen und geflochtenem Rand',
      ),
      shows(
        scenes.willowBaskets,
        'The three sizes of the willow basket together',
        'Die drei Größen des Weidenkorbs beieinander',
      ),
    ],
  },
  {
    slug: 'seagrass-basket',
    category: 'storage/baskets',
    brand: withy,
    title: both('Seagrass basket', 'Seegraskorb'),
    summary: both('A bellied basket of twisted seagrass.', 'Ein bauchiger Korb aus gedrehtem Seegras.'),
    description: both(
      '<p>Seagrass grows in shallow salt water and is twisted into cord while it is still green. The cord is sewn in rounds, which gives the basket a belly and lets it <em>give way a little</em> when it is full.</p><p>It smells faintly of hay at first. Put blankets in it, or a large plant in a pot with a saucer below. The two loops at the sides are part of the same cord and carry what the basket can hold.</p>',
      '<p>Seegras wächst in flachem Salzwasser und wird noch grün zu Schnüren gedreht. Die Schnur wird in Runden genäht. So bekommt der Korb seinen Bauch und <em>gibt ein wenig nach</em>, wenn er voll ist.</p><p>Anfangs duftet er leicht nach Heu. Legen Sie Decken hinein oder stellen Sie eine große Pflanze samt Untersetzer in den Korb. Die beiden Schlaufen an den Seiten sind aus derselben Schnur und tragen alles, was hineinpasst.</p>',
    ),
    specification: facts({
      material: ['Seagrass', 'Seegras'],
      dimensions: ['30 or 38 cm across, 24 or 32 cm high', 'Ø 30 oder 38 cm, Höhe 24 oder 32 cm'],
      load: ['Up to 12 kg', 'Bis 12 kg'],
      care: ['Keep dry, brush out', 'Trocken halten, ausbürsten'],
      madeIn: ['Vietnam', 'Vietnam'],
    }),
    options: [sizeOf(['medium', 'Medium, 30 cm', 'Mittel, 30 cm'], ['large', 'Large, 38 cm', 'Groß, 38 cm'])],
    variants: [
      variant('BASKET-SEAGRASS-M', ['medium'], price(39, 33, 42, 6300), 41, 700),
      variant('BASKET-SEAGRASS-L', ['large'], price(54, 46, 58, 8800), 26, 1150),
    ],
    pictures: [
      shows(
        scenes.seagrassBasket,
        'Bellied basket of pale seagrass with two loops',
        'Bauchiger Korb aus hellem Seegras mit zwei Schlaufen',
      ),
      shows(
        scenes.seagrassBasketFilled,
        'A folded moss green blanket in the seagrass basket',
        'Eine gefaltete moosgrüne Decke im Seegraskorb',
      ),
    ],
  },
  {
    slug: 'bread-basket',
    category: 'storage/baskets',
    brand: withy,
    title: both('Bread basket', 'Brotkorb'),
    summary: both(
      'A shallow woven basket for rolls and loaves.',
      'Ein flacher geflochtener Korb für Brötchen und Brote.',
    ),
    description: both(
      '<p>Fresh bread wants air from below, or its crust turns soft. This basket is woven from fine peeled willow with a slightly open base and takes two round loaves or <strong>ten rolls</strong>.</p><p>The rim is plaited flat, so that hands passing it around the table find a good hold. Line it with a napkin on Sundays. Bakers use the same form as a proving basket, well floured, and that works too.</p>',
      '<p>Frisches Brot braucht Luft von unten, sonst wird die Kruste weich. Dieser Korb ist aus feiner, geschälter Weide mit leicht offenem Boden geflochten und fasst zwei runde Laibe oder <strong>zehn Brötchen</strong>.</p><p>Der Rand ist flach geflochten, damit man ihn beim Herumreichen gut greifen kann. Sonntags legen Sie eine Serviette hinein. In Bäckereien dient dieselbe Form, gut bemehlt, als Gärkorb. Auch das klappt zu Hause.</p>',
    ),
    specification: facts({
      material: ['Peeled willow', 'Geschälte Weide'],
      dimensions: ['26 cm across, 7 cm high', 'Ø 26 cm, Höhe 7 cm'],
      care: dustOut,
      madeIn: poland,
    }),
    ...single('BASKET-BREAD', price(28, 24, 30, 4500), 58, 280),
    pictures: [
      shows(
        scenes.breadBasket,
        'Shallow round basket of pale willow',
        'Flacher runder Korb aus heller Weide',
      ),
      shows(
        scenes.breadBasketLoaf,
        'Two round loaves in the bread basket on an oak table',
        'Zwei runde Brotlaibe im Brotkorb auf einem Eichentisch',
      ),
    ],
  },
  {
    slug: 'felt-basket',
    category: 'storage/baskets',
    brand: mill,
    title: both('Felt basket', 'Filzkorb'),
    summary: both('A soft round basket of thick wool felt.', 'Ein weicher runder Korb aus dickem Wollfilz.'),
    description: both(
      '<p>Five millimetres of pressed wool stand up by themselves, make no noise on wooden floors and do not scratch a shelf. The basket is sewn from three pieces with waxed thread; the handles are vegetable-tanned leather.</p><p>It is the right size for knitting, for a toddler’s bricks or for the newspapers of a month. When you need the space, <em>press it flat</em> and put it in a drawer; it remembers its shape.</p>',
      '<p>Fünf Millimeter gepresste Wolle stehen von allein, machen auf Dielen keinen Lärm und verkratzen kein Regal. Der Korb ist aus drei Teilen mit gewachstem Faden genäht, die Griffe sind aus pflanzlich gegerbtem Leder.</p><p>Er hat die richtige Größe für Strickzeug, Bauklötze oder die Zeitungen eines Monats. Wenn Sie den Platz brauchen, <em>drücken Sie ihn flach</em> und legen ihn in eine Schublade; er findet in seine Form zurück.</p>',
    ),
    specification: facts({
      material: ['Wool felt, leather', 'Wollfilz, Leder'],
      dimensions: ['27 cm across, 19 cm high', 'Ø 27 cm, Höhe 19 cm'],
      load: ['Up to 8 kg', 'Bis 8 kg'],
      care: ['Brush, clean spots by hand', 'Ausbürsten, Flecken von Hand entfernen'],
      madeIn: ['Portugal', 'Portugal'],
    }),
    options: [colourOf('stone', 'moss')],
    variants: [
      variant('BASKET-FELT-STONE', ['stone'], price(44, 38, 47, 7200), 34, 520),
      variant('BASKET-FELT-MOSS', ['moss'], price(44, 38, 47, 7200), 21, 520),
    ],
    pictures: [
      ...inColours(
        ['stone', 'moss'],
        scenes.feltBasketIn,
        (colour) => `Round felt basket in ${colour} with leather handles`,
        (farbe) => `Runder Filzkorb in ${farbe} mit Ledergriffen`,
        (key) => `BASKET-FELT-${key.toUpperCase()}`,
      ),
      shows(
        scenes.feltBasketAbove,
        'Three balls of wool in the stone grey felt basket, seen from above',
        'Drei Wollknäuel im steingrauen Filzkorb, von oben gesehen',
      ),
    ],
  },
  {
    slug: 'oval-box',
    category: 'storage/boxes',
    brand: wood,
    title: both('Oval box', 'Ovale Spandose'),
    summary: both(
      'A bentwood box with fingers and copper tacks.',
      'Eine gebogene Spandose mit Zungen und Kupfernägeln.',
    ),
    description: both(
      '<p>A thin strip of beech is steamed until it bends like leather, wrapped around an oval form and fastened with tiny copper tacks. The long fingers at the joint let the wood move with the seasons without splitting.</p><p>The lid sits by friction and sighs when it closes. The <strong>natural</strong> box is only oiled; <strong>moss</strong> and <strong>slate</strong> are painted with a thin milk paint that lets the grain show through. For letters, tea, thread or biscuits.</p>',
      '<p>Ein dünner Streifen Buche wird gedämpft, bis er sich wie Leder biegt, dann um eine ovale Form gelegt und mit winzigen Kupfernägeln geheftet. Die langen Zungen an der Naht lassen das Holz mit den Jahreszeiten arbeiten, ohne zu reißen.</p><p>Der Deckel hält durch Reibung und seufzt beim Schließen. <strong>Natur</strong> ist nur geölt; <strong>Moos</strong> und <strong>Schiefer</strong> tragen eine dünne Kaseinfarbe, unter der die Maserung sichtbar bleibt. Für Briefe, Tee, Garn oder Kekse.</p>',
    ),
    specification: facts({
      material: ['Beech, copper tacks', 'Buche, Kupfernägel'],
      dimensions: ['24 × 16.5 cm, 10.5 cm high', '24 × 16,5 cm, Höhe 10,5 cm'],
      finish: ['Oil or milk paint', 'Öl oder Kaseinfarbe'],
      care: ['Wipe with a dry cloth', 'Trocken abwischen'],
      madeIn: denmark,
    }),
    options: [colourOf('natural', 'moss', 'slate')],
    variants: [
      variant('BOX-OVAL-NATURAL', ['natural'], price(46, 39, 49, 7500), 37, 340),
      variant('BOX-OVAL-MOSS', ['moss'], price(48, 41, 52, 7800), 25, 350),
      variant('BOX-OVAL-SLATE', ['slate'], price(48, 41, 52, 7800), 3, 350),
    ],
    pictures: [
      ...inColours(
        ['natural', 'moss', 'slate'],
        scenes.ovalBoxIn,
        (colour) => `Oval bentwood box with lid in ${colour}`,
        (farbe) => `Ovale Spandose mit Deckel in ${farbe}`,
        (key) => `BOX-OVAL-${key.toUpperCase()}`,
      ),
      shows(
        scenes.ovalBoxes,
        'Three oval boxes stacked in moss green, natural wood and slate blue',
        'Drei ovale Spandosen gestapelt, in Moosgrün, Naturholz und Schieferblau',
      ),
    ],
  },
  {
    slug: 'stoneware-canister',
    category: 'storage/boxes',
    brand: pottery,
    title: both('Stoneware canister', 'Vorratsdose aus Steinzeug'),
    summary: both(
      'A straight jar with an oak lid that closes well.',
      'Eine gerade Dose mit gut schließendem Eichendeckel.',
    ),
    description: both(
      '<p>Flour, rice and coffee keep best in the dark, at an even temperature, with the lid on. Stoneware does the first two, and the oak lid, with a <strong>cork ring</strong> underneath, does the third.</p><p>The tall jar takes a whole packet of spaghetti broken once, or a kilo of flour. The small one takes 250 g of coffee. Both have the same mouth, wide enough for a measuring cup, and their lids can be swapped.</p>',
      '<p>Mehl, Reis und Kaffee halten sich am besten im Dunkeln, gleichmäßig kühl und mit geschlossenem Deckel. Für die ersten beiden sorgt das Steinzeug, für das dritte der Eichendeckel mit einem <strong>Korkring</strong> an der Unterseite.</p><p>Die hohe Dose fasst ein Kilo Mehl oder eine Packung Spaghetti, einmal durchgebrochen. In die kleine passen 250 g Kaffee. Beide haben dieselbe weite Öffnung, ein Messbecher passt hinein, und die Deckel sind austauschbar.</p>',
    ),
    specification: facts({
      material: ['Glazed stoneware, oak, cork', 'Glasiertes Steinzeug, Eiche, Kork'],
      dimensions: ['12 cm across, 12 or 19 cm high', 'Ø 12 cm, Höhe 12 oder 19 cm'],
      capacity: ['0.8 or 1.8 litres', '0,8 oder 1,8 Liter'],
      care: ['Jar dishwasher safe, wipe the lid', 'Dose spülmaschinenfest, Deckel abwischen'],
      madeIn: england,
    }),
    options: [
      colourOf('oat', 'ink'),
      sizeOf(['small', 'Small, 0.8 l', 'Klein, 0,8 l'], ['tall', 'Tall, 1.8 l', 'Hoch, 1,8 l']),
    ],
    variants: [
      variant('CANISTER-OAT-S', ['oat', 'small'], price(38, 32, 41, 6200), 49, 780),
      variant('CANISTER-OAT-T', ['oat', 'tall'], price(52, 44, 56, 8400), 31, 1350),
      variant('CANISTER-INK-S', ['ink', 'small'], price(38, 32, 41, 6200), 27, 780),
      variant('CANISTER-INK-T', ['ink', 'tall'], price(52, 44, 56, 8400), 15, 1350),
    ],
    pictures: [
      shows(
        scenes.smallCanister('oat'),
        'Small oat-coloured canister with an oak lid',
        'Kleine haferfarbene Vorratsdose mit Eichendeckel',
        'CANISTER-OAT-S',
      ),
      shows(
        scenes.tallCanister('oat'),
        'Tall oat-coloured canister with an oak lid',
        'Hohe haferfarbene Vorratsdose mit Eichendeckel',
        'CANISTER-OAT-T',
      ),
      shows(
        scenes.smallCanister('ink'),
        'Small ink black canister with an oak lid',
        'Kleine tintenschwarze Vorratsdose mit Eichendeckel',
        'CANISTER-INK-S',
      ),
      shows(
        scenes.tallCanister('ink'),
        'Tall ink black canister with an oak lid',
        'Hohe tintenschwarze Vorratsdose mit Eichendeckel',
        'CANISTER-INK-T',
      ),
      shows(
        scenes.canisterShelf,
        'A tall canister between two small ones on an oak shelf',
        'Eine hohe Vorratsdose zwischen zwei kleinen auf einem Eichenbrett',
      ),
    ],
  },
  {
    slug: 'apple-crate',
    category: 'storage/boxes',
    brand: wood,
    title: both('Apple crate', 'Apfelkiste'),
    summary: both(
      'A slatted ash crate for the cellar or the hall.',
      'Eine Lattenkiste aus Esche für Keller oder Flur.',
    ),
    description: both(
      '<p>Orchards have used this form for a hundred years: slats with gaps, so that air gets to the fruit, and a size that one person can carry. Ours is made of planed ash and screwed, not stapled.</p><p>It takes about <strong>15 kg of apples</strong> in three layers. Standing on its side it becomes a shelf; four of them become a bookcase. The upper slats are rounded where your hands go.</p>',
      '<p>Obstgärten kennen diese Form seit hundert Jahren: Latten mit Abstand, damit Luft an die Früchte kommt, und eine Größe, die eine Person tragen kann. Unsere ist aus gehobelter Esche und geschraubt, nicht geklammert.</p><p>Sie fasst in drei Lagen etwa <strong>15 kg Äpfel</strong>. Hochkant wird sie zum Regal, zu viert werden die Kisten zum Bücherschrank. Wo die Hände zugreifen, sind die oberen Latten gerundet.</p>',
    ),
    specification: facts({
      material: ['Ash, untreated', 'Esche, unbehandelt'],
      dimensions: ['48 × 33 × 26 cm', '48 × 33 × 26 cm'],
      load: ['Up to 30 kg', 'Bis 30 kg'],
      care: ['Brush out, keep dry', 'Ausbürsten, trocken halten'],
      madeIn: denmark,
    }),
    ...single('CRATE-APPLE', price(42, 36, 45, 6800), 44, 2900),
    pictures: [
      shows(
        scenes.appleCrate,
        'Empty crate of pale ash slats, seen at an angle',
        'Leere Kiste aus hellen Eschenlatten, schräg gesehen',
      ),
      shows(
        scenes.appleCrateFilled,
        'The crate filled with red and green apples',
        'Die Kiste, gefüllt mit roten und grünen Äpfeln',
      ),
    ],
  },
  {
    slug: 'peg-rail',
    category: 'storage',
    brand: wood,
    title: both('Peg rail', 'Hakenleiste'),
    summary: both(
      'An oak rail with turned pegs for coats and cloths.',
      'Eine Eichenleiste mit gedrechselten Knöpfen für Mäntel und Tücher.',
    ),
    description: both(
      '<p>A wall with a peg rail needs no wardrobe. The pegs are turned with a small waist, so that loops and collars stay on, and glued into the rail with a wedge from behind. They will not come loose.</p><p>The screws are hidden behind the two outer pegs, which unscrew. Hang the rail at <strong>shoulder height</strong> for coats, lower for children, beside the stove for aprons. Screws and plugs are in the box.</p>',
      '<p>Wo eine Hakenleiste hängt, braucht es keine Garderobe. Die Knöpfe haben eine schmale Taille, damit Schlaufen und Kragen halten, und sind von hinten verkeilt und verleimt. Sie lockern sich nicht.</p><p>Die Schrauben verschwinden hinter den beiden äußeren Knöpfen, die sich abschrauben lassen. Für Mäntel hängt die Leiste auf <strong>Schulterhöhe</strong>, für Kinder tiefer, für Schürzen neben dem Herd. Schrauben und Dübel liegen bei.</p>',
    ),
    specification: facts({
      material: ['Oiled oak', 'Geölte Eiche'],
      dimensions: ['50 or 85 cm long, 9 cm high', 'Länge 50 oder 85 cm, Höhe 9 cm'],
      fastening: ['Two hidden screws, included', 'Zwei verdeckte Schrauben, liegen bei'],
      load: ['5 kg on each peg', '5 kg je Knopf'],
      madeIn: denmark,
    }),
    options: [
      sizeOf(
        ['three', 'Three pegs, 50 cm', 'Drei Knöpfe, 50 cm'],
        ['five', 'Five pegs, 85 cm', 'Fünf Knöpfe, 85 cm'],
      ),
    ],
    variants: [
      variant('RAIL-PEG-3', ['three'], price(48, 41, 52, 7800), 32, 900),
      variant('RAIL-PEG-5', ['five'], price(72, 61, 77, 11800), 24, 1500),
    ],
    pictures: [
      shows(
        scenes.pegRail,
        'Oak rail with five round pegs on a pale wall, a striped tea towel on one of them',
        'Eichenleiste mit fünf runden Knöpfen an einer hellen Wand, an einem hängt ein gestreiftes Geschirrtuch',
        'RAIL-PEG-5',
      ),
      shows(
        scenes.pegRailHall,
        'The rail with three pegs, a towel and an apron hanging from it',
        'Die Leiste mit drei Knöpfen, daran ein Tuch und eine Schürze',
        'RAIL-PEG-3',
      ),
    ],
  },
]
