import type { DemoProduct } from '../goods.ts'
import * as scenes from '../scenes/textiles.ts'
import {
  both,
  type ColourKey,
  colourOf,
  colours,
  facts,
  inColours,
  price,
  shows,
  single,
  sizeOf,
  variant,
} from '../words.ts'

const mill = 'Sorrel Mill'

const portugal: [string, string] = ['Portugal', 'Portugal']
const scotland: [string, string] = ['Scotland', 'Schottland']
const lithuania: [string, string] = ['Lithuania', 'Litauen']
const linen: [string, string] = ['Washed linen', 'Gewaschenes Leinen']
const wash40: [string, string] = ['Machine wash at 40 °C', 'Maschinenwäsche bei 40 °C']
const wash60: [string, string] = ['Machine wash at 60 °C', 'Maschinenwäsche bei 60 °C']

const cushionColours = ['linen', 'moss', 'clay'] as const
const cushionSizes = [40, 50] as const

const cushionSku = (colour: ColourKey, size: 40 | 50) => `CUSHION-LINEN-${colour.toUpperCase()}-${size}`

export const textiles: DemoProduct[] = [
  {
    slug: 'wool-blanket',
    category: 'textiles/blankets',
    brand: mill,
    featured: true,
    title: both('Wool blanket', 'Wolldecke'),
    summary: both(
      'A dense twill of new wool with a short fringe.',
      'Ein dichter Köper aus Schurwolle mit kurzen Fransen.',
    ),
    description: both(
      '<p>Woven as a twill, then washed and brushed until the threads close up: a blanket that keeps the draught out and still breathes. It is warm without being heavy and large enough for two people on one sofa.</p><p>The colours are dyed in the <strong>yarn</strong>, not on the cloth, which is why they look deep from close by and soft from afar. Air it on a damp day rather than washing it; wool cleans itself more than you would think.</p>',
      '<p>Als Köper gewebt, gewaschen und aufgeraut, bis sich die Fäden schließen: eine Decke, die den Luftzug abhält und trotzdem atmet. Sie wärmt, ohne schwer zu sein, und reicht für zwei auf einem Sofa.</p><p>Gefärbt wird das <strong>Garn</strong>, nicht der Stoff. Deshalb wirken die Farben aus der Nähe tief und aus der Ferne weich. Lüften Sie die Decke lieber an einem feuchten Tag, statt sie zu waschen; Wolle reinigt sich mehr von selbst, als man denkt.</p>',
    ),
    specification: facts({
      material: ['100 % new wool', '100 % Schurwolle'],
      dimensions: ['130 × 190 cm', '130 × 190 cm'],
      care: ['Air, or wool wash at 30 °C', 'Lüften oder Wollwaschgang bei 30 °C'],
      madeIn: scotland,
    }),
    options: [colourOf('oat', 'moss', 'slate')],
    variants: [
      variant('BLANKET-WOOL-OAT', ['oat'], price(139, 119, 149, 22500), 42, 1350),
      variant('BLANKET-WOOL-MOSS', ['moss'], price(139, 119, 149, 22500), 35, 1350),
      variant(
        'BLANKET-WOOL-SLATE',
        ['slate'],
        price(119, 99, 129, 19500),
        11,
        1350,
        price(139, 119, 149, 22500),
      ),
    ],
    pictures: [
      ...inColours(
        ['oat', 'moss', 'slate'],
        scenes.woolBlanket,
        (colour) => `Folded wool blanket in ${colour}`,
        (farbe) => `Gefaltete Wolldecke in ${farbe}`,
        (key) => `BLANKET-WOOL-${key.toUpperCase()}`,
      ),
      shows(
        scenes.woolBlanketRail,
        'The slate blue blanket hanging over an oak rail, with its fringe',
        'Die schieferblaue Decke über einer Stange aus Eiche, mit ihren Fransen',
      ),
    ],
  },
  {
    slug: 'waffle-throw',
    category: 'textiles/blankets',
    brand: mill,
    title: both('Waffle throw', 'Waffelplaid'),
    summary: both(
      'A light linen and cotton throw with a deep waffle.',
      'Ein leichtes Plaid aus Leinen und Baumwolle mit tiefer Waffelstruktur.',
    ),
    description: both(
      '<p>A waffle weave is half cloth and half air. The small cells hold warmth on a cool evening and let it out again on a mild one, so this throw stays on the bed from April to October.</p><p>Linen gives it body, cotton makes it soft. After the first wash it <em>draws together by a tenth</em> and the cells become deeper; the measurements below are those after washing. The ends are left as a short fringe.</p>',
      '<p>Ein Waffelgewebe besteht zur Hälfte aus Stoff und zur Hälfte aus Luft. Die kleinen Zellen halten an kühlen Abenden die Wärme und geben sie an milden wieder ab. So bleibt das Plaid von April bis Oktober auf dem Bett.</p><p>Leinen gibt ihm Stand, Baumwolle macht es weich. Bei der ersten Wäsche <em>zieht es sich um ein Zehntel zusammen</em>, und die Zellen werden tiefer. Die Maße gelten nach dem Waschen. An den Enden bleiben kurze Fransen.</p>',
    ),
    specification: facts({
      material: ['60 % linen, 40 % cotton', '60 % Leinen, 40 % Baumwolle'],
      dimensions: ['130 × 180 cm', '130 × 180 cm'],
      care: wash40,
      madeIn: portugal,
    }),
    ...single('THROW-WAFFLE-LINEN', price(79, 68, 85, 12800), 33, 780),
    pictures: [
      shows(
        scenes.waffleThrow,
        'Folded throw of natural linen with a waffle weave',
        'Gefaltetes Plaid aus Naturleinen mit Waffelstruktur',
      ),
      shows(
        scenes.waffleThrowRail,
        'The waffle throw hanging in soft folds over an oak rail',
        'Das Waffelplaid hängt in weichen Falten über einer Stange aus Eiche',
      ),
    ],
  },
  {
    slug: 'picnic-blanket',
    category: 'textiles/blankets',
    brand: mill,
    title: both('Picnic blanket', 'Picknickdecke'),
    summary: both('A green and white check in sturdy wool.', 'Ein grün-weißes Karo aus fester Wolle.'),
    description: both(
      '<p>A thick blanket in a large check, woven from the coarser fleece that is too rough for jumpers and just right for meadows. Crumbs shake off, grass does not stick, and a little dew does not come through at once.</p><p>It is big enough for <strong>four people and a basket</strong>. Roll it up, tie it with a belt and hang it over your shoulder. In winter it makes a good bedcover in a cold guest room.</p>',
      '<p>Eine dicke Decke mit großem Karo, gewebt aus der gröberen Wolle, die für Pullover zu rau und für Wiesen gerade recht ist. Krümel lassen sich abschütteln, Gras bleibt nicht hängen, und etwas Tau dringt nicht gleich hindurch.</p><p>Sie bietet Platz für <strong>vier Personen und einen Korb</strong>. Zum Tragen rollen Sie sie auf, binden einen Gürtel darum und hängen sie über die Schulter. Im Winter wärmt sie im kühlen Gästezimmer.</p>',
    ),
    specification: facts({
      material: ['80 % wool, 20 % recycled fibres', '80 % Wolle, 20 % recycelte Fasern'],
      dimensions: ['150 × 200 cm', '150 × 200 cm'],
      care: ['Shake, air, clean spots by hand', 'Ausschütteln, lüften, Flecken von Hand entfernen'],
      madeIn: scotland,
    }),
    ...single('BLANKET-PICNIC', price(98, 84, 105, 15800), 27, 1700),
    pictures: [
      shows(
        scenes.picnicBlanket,
        'Folded wool blanket with a large green and white check',
        'Gefaltete Wolldecke mit großem grün-weißem Karo',
      ),
      shows(
        scenes.picnicBlanketRail,
        'The checked picnic blanket over an oak rail',
        'Die karierte Picknickdecke über einer Stange aus Eiche',
      ),
    ],
  },
  {
    slug: 'linen-cushion',
    category: 'textiles/cushions',
    brand: mill,
    title: both('Linen cushion', 'Leinenkissen'),
    summary: both(
      'A piped cushion of washed linen, filled with feathers.',
      'Ein Kissen aus gewaschenem Leinen mit Paspel, mit Federn gefüllt.',
    ),
    description: both(
      '<p>Washed linen has already done its shrinking and its creasing, and it feels as if you had owned it for years. The cover is cut from a heavy quality, edged with a narrow piping in the same cloth and closed with a hidden zip.</p><p>The filling of duck feathers is <strong>generous</strong>: pat the cushion in the morning and it stands up again. Two sizes, three colours; a 50 behind a 40 makes a good pair on an armchair.</p>',
      '<p>Gewaschenes Leinen hat das Einlaufen und Knittern schon hinter sich und fühlt sich an, als gehörte es Ihnen seit Jahren. Der Bezug ist aus schwerer Qualität, mit schmaler Paspel aus demselben Stoff eingefasst und mit verdecktem Reißverschluss geschlossen.</p><p>Die Füllung aus Entenfedern ist <strong>großzügig</strong>: Morgens kurz aufschütteln, und das Kissen steht wieder. Zwei Größen, drei Farben; ein 50er hinter einem 40er sieht im Sessel gut aus.</p>',
    ),
    specification: facts({
      material: linen,
      dimensions: ['40 × 40 or 50 × 50 cm', '40 × 40 oder 50 × 50 cm'],
      filling: ['Duck feathers in a cotton inlet', 'Entenfedern in Baumwollinlett'],
      care: ['Wash the cover at 40 °C', 'Bezug bei 40 °C waschen'],
      madeIn: lithuania,
    }),
    options: [
      colourOf(...cushionColours),
      sizeOf(['40', '40 × 40 cm', '40 mal 40 cm'], ['50', '50 × 50 cm', '50 mal 50 cm']),
    ],
    variants: [
      variant(cushionSku('linen', 40), ['linen', '40'], price(45, 38, 48, 7200), 64, 620),
      variant(cushionSku('linen', 50), ['linen', '50'], price(58, 49, 62, 9400), 48, 950),
      variant(cushionSku('moss', 40), ['moss', '40'], price(45, 38, 48, 7200), 39, 620),
      variant(cushionSku('moss', 50), ['moss', '50'], price(58, 49, 62, 9400), 22, 950),
      variant(cushionSku('clay', 40), ['clay', '40'], price(45, 38, 48, 7200), 18, 620),
      variant(cushionSku('clay', 50), ['clay', '50'], price(58, 49, 62, 9400), 0, 950),
    ],
    pictures: [
      ...cushionColours.flatMap((colour) =>
        cushionSizes.map((size) =>
          shows(
            scenes.linenCushion(colour, size),
            `Square linen cushion in ${colours[colour].phrase.en}, ${size} by ${size} centimetres`,
            `Quadratisches Leinenkissen in ${colours[colour].phrase.de}, ${size} mal ${size} Zentimeter`,
            cushionSku(colour, size),
          ),
        ),
      ),
      shows(
        scenes.linenCushions,
        'A small cushion in natural linen leaning on a large moss green one',
        'Ein kleines Kissen in Naturleinen lehnt an einem großen moosgrünen',
      ),
    ],
  },
  {
    slug: 'striped-cushion',
    category: 'textiles/cushions',
    brand: mill,
    title: both('Striped cushion', 'Streifenkissen'),
    summary: both(
      'Blue ticking on chalk white cotton.',
      'Blaue Drillichstreifen auf kreideweißer Baumwolle.',
    ),
    description: both(
      '<p>Ticking is the close cloth that mattresses used to be made of: dense, so that no feather gets through, and striped, because it always was. We have it woven with a broad and a narrow line in turn, in a blue that is nearly grey.</p><p>The cloth becomes softer with every wash, the stripe stays. <em>Cover and filling are sold together</em>; the zip is along the lower edge and long enough to take the filling out without a struggle.</p>',
      '<p>Drillich ist der dichte Stoff, aus dem man früher Matratzen nähte: so fest, dass keine Feder hindurchkommt, und gestreift, weil er es immer war. Wir lassen ihn im Wechsel mit einem breiten und einem schmalen Streifen weben, in einem Blau, das fast grau ist.</p><p>Mit jeder Wäsche wird der Stoff weicher, der Streifen bleibt. <em>Bezug und Füllung gehören zusammen</em>; der Reißverschluss an der Unterkante ist lang genug, um sie mühelos zu trennen.</p>',
    ),
    specification: facts({
      material: ['Cotton ticking', 'Baumwolldrillich'],
      dimensions: ['45 × 45 cm', '45 × 45 cm'],
      filling: ['Duck feathers in a cotton inlet', 'Entenfedern in Baumwollinlett'],
      care: wash60,
      madeIn: portugal,
    }),
    ...single('CUSHION-STRIPE', price(49, 42, 52, 7900), 51, 760),
    pictures: [
      shows(
        scenes.stripedCushion,
        'Square chalk white cushion with blue-grey stripes',
        'Quadratisches kreideweißes Kissen mit blaugrauen Streifen',
      ),
      shows(
        scenes.stripedCushionClose,
        'Broad and narrow stripes of the cushion close up',
        'Breite und schmale Streifen des Kissens aus der Nähe',
      ),
    ],
  },
  {
    slug: 'pleated-cushion',
    category: 'textiles/cushions',
    brand: mill,
    title: both('Pleated cushion', 'Plissierkissen'),
    summary: both(
      'A round cushion, gathered to a button by hand.',
      'Ein rundes Kissen, von Hand zu einem Knopf gerafft.',
    ),
    description: both(
      '<p>Twenty-eight pleats run from the seam to the middle, where they meet under a covered button. They are laid and sewn by hand, which takes most of an hour for each cushion.</p><p>The round shape breaks up a row of square ones and fits well into the small of the back. The cloth is a heavy linen in a <strong>terracotta</strong> that lies between brick and apricot. The filling is made of wool and keeps its spring.</p>',
      '<p>Achtundzwanzig Falten laufen von der Naht zur Mitte und treffen sich unter einem bezogenen Knopf. Sie werden von Hand gelegt und genäht; das dauert für jedes Kissen fast eine Stunde.</p><p>Die runde Form lockert eine Reihe eckiger Kissen auf und stützt angenehm das Kreuz. Der Stoff ist ein schweres Leinen in einer <strong>Terrakotta</strong>, die zwischen Ziegel und Aprikose liegt. Gefüllt ist das Kissen mit Wolle, die ihre Spannkraft behält.</p>',
    ),
    specification: facts({
      material: ['Heavy linen', 'Schweres Leinen'],
      dimensions: ['42 cm across, 12 cm deep', 'Ø 42 cm, Tiefe 12 cm'],
      filling: ['Wool', 'Schurwolle'],
      care: ['Clean spots by hand', 'Flecken von Hand entfernen'],
      madeIn: lithuania,
    }),
    ...single('CUSHION-PLEATED-CLAY', price(64, 54, 68, 10400), 19, 900),
    pictures: [
      shows(
        scenes.pleatedCushion,
        'Round terracotta cushion with pleats around a covered button',
        'Rundes Kissen in Terrakotta mit Falten um einen bezogenen Knopf',
      ),
      shows(
        scenes.pleatedCushionPair,
        'The round cushion leaning against a square one in oat',
        'Das runde Kissen lehnt an einem eckigen in Haferbeige',
      ),
    ],
  },
  {
    slug: 'tea-towels',
    category: 'textiles/linen',
    brand: mill,
    title: both('Tea towels, set of two', 'Geschirrtücher, zwei Stück'),
    summary: both(
      'Linen towels that dry a whole dinner’s glasses.',
      'Leinentücher, die die Gläser eines ganzen Abends trocknen.',
    ),
    description: both(
      '<p>Linen drinks up to a fifth of its weight before it feels damp, and it leaves no fluff on a wine glass. These towels are woven from strong wet-spun yarn: a little stiff on the first day, perfect after the fifth wash.</p><ul><li><strong>Moss</strong> has one broad and two fine bands.</li><li><strong>Ink</strong> has six fine lines.</li><li><strong>Terracotta</strong> is checked all over.</li></ul><p>Each has a loop at the corner and at the middle.</p>',
      '<p>Leinen nimmt ein Fünftel seines Gewichts an Wasser auf, bevor es sich feucht anfühlt, und es fusselt nicht auf dem Weinglas. Diese Tücher sind aus festem, nass gesponnenem Garn gewebt: am ersten Tag etwas steif, nach der fünften Wäsche genau richtig.</p><ul><li><strong>Moos</strong> hat einen breiten und zwei feine Streifen.</li><li><strong>Tinte</strong> hat sechs feine Linien.</li><li><strong>Terrakotta</strong> ist ganz kariert.</li></ul><p>Jedes Tuch hat einen Aufhänger an der Ecke und einen in der Mitte.</p>',
    ),
    specification: facts({
      material: ['100 % linen', '100 % Leinen'],
      dimensions: ['50 × 70 cm', '50 × 70 cm'],
      contents: ['Two towels of one kind', 'Zwei gleiche Tücher'],
      care: wash60,
      madeIn: lithuania,
    }),
    options: [colourOf('moss', 'ink', 'clay')],
    variants: [
      variant('TOWELS-TEA-MOSS', ['moss'], price(28, 24, 30, 4500), 140, 220),
      variant('TOWELS-TEA-INK', ['ink'], price(28, 24, 30, 4500), 125, 220),
      variant('TOWELS-TEA-CLAY', ['clay'], price(28, 24, 30, 4500), 95, 220),
    ],
    pictures: [
      ...inColours(
        ['moss', 'ink', 'clay'],
        scenes.teaTowel,
        (colour) => `White linen tea towel with a pattern in ${colour}, hanging over a rail`,
        (farbe) => `Weißes Geschirrtuch aus Leinen mit Muster in ${farbe}, über einer Stange`,
        (key) => `TOWELS-TEA-${key.toUpperCase()}`,
      ),
      shows(
        scenes.teaTowels,
        'All three tea towels side by side on an oak rail',
        'Alle drei Geschirrtücher nebeneinander auf einer Stange aus Eiche',
      ),
    ],
  },
  {
    slug: 'linen-napkins',
    category: 'textiles/linen',
    brand: mill,
    title: both('Linen napkins, set of four', 'Leinenservietten, vier Stück'),
    summary: both('Large napkins with a hemstitched edge.', 'Große Servietten mit Hohlsaum.'),
    description: both(
      '<p>Paper napkins are for people in a hurry. These are large enough to cover a lap, soft because the linen is washed before it is sewn, and they may be folded without being ironed.</p><p>A narrow <em>hemstitch</em> runs around the edge and keeps the corners flat. They grow thinner and finer over the years, like a good shirt. Four of one colour come together; most tables turn out to want eight.</p>',
      '<p>Papierservietten sind für Leute, die es eilig haben. Diese sind groß genug für den ganzen Schoß und weich, weil das Leinen vor dem Nähen gewaschen wird. Falten dürfen Sie sie auch ungebügelt.</p><p>Ein schmaler <em>Hohlsaum</em> läuft um die Kante und hält die Ecken flach. Mit den Jahren werden sie dünner und feiner, wie ein gutes Hemd. Vier Stück einer Farbe gehören zusammen; meist stellt sich heraus, dass acht gebraucht werden.</p>',
    ),
    specification: facts({
      material: linen,
      dimensions: ['45 × 45 cm', '45 × 45 cm'],
      contents: ['Four napkins', 'Vier Servietten'],
      care: wash60,
      madeIn: lithuania,
    }),
    options: [colourOf('chalk', 'slate', 'moss')],
    variants: [
      variant('NAPKINS-LINEN-CHALK', ['chalk'], price(42, 36, 45, 6800), 88, 260),
      variant('NAPKINS-LINEN-SLATE', ['slate'], price(42, 36, 45, 6800), 57, 260),
      variant('NAPKINS-LINEN-MOSS', ['moss'], price(42, 36, 45, 6800), 6, 260),
    ],
    pictures: [
      ...inColours(
        ['chalk', 'slate', 'moss'],
        scenes.linenNapkins,
        (colour) => `Four folded linen napkins in ${colour}, stacked`,
        (farbe) => `Vier gefaltete Leinenservietten in ${farbe}, übereinandergelegt`,
        (key) => `NAPKINS-LINEN-${key.toUpperCase()}`,
      ),
      shows(
        scenes.linenNapkinSet,
        'A slate blue napkin on an oat-coloured plate, seen from above',
        'Eine schieferblaue Serviette auf einem haferfarbenen Teller, von oben gesehen',
      ),
    ],
  },
  {
    slug: 'waffle-towel',
    category: 'textiles/linen',
    brand: mill,
    title: both('Waffle towel', 'Waffelhandtuch'),
    summary: both(
      'A thin cotton towel that dries fast, in two sizes.',
      'Ein dünnes Baumwollhandtuch, das schnell trocknet, in zwei Größen.',
    ),
    description: both(
      '<p>A towel need not be thick to work. The cells of this weave have a large surface, take up water quickly and give it to the air again within a few hours, even in a bathroom without a window.</p><p>It folds small, which makes it a good towel for <strong>travel and swimming</strong>. It rubs a little more than terry cloth; many people come to like that. There is a sewn loop on one of the long sides.</p>',
      '<p>Ein Handtuch muss nicht dick sein, um zu trocknen. Die Zellen dieses Gewebes haben eine große Oberfläche, nehmen Wasser rasch auf und geben es binnen weniger Stunden wieder ab, auch in einem Bad ohne Fenster.</p><p>Es lässt sich klein zusammenlegen und eignet sich deshalb gut für <strong>Reisen und Schwimmbad</strong>. Es rubbelt etwas mehr als Frottier; viele mögen gerade das. An einer Längsseite ist ein Aufhänger angenäht.</p>',
    ),
    specification: facts({
      material: ['100 % cotton', '100 % Baumwolle'],
      dimensions: ['50 × 90 or 75 × 140 cm', '50 × 90 oder 75 × 140 cm'],
      care: wash60,
      madeIn: portugal,
    }),
    options: [
      sizeOf(
        ['hand', 'Hand towel, 50 × 90 cm', 'Handtuch, 50 × 90 cm'],
        ['bath', 'Bath towel, 75 × 140 cm', 'Badetuch, 75 × 140 cm'],
      ),
    ],
    variants: [
      variant('TOWEL-WAFFLE-HAND', ['hand'], price(19, 16, 21, 3100), 175, 190),
      variant('TOWEL-WAFFLE-BATH', ['bath'], price(36, 31, 39, 5900), 120, 440),
    ],
    pictures: [
      shows(
        scenes.waffleTowels,
        'Folded chalk white waffle towels in two sizes, stacked',
        'Gefaltete kreideweiße Waffelhandtücher in zwei Größen, gestapelt',
      ),
      shows(
        scenes.waffleTowelRail,
        'A waffle towel hanging over an oak rail',
        'Ein Waffelhandtuch hängt über einer Stange aus Eiche',
      ),
    ],
  },
  {
    slug: 'linen-apron',
    category: 'textiles/linen',
    brand: mill,
    title: both('Linen apron', 'Leinenschürze'),
    summary: both('A long bib apron with a double pocket.', 'Eine lange Latzschürze mit doppelter Tasche.'),
    description: both(
      '<p>Cut from the heavy linen that upholsterers use, this apron covers you from collarbone to knee. The neck loop is adjusted by a knot, the ties are long enough to be fastened in front, where you can hang a towel from them.</p><p>The pocket is divided in two: one half for a cloth, the other for <em>spoons, secateurs or a pencil</em>. Flour shows on ink and vanishes on moss; with beetroot it is the other way round.</p>',
      '<p>Aus dem schweren Leinen der Polsterer geschnitten, reicht diese Schürze vom Schlüsselbein bis zum Knie. Die Nackenschlaufe stellen Sie mit einem Knoten ein. Die Bänder sind lang genug, um sie vorn zu binden und ein Tuch daran zu hängen.</p><p>Die Tasche ist zweigeteilt: eine Hälfte für einen Lappen, die andere für <em>Löffel, Gartenschere oder Bleistift</em>. Mehl sieht man auf Tinte und nicht auf Moos; bei Roter Bete ist es umgekehrt.</p>',
    ),
    specification: facts({
      material: ['Heavy linen', 'Schweres Leinen'],
      dimensions: ['72 cm wide, 88 cm long', 'Breite 72 cm, Länge 88 cm'],
      care: wash40,
      madeIn: lithuania,
    }),
    options: [colourOf('ink', 'moss')],
    variants: [
      variant('APRON-LINEN-INK', ['ink'], price(52, 44, 56, 8400), 37, 360),
      variant('APRON-LINEN-MOSS', ['moss'], price(52, 44, 56, 8400), 29, 360),
    ],
    pictures: [
      ...inColours(
        ['ink', 'moss'],
        scenes.linenApron,
        (colour) => `Linen apron in ${colour}, hanging on a wooden peg`,
        (farbe) => `Leinenschürze in ${farbe} an einem Holzhaken`,
        (key) => `APRON-LINEN-${key.toUpperCase()}`,
      ),
      shows(
        scenes.linenApronPocket,
        'The pocket of the moss green apron with two wooden spoons in it',
        'Die Tasche der moosgrünen Schürze, darin zwei Kochlöffel',
      ),
    ],
  },
]
