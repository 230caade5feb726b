import type { DemoProduct } from '../goods.ts'
import * as scenes from '../scenes/kitchen.ts'
import { both, colourOf, facts, inColours, price, shows, single, sizeOf, variant, woodOf } from '../words.ts'

const pottery = 'Brackwater Pottery'
const wood = 'Alder Row'
const tarn = 'Tarn Works'

const england: [string, string] = ['England', 'England']
const denmark: [string, string] = ['Denmark', 'Dänemark']
const czechia: [string, string] = ['Czechia', 'Tschechien']
const stoneware: [string, string] = ['Glazed stoneware', 'Glasiertes Steinzeug']
const dishwasher: [string, string] = [
  'Dishwasher and microwave safe',
  'Für Spülmaschine und Mikrowelle geeignet',
]
const oiled: [string, string] = ['Wipe clean, oil now and then', 'Feucht abwischen, ab und zu ölen']

export const kitchen: DemoProduct[] = [
  {
    slug: 'oat-mug',
    category: 'kitchen/mugs',
    brand: pottery,
    featured: true,
    title: both('Oat mug', 'Haferbecher'),
    summary: both(
      'A round stoneware mug in a speckled oat glaze, for a generous cup.',
      'Ein runder Steinzeugbecher in gesprenkelter Haferglasur, für eine große Tasse.',
    ),
    description: both(
      '<p>The mug we reach for first. It is thrown by hand from a dark, iron-rich clay, so small brown flecks come up through the pale glaze in the kiln and no two look quite the same.</p><p>The belly is round enough to warm both hands, the rim is thin enough to drink from with pleasure, and the handle takes <strong>three fingers</strong>. The foot is left bare, so that you can see and feel the clay it is made of.</p><p>It holds a large coffee or a long tea without being filled to the brim.</p>',
      '<p>Der Becher, zu dem wir zuerst greifen. Er wird von Hand aus dunklem, eisenhaltigem Ton gedreht. Im Ofen treten kleine braune Sprenkel durch die helle Glasur, und kein Becher gleicht ganz dem anderen.</p><p>Sein Bauch ist rund genug, um beide Hände daran zu wärmen, der Rand dünn genug, um gern daraus zu trinken, und in den Henkel passen <strong>drei Finger</strong>. Der Fuß bleibt unglasiert, so sieht und spürt man den Ton.</p><p>Ein großer Kaffee oder ein langer Tee findet bequem darin Platz.</p>',
    ),
    specification: facts({
      material: stoneware,
      dimensions: ['9 cm across, 9 cm high', 'Ø 9 cm, Höhe 9 cm'],
      capacity: ['350 ml', '350 ml'],
      care: dishwasher,
      madeIn: england,
    }),
    ...single('MUG-OAT', price(24, 21, 26, 3900), 480, 390),
    pictures: [
      shows(
        scenes.oatMug,
        'Oat-coloured stoneware mug with brown flecks and a round handle, seen from the side',
        'Haferfarbener Steinzeugbecher mit braunen Sprenkeln und rundem Henkel, von der Seite gesehen',
      ),
      shows(
        scenes.oatMugAbove,
        'The oat mug from above, filled with black coffee',
        'Der Haferbecher von oben, gefüllt mit schwarzem Kaffee',
      ),
      shows(
        scenes.oatMugBreakfast,
        'The oat mug on an oak table, in front of a slate blue milk jug',
        'Der Haferbecher auf einem Eichentisch, dahinter ein schieferblauer Milchkrug',
      ),
    ],
  },
  {
    slug: 'straight-mug',
    category: 'kitchen/mugs',
    brand: pottery,
    title: both('Straight mug', 'Gerader Becher'),
    summary: both(
      'An upright mug with a wide handle, in three glazes.',
      'Ein gerader Becher mit weitem Henkel, in drei Glasuren.',
    ),
    description: both(
      '<p>A cylinder, a handle, and nothing that could be left out. The straight wall keeps tea warm a little longer and makes the mug easy to stack, <em>two high</em>, on a crowded shelf.</p><p>The handle stands well away from the wall, so that large hands do not touch the hot side. A narrow line at the foot stays unglazed and shows the warm buff clay below.</p><ul><li>Chalk is matt and lightly speckled.</li><li>Moss and slate are slightly glossier.</li></ul>',
      '<p>Ein Zylinder, ein Henkel und nichts, was man weglassen könnte. Die gerade Wand hält den Tee etwas länger warm, und auf einem vollen Regal lassen sich die Becher <em>zu zweit</em> übereinanderstellen.</p><p>Der Henkel hat viel Abstand zur Wand, damit auch große Hände die heiße Seite nicht berühren. Am Fuß bleibt ein schmaler Streifen unglasiert und zeigt den warmen, hellen Ton.</p><ul><li>Kreide ist matt und leicht gesprenkelt.</li><li>Moos und Schiefer glänzen ein wenig mehr.</li></ul>',
    ),
    specification: facts({
      material: stoneware,
      dimensions: ['8 cm across, 9.5 cm high', 'Ø 8 cm, Höhe 9,5 cm'],
      capacity: ['380 ml', '380 ml'],
      care: dishwasher,
      madeIn: england,
    }),
    options: [colourOf('chalk', 'moss', 'slate')],
    variants: [
      variant('MUG-STRAIGHT-CHALK', ['chalk'], price(22, 19, 24, 3600), 160, 370),
      variant('MUG-STRAIGHT-MOSS', ['moss'], price(22, 19, 24, 3600), 96, 370),
      variant('MUG-STRAIGHT-SLATE', ['slate'], price(22, 19, 24, 3600), 72, 370),
    ],
    pictures: [
      ...inColours(
        ['chalk', 'moss', 'slate'],
        scenes.straightMug,
        (colour) => `Straight stoneware mug in ${colour}, seen from the side`,
        (farbe) => `Gerader Steinzeugbecher in ${farbe}, von der Seite gesehen`,
        (key) => `MUG-STRAIGHT-${key.toUpperCase()}`,
      ),
      shows(
        scenes.straightMugs,
        'Three straight mugs together, in slate blue, moss green and chalk white',
        'Drei gerade Becher beieinander, in Schieferblau, Moosgrün und Kreideweiß',
      ),
    ],
  },
  {
    slug: 'espresso-cup',
    category: 'kitchen/mugs',
    brand: pottery,
    title: both('Espresso cup with saucer', 'Espressotasse mit Untertasse'),
    summary: both(
      'A small, heavy cup that keeps its heat, on its own saucer.',
      'Eine kleine, schwere Tasse, die warm bleibt, mit eigener Untertasse.',
    ),
    description: both(
      '<p>A short coffee cools fast, so this cup is thick where it matters: at the base. Warm it with a splash of hot water first and the espresso stays as it came from the machine until the last sip.</p><p>The saucer has a shallow ring that holds the cup in its place and leaves room for a spoon and a biscuit. Cup and saucer are sold <strong>together</strong>, and both are glazed in the same colour.</p>',
      '<p>Ein kurzer Kaffee kühlt schnell aus. Deshalb ist diese Tasse dort dick, wo es darauf ankommt: am Boden. Wärmen Sie sie mit einem Schluck heißem Wasser vor, dann bleibt der Espresso bis zum letzten Schluck, wie er aus der Maschine kam.</p><p>Die Untertasse hat eine flache Vertiefung, in der die Tasse sicher steht; für Löffel und Keks bleibt Platz. Tasse und Untertasse gehören <strong>zusammen</strong> und haben dieselbe Glasur.</p>',
    ),
    specification: facts({
      material: stoneware,
      dimensions: [
        'Cup 6.5 cm across, 5.5 cm high; saucer 13 cm',
        'Tasse Ø 6,5 cm, Höhe 5,5 cm; Untertasse Ø 13 cm',
      ],
      capacity: ['90 ml', '90 ml'],
      contents: ['One cup, one saucer', 'Eine Tasse, eine Untertasse'],
      care: dishwasher,
      madeIn: england,
    }),
    options: [colourOf('oat', 'clay', 'ink')],
    variants: [
      variant('CUP-ESPRESSO-OAT', ['oat'], price(26, 22, 28, 4200), 84, 330),
      variant('CUP-ESPRESSO-CLAY', ['clay'], price(26, 22, 28, 4200), 60, 330),
      variant('CUP-ESPRESSO-INK', ['ink'], price(26, 22, 28, 4200), 8, 330),
    ],
    pictures: [
      ...inColours(
        ['oat', 'clay', 'ink'],
        scenes.espressoCup,
        (colour) => `Espresso cup in ${colour} on a saucer of the same colour`,
        (farbe) => `Espressotasse in ${farbe} auf einer Untertasse in derselben Farbe`,
        (key) => `CUP-ESPRESSO-${key.toUpperCase()}`,
      ),
      shows(
        scenes.espressoPair,
        'Two filled espresso cups from above on an oak table, one ink black, one oat',
        'Zwei gefüllte Espressotassen von oben auf einem Eichentisch, eine tintenschwarz, eine haferbeige',
      ),
    ],
  },
  {
    slug: 'tea-bowl',
    category: 'kitchen/mugs',
    brand: pottery,
    title: both('Celadon tea bowl', 'Teeschale Seladon'),
    summary: both(
      'A handleless bowl for tea in a grey-green celadon glaze.',
      'Eine henkellose Schale für Tee in graugrüner Seladonglasur.',
    ),
    description: both(
      '<p>A bowl without a handle asks you to wait until the tea is cool enough to hold, which is also when it tastes best. The wall is thin at the rim and thicker towards the foot, where your fingers rest.</p><p>Celadon is an old glaze coloured by a little iron: <em>pale where it lies thin, greener where it gathers</em>. The tall foot ring is left bare and keeps the heat off the table.</p>',
      '<p>Eine Schale ohne Henkel lädt dazu ein zu warten, bis der Tee sich halten lässt. Dann schmeckt er auch am besten. Am Rand ist die Wand dünn, zum Fuß hin, wo die Finger liegen, wird sie kräftiger.</p><p>Seladon ist eine alte Glasur, die ihre Farbe von etwas Eisen hat: <em>blass, wo sie dünn liegt, grüner, wo sie sich sammelt</em>. Der hohe Fußring bleibt unglasiert und schützt die Tischplatte vor der Hitze.</p>',
    ),
    specification: facts({
      material: stoneware,
      dimensions: ['10 cm across, 7.5 cm high', 'Ø 10 cm, Höhe 7,5 cm'],
      capacity: ['280 ml', '280 ml'],
      care: dishwasher,
      madeIn: england,
    }),
    ...single('BOWL-TEA-CELADON', price(28, 24, 30, 4500), 54, 300),
    pictures: [
      shows(
        scenes.teaBowl,
        'Grey-green tea bowl without a handle on a bare clay foot',
        'Graugrüne Teeschale ohne Henkel auf unglasiertem Fuß',
      ),
      shows(
        scenes.teaBowlFilled,
        'The tea bowl from above, filled with golden tea',
        'Die Teeschale von oben, gefüllt mit goldgelbem Tee',
      ),
    ],
  },
  {
    slug: 'enamel-mug',
    category: 'kitchen/mugs',
    brand: tarn,
    title: both('Enamel mug', 'Emaillebecher'),
    summary: both(
      'A white enamel mug with a navy rim, light enough to travel.',
      'Ein weißer Emaillebecher mit dunkelblauem Rand, leicht genug für unterwegs.',
    ),
    description: both(
      '<p>Pressed from one sheet of steel and coated twice with enamel, this mug weighs little and forgives much. It goes from the picnic basket to the camp stove and back into the cupboard.</p><p>The rim is rolled outwards and finished in navy. If you drop the mug on stone, the enamel may chip: that is how it gathers its marks, and it stays safe to use.</p><p>Please do not use it in the microwave, since the core is steel.</p>',
      '<p>Aus einem Stück Stahlblech gezogen und zweimal emailliert: Dieser Becher wiegt wenig und verzeiht viel. Er wandert vom Picknickkorb auf den Campingkocher und zurück in den Schrank.</p><p>Der Rand ist nach außen gerollt und dunkelblau abgesetzt. Fällt der Becher auf Stein, kann die Emaille abplatzen. So sammelt er seine Spuren und bleibt doch unbedenklich im Gebrauch.</p><p>Bitte nicht in die Mikrowelle stellen, denn der Kern ist aus Stahl.</p>',
    ),
    specification: facts({
      material: ['Enamelled steel', 'Emaillierter Stahl'],
      dimensions: ['8.5 cm across, 8 cm high', 'Ø 8,5 cm, Höhe 8 cm'],
      capacity: ['360 ml', '360 ml'],
      care: ['Dishwasher safe, not for the microwave', 'Spülmaschinenfest, nicht für die Mikrowelle'],
      madeIn: czechia,
    }),
    ...single('MUG-ENAMEL', price(14, 12, 16, 2300), 210, 150),
    pictures: [
      shows(
        scenes.enamelMug,
        'White enamel mug with a navy rim, seen from the side',
        'Weißer Emaillebecher mit dunkelblauem Rand, von der Seite gesehen',
      ),
      shows(
        scenes.enamelMugs,
        'Two enamel mugs on an oak table, one of them filled with coffee',
        'Zwei Emaillebecher auf einem Eichentisch, einer davon mit Kaffee gefüllt',
      ),
    ],
  },
  {
    slug: 'gone-bowl',
    category: 'kitchen/bowls',
    brand: pottery,
    title: both('Gone bowl', 'Gone-Schale'),
    summary: both(
      'A wide bowl in reed-ash glaze, fired once a year and soon gone.',
      'Eine weite Schale in Schilfascheglasur, einmal im Jahr gebrannt und schnell vergriffen.',
    ),
    description: both(
      '<p>Once a year, after the reeds along the river are cut, the pottery burns them and makes a glaze from the ash. It is enough for one kiln, about sixty bowls. They are named after what customers are told for the other eleven months: <em>gone</em>.</p><p>The glaze runs from sage to olive and is dotted with specks of iron. The bowl stands on a tall bare foot and is wide enough for a salad for three.</p><p><strong>This year’s firing is sold out.</strong></p>',
      '<p>Einmal im Jahr, wenn das Schilf am Fluss geschnitten ist, verbrennt die Werkstatt es und rührt aus der Asche eine Glasur an. Sie reicht für einen Ofen, etwa sechzig Schalen. Ihren Namen haben sie von dem, was man die übrigen elf Monate zu hören bekommt: <em>gone</em>, vergriffen.</p><p>Die Glasur spielt zwischen Salbei und Oliv und ist mit Eisen gesprenkelt. Die Schale steht auf hohem, unglasiertem Fuß und fasst einen Salat für drei.</p><p><strong>Der diesjährige Brand ist ausverkauft.</strong></p>',
    ),
    specification: facts({
      material: ['Stoneware with reed-ash glaze', 'Steinzeug mit Schilfascheglasur'],
      dimensions: ['21.5 cm across, 8.5 cm high', 'Ø 21,5 cm, Höhe 8,5 cm'],
      capacity: ['1.4 litres', '1,4 Liter'],
      care: ['Wash by hand', 'Von Hand spülen'],
      madeIn: england,
    }),
    ...single('BOWL-GONE', price(58, 49, 62, 9400), 0, 820),
    pictures: [
      shows(
        scenes.goneBowl,
        'Wide sage green bowl on a narrow bare foot, seen from the side',
        'Weite salbeigrüne Schale auf schmalem, unglasiertem Fuß, von der Seite gesehen',
      ),
      shows(
        scenes.goneBowlAbove,
        'The inside of the bowl from above, with its speckled ash glaze',
        'Das Innere der Schale von oben, mit gesprenkelter Ascheglasur',
      ),
    ],
  },
  {
    slug: 'breakfast-bowl',
    category: 'kitchen/bowls',
    brand: pottery,
    title: both('Breakfast bowl', 'Frühstücksschale'),
    summary: both(
      'A deep bowl on a small foot, for porridge, soup and noodles.',
      'Eine tiefe Schale auf kleinem Fuß, für Porridge, Suppe und Nudeln.',
    ),
    description: both(
      '<p>Deep enough that granola stays in and light enough to carry to the sofa. The curve inside has no corner, so a spoon finds the last of the porridge without scraping.</p><p>The small raised foot lets you lift the bowl while it is hot. Three bowls stack neatly inside each other, and the three glazes are made to be mixed: <em>oat</em>, <em>slate</em> and a warm <em>terracotta</em> with a paler lining.</p>',
      '<p>Tief genug, dass das Müsli drinbleibt, und leicht genug, um sie mit aufs Sofa zu nehmen. Innen gibt es keine Kante, der Löffel findet den letzten Rest Porridge ohne Kratzen.</p><p>Am kleinen, erhöhten Fuß lässt sich die Schale auch heiß anheben. Drei Schalen passen sauber ineinander, und die drei Glasuren sind zum Mischen gedacht: <em>Hafer</em>, <em>Schiefer</em> und eine warme <em>Terrakotta</em> mit hellerem Inneren.</p>',
    ),
    specification: facts({
      material: stoneware,
      dimensions: ['15.5 cm across, 7 cm high', 'Ø 15,5 cm, Höhe 7 cm'],
      capacity: ['650 ml', '650 ml'],
      care: dishwasher,
      madeIn: england,
    }),
    options: [colourOf('oat', 'slate', 'clay')],
    variants: [
      variant('BOWL-BREAKFAST-OAT', ['oat'], price(29, 25, 32, 4700), 130, 520),
      variant('BOWL-BREAKFAST-SLATE', ['slate'], price(29, 25, 32, 4700), 88, 520),
      variant('BOWL-BREAKFAST-CLAY', ['clay'], price(29, 25, 32, 4700), 45, 520),
    ],
    pictures: [
      ...inColours(
        ['oat', 'slate', 'clay'],
        scenes.breakfastBowl,
        (colour) => `Deep breakfast bowl in ${colour}, seen slightly from above`,
        (farbe) => `Tiefe Frühstücksschale in ${farbe}, leicht von oben gesehen`,
        (key) => `BOWL-BREAKFAST-${key.toUpperCase()}`,
      ),
      shows(
        scenes.breakfastBowls,
        'Three breakfast bowls stacked: oat on terracotta on slate blue',
        'Drei gestapelte Frühstücksschalen: Hafer auf Terrakotta auf Schieferblau',
      ),
    ],
  },
  {
    slug: 'pasta-bowl',
    category: 'kitchen/bowls',
    brand: pottery,
    title: both('Pasta bowl', 'Pastaschale'),
    summary: both(
      'A wide, shallow bowl that is half a plate.',
      'Eine weite, flache Schale, die schon halb ein Teller ist.',
    ),
    description: both(
      '<p>Wide like a plate, with a wall just high enough to turn spaghetti against. The flat middle takes a piece of fish as well, and sauce stays where it belongs.</p><p>The chalk glaze is soft to the touch and dotted with a few brown flecks from the clay. Four of these bowls stack to <strong>11 cm</strong> and fit most dishwashers upright.</p><p>Pre-warm it in a low oven before you serve.</p>',
      '<p>Weit wie ein Teller, mit einer Wand, die gerade hoch genug ist, um Spaghetti daran zu drehen. Auf der flachen Mitte findet auch ein Stück Fisch Platz, und die Soße bleibt, wo sie hingehört.</p><p>Die Kreideglasur fühlt sich weich an und trägt ein paar braune Sprenkel aus dem Ton. Vier Schalen stapeln sich auf <strong>11 cm</strong> und stehen in den meisten Spülmaschinen aufrecht.</p><p>Wärmen Sie die Schale vor dem Servieren im Ofen an.</p>',
    ),
    specification: facts({
      material: stoneware,
      dimensions: ['22.5 cm across, 5 cm high', 'Ø 22,5 cm, Höhe 5 cm'],
      capacity: ['900 ml', '900 ml'],
      oven: ['Up to 180 °C', 'Bis 180 °C'],
      care: dishwasher,
      madeIn: england,
    }),
    ...single('BOWL-PASTA-CHALK', price(34, 29, 37, 5500), 76, 690),
    pictures: [
      shows(
        scenes.pastaBowl,
        'Wide, shallow chalk white bowl, seen slightly from above',
        'Weite, flache Schale in Kreideweiß, leicht von oben gesehen',
      ),
      shows(
        scenes.pastaBowlLemons,
        'Three lemons in the pasta bowl, seen from above',
        'Drei Zitronen in der Pastaschale, von oben gesehen',
      ),
    ],
  },
  {
    slug: 'walnut-salad-bowl',
    category: 'kitchen/bowls',
    brand: wood,
    title: both('Walnut salad bowl', 'Salatschüssel aus Nussbaum'),
    summary: both(
      'Turned from one piece of walnut, in two sizes.',
      'Aus einem Stück Nussbaum gedrechselt, in zwei Größen.',
    ),
    description: both(
      '<p>Each bowl is turned from a <strong>single piece</strong> of European walnut, dried for two years before it meets the lathe. The wall is left strong, so that the bowl can take serving spoons, a careless elbow and thirty years of dressing.</p><p>The grain runs across the inside like contour lines on a map. It is finished with linseed oil only; wipe it dry after washing and give it a little oil when it looks thirsty.</p>',
      '<p>Jede Schüssel wird aus <strong>einem einzigen Stück</strong> europäischem Nussbaum gedrechselt, das vorher zwei Jahre lang trocknet. Die Wand bleibt kräftig und hält Salatbesteck, einen unachtsamen Ellbogen und dreißig Jahre Vinaigrette aus.</p><p>Innen zieht sich die Maserung wie Höhenlinien über eine Karte. Behandelt ist das Holz nur mit Leinöl. Trocknen Sie die Schüssel nach dem Spülen ab und ölen Sie sie, wenn sie stumpf wirkt.</p>',
    ),
    specification: facts({
      material: ['European walnut', 'Europäischer Nussbaum'],
      dimensions: ['26 or 32 cm across, 10 or 12 cm high', 'Ø 26 oder 32 cm, Höhe 10 oder 12 cm'],
      finish: ['Linseed oil', 'Leinöl'],
      care: ['Wash by hand and dry at once', 'Von Hand spülen und gleich abtrocknen'],
      madeIn: denmark,
    }),
    options: [sizeOf(['26', '26 cm across', 'Ø 26 cm'], ['32', '32 cm across', 'Ø 32 cm'])],
    variants: [
      variant('BOWL-SALAD-26', ['26'], price(89, 76, 95, 14500), 24, 980),
      variant('BOWL-SALAD-32', ['32'], price(129, 110, 139, 21000), 12, 1500),
    ],
    pictures: [
      shows(
        scenes.saladBowl,
        'Large turned walnut bowl with fine grain, seen slightly from above',
        'Große gedrechselte Schüssel aus Nussbaum mit feiner Maserung, leicht von oben gesehen',
      ),
      shows(
        scenes.saladBowls,
        'Both sizes of the walnut bowl side by side, seen from above',
        'Beide Größen der Nussbaumschüssel nebeneinander, von oben gesehen',
      ),
    ],
  },
  {
    slug: 'mixing-bowl',
    category: 'kitchen/bowls',
    brand: pottery,
    title: both('Mixing bowl', 'Rührschüssel'),
    summary: both(
      'Steep-sided stoneware bowls in three sizes that nest.',
      'Steilwandige Steinzeugschüsseln in drei Größen, die ineinanderpassen.',
    ),
    description: both(
      '<p>A heavy bowl stays put while you beat. The wall is steep, so that flour and cream do not leave it, and the curve at the bottom follows a balloon whisk or a dough scraper.</p><ul><li><strong>Small</strong> for a vinaigrette or two eggs.</li><li><strong>Medium</strong> for pancake batter and cake.</li><li><strong>Large</strong> for a loaf that rises overnight.</li></ul><p>All three nest in the space of the largest, and each of them looks good enough to bring to the table.</p>',
      '<p>Eine schwere Schüssel bleibt beim Rühren stehen. Die Wand ist steil, damit Mehl und Sahne drinbleiben, und die Rundung am Boden passt zu Schneebesen und Teigschaber.</p><ul><li><strong>Klein</strong> für eine Vinaigrette oder zwei Eier.</li><li><strong>Mittel</strong> für Pfannkuchen- und Rührteig.</li><li><strong>Groß</strong> für ein Brot, das über Nacht geht.</li></ul><p>Alle drei finden im Platz der größten ineinander Platz, und jede macht auch auf dem Tisch eine gute Figur.</p>',
    ),
    specification: facts({
      material: stoneware,
      dimensions: ['14, 18 or 22 cm across', 'Ø 14, 18 oder 22 cm'],
      capacity: ['0.7, 1.6 or 3 litres', '0,7, 1,6 oder 3 Liter'],
      oven: ['Up to 200 °C', 'Bis 200 °C'],
      care: dishwasher,
      madeIn: england,
    }),
    options: [
      sizeOf(
        ['small', 'Small, 0.7 l', 'Klein, 0,7 l'],
        ['medium', 'Medium, 1.6 l', 'Mittel, 1,6 l'],
        ['large', 'Large, 3 l', 'Groß, 3 l'],
      ),
    ],
    variants: [
      variant('BOWL-MIXING-S', ['small'], price(32, 27, 34, 5200), 40, 640),
      variant('BOWL-MIXING-M', ['medium'], price(46, 39, 49, 7500), 36, 1150),
      variant('BOWL-MIXING-L', ['large'], price(64, 54, 68, 10400), 22, 1900),
    ],
    pictures: [
      shows(
        scenes.mixingBowls,
        'Three oat-coloured mixing bowls nested in each other',
        'Drei haferfarbene Rührschüsseln, ineinandergestellt',
      ),
      shows(
        scenes.mixingBowlBatter,
        'The large mixing bowl with batter and a wooden spoon',
        'Die große Rührschüssel mit Teig und einem Holzlöffel',
      ),
    ],
  },
  {
    slug: 'dinner-plate',
    category: 'kitchen/plates',
    brand: pottery,
    featured: true,
    title: both('Dinner plate', 'Essteller'),
    summary: both(
      'A flat plate with a soft upturned rim, in three glazes.',
      'Ein flacher Teller mit sanft aufgebogenem Rand, in drei Glasuren.',
    ),
    description: both(
      '<p>A plate should get out of the way of the food. This one is flat to the edge and then turns up by a finger’s width, so that peas and sauces stop there. The underside is ground smooth and does not scratch the table.</p><p>Oat is matt and speckled. <strong>Moss</strong> and <strong>ink</strong> have a satin gloss that makes a tomato look redder than it is. Mixed piles are encouraged, since all three share one height and one foot.</p>',
      '<p>Ein Teller soll dem Essen nicht im Weg stehen. Dieser ist flach bis außen und biegt sich dann um eine Fingerbreite auf, dort machen Erbsen und Soßen halt. Die Unterseite ist glatt geschliffen und verkratzt keinen Tisch.</p><p>Hafer ist matt und gesprenkelt. <strong>Moos</strong> und <strong>Tinte</strong> glänzen seidig und lassen eine Tomate röter wirken, als sie ist. Stapeln Sie ruhig gemischt: Höhe und Fuß sind bei allen gleich.</p>',
    ),
    specification: facts({
      material: stoneware,
      dimensions: ['27 cm across, 2.5 cm high', 'Ø 27 cm, Höhe 2,5 cm'],
      oven: ['Up to 180 °C', 'Bis 180 °C'],
      care: dishwasher,
      madeIn: england,
    }),
    options: [colourOf('oat', 'moss', 'ink')],
    variants: [
      variant('PLATE-DINNER-OAT', ['oat'], price(32, 27, 34, 5200), 150, 780),
      variant('PLATE-DINNER-MOSS', ['moss'], price(32, 27, 34, 5200), 64, 780),
      variant('PLATE-DINNER-INK', ['ink'], price(32, 27, 34, 5200), 0, 780),
    ],
    pictures: [
      ...inColours(
        ['oat', 'moss', 'ink'],
        scenes.dinnerPlate,
        (colour) => `Round dinner plate in ${colour}, seen from above`,
        (farbe) => `Runder Essteller in ${farbe}, von oben gesehen`,
        (key) => `PLATE-DINNER-${key.toUpperCase()}`,
      ),
      shows(
        scenes.dinnerPlates,
        'A pile of dinner plates in mixed colours with a bowl on top',
        'Ein Stapel Essteller in gemischten Farben, obenauf eine Schale',
      ),
    ],
  },
  {
    slug: 'small-plate',
    category: 'kitchen/plates',
    brand: pottery,
    title: both('Small plate', 'Kleiner Teller'),
    summary: both(
      'For toast, cake and the pear after supper.',
      'Für Toast, Kuchen und die Birne nach dem Abendessen.',
    ),
    description: both(
      '<p>The plate that is never in the cupboard, because it is always in use: under a slice of toast in the morning, with cake in the afternoon, for olives and stones in the evening.</p><p>It repeats the line of our dinner plate at two thirds of its size and sits neatly upon it. The chalk glaze is <em>matt, warm to the hand</em> and a little speckled; knives leave no grey lines on it.</p>',
      '<p>Der Teller, der nie im Schrank steht, weil man ihn immer braucht: morgens unter dem Toast, nachmittags mit Kuchen, abends für Oliven und deren Kerne.</p><p>Er nimmt die Linie unseres Esstellers auf, ist aber nur zwei Drittel so groß und sitzt sauber auf ihm. Die Kreideglasur ist <em>matt, angenehm warm in der Hand</em> und leicht gesprenkelt. Messer hinterlassen darauf keine grauen Striche.</p>',
    ),
    specification: facts({
      material: stoneware,
      dimensions: ['19.5 cm across, 2.2 cm high', 'Ø 19,5 cm, Höhe 2,2 cm'],
      care: dishwasher,
      madeIn: england,
    }),
    ...single('PLATE-SMALL-CHALK', price(22, 19, 24, 3600), 118, 430),
    pictures: [
      shows(
        scenes.smallPlate,
        'Small chalk white plate, seen from above at an angle',
        'Kleiner kreideweißer Teller, schräg von oben gesehen',
      ),
      shows(
        scenes.smallPlatePear,
        'Two green pears standing on the small plate',
        'Zwei grüne Birnen stehen auf dem kleinen Teller',
      ),
    ],
  },
  {
    slug: 'oval-platter',
    category: 'kitchen/plates',
    brand: pottery,
    title: both('Oval platter', 'Ovale Platte'),
    summary: both(
      'A long speckled platter for the middle of the table.',
      'Eine lange, gesprenkelte Platte für die Tischmitte.',
    ),
    description: both(
      '<p>Long enough for a side of trout and flat enough to carry with one hand underneath. The platter is pressed over a wooden mould and finished by hand, so its oval is a little different each time.</p><p>A raised edge keeps juices in. Between meals it holds fruit: <strong>six pears</strong> or a dozen lemons. The oat glaze is speckled and takes olive oil and beetroot without a stain.</p>',
      '<p>Lang genug für eine Seite Forelle und flach genug, um sie mit einer Hand darunter zu tragen. Die Platte wird über eine Holzform gedrückt und von Hand nachgearbeitet, ihr Oval fällt jedes Mal ein wenig anders aus.</p><p>Ein aufgebogener Rand hält den Saft zurück. Zwischen den Mahlzeiten trägt sie Obst: <strong>sechs Birnen</strong> oder ein Dutzend Zitronen. Die gesprenkelte Haferglasur nimmt weder Olivenöl noch Rote Bete übel.</p>',
    ),
    specification: facts({
      material: stoneware,
      dimensions: ['40 × 27 cm, 2.8 cm high', '40 × 27 cm, Höhe 2,8 cm'],
      oven: ['Up to 180 °C', 'Bis 180 °C'],
      care: dishwasher,
      madeIn: england,
    }),
    ...single('PLATTER-OVAL-OAT', price(62, 53, 66, 9900), 31, 1450, price(74, 63, 79, 11900)),
    pictures: [
      shows(
        scenes.ovalPlatter,
        'Long oval platter in speckled oat glaze',
        'Lange ovale Platte in gesprenkelter Haferglasur',
      ),
      shows(
        scenes.ovalPlatterServed,
        'Pears and lemons on the oval platter, on an oak table',
        'Birnen und Zitronen auf der ovalen Platte, auf einem Eichentisch',
      ),
    ],
  },
  {
    slug: 'milk-jug',
    category: 'kitchen/jugs',
    brand: pottery,
    title: both('Milk jug', 'Milchkrug'),
    summary: both(
      'A bellied jug that pours without a drip, in two sizes.',
      'Ein bauchiger Krug, der tropffrei gießt, in zwei Größen.',
    ),
    description: both(
      '<p>The beak is the difficult part of a jug. Ours is pulled with a wet finger while the clay is soft and then cut sharp at the lip, so that the last drop falls back instead of running down the front.</p><p>The <strong>small</strong> one brings milk to the coffee table, the <strong>large</strong> one holds a litre of water, a bunch of tulips or gravy for ten. The handle sits high and takes a whole hand.</p>',
      '<p>Das Schwierige an einem Krug ist die Tülle. Unsere wird mit nassem Finger aus dem weichen Ton gezogen und an der Lippe scharf abgeschnitten. So fällt der letzte Tropfen zurück, statt außen hinabzulaufen.</p><p>Der <strong>kleine</strong> bringt Milch an den Kaffeetisch, der <strong>große</strong> fasst einen Liter Wasser, einen Strauß Tulpen oder Soße für zehn. Der Henkel sitzt hoch und bietet der ganzen Hand Platz.</p>',
    ),
    specification: facts({
      material: stoneware,
      dimensions: ['11 or 17 cm high', 'Höhe 11 oder 17 cm'],
      capacity: ['0.35 or 1 litre', '0,35 oder 1 Liter'],
      care: dishwasher,
      madeIn: england,
    }),
    options: [sizeOf(['small', 'Small, 0.35 l', 'Klein, 0,35 l'], ['large', 'Large, 1 l', 'Groß, 1 l'])],
    variants: [
      variant('JUG-MILK-S', ['small'], price(34, 29, 36, 5500), 58, 420),
      variant('JUG-MILK-L', ['large'], price(54, 46, 58, 8800), 33, 980),
    ],
    pictures: [
      shows(
        scenes.milkJugs,
        'A small and a large oat-coloured jug side by side',
        'Ein kleiner und ein großer haferfarbener Krug nebeneinander',
      ),
      shows(
        scenes.milkJugSide,
        'The milk jug slightly from above, with its beak to the left',
        'Der Milchkrug leicht von oben, die Tülle nach links',
      ),
    ],
  },
  {
    slug: 'ink-teapot',
    category: 'kitchen/jugs',
    brand: pottery,
    featured: true,
    title: both('Ink teapot', 'Teekanne Tinte'),
    summary: both(
      'A round black teapot under a cane handle.',
      'Eine runde schwarze Teekanne unter einem Rohrhenkel.',
    ),
    description: both(
      '<p>The handle is cane, bound by hand, and stays cool however long the tea stands. It folds to one side when you fill the pot. The body is thick and round, which is the shape that keeps its heat longest.</p><p>The ink glaze is nearly black and turns <em>blue where the light falls on it</em>. Behind the spout, eleven small holes in the wall hold the leaves back, so you need no strainer.</p><p>Enough for four cups.</p>',
      '<p>Der Henkel ist aus Rohr, von Hand gewickelt, und bleibt kühl, wie lange der Tee auch zieht. Zum Füllen klappen Sie ihn zur Seite. Der Körper ist dickwandig und rund, denn diese Form hält die Wärme am längsten.</p><p>Die Tintenglasur ist fast schwarz und schimmert <em>blau, wo Licht auf sie fällt</em>. Elf kleine Löcher hinter der Tülle halten die Blätter zurück, ein Sieb ist nicht nötig.</p><p>Sie reicht für vier Tassen.</p>',
    ),
    specification: facts({
      material: ['Stoneware, cane handle', 'Steinzeug, Henkel aus Rohr'],
      dimensions: ['17 cm across, 21 cm high with the handle', 'Ø 17 cm, Höhe mit Henkel 21 cm'],
      capacity: ['1 litre', '1 Liter'],
      care: ['Rinse by hand, without detergent', 'Von Hand und ohne Spülmittel ausspülen'],
      madeIn: england,
    }),
    ...single('TEAPOT-INK', price(78, 66, 84, 12500), 18, 1150),
    pictures: [
      shows(
        scenes.inkTeapot,
        'Round black teapot with an arched cane handle',
        'Runde schwarze Teekanne mit gebogenem Rohrhenkel',
      ),
      shows(
        scenes.teaTime,
        'The teapot with two celadon bowls of tea on an oak table',
        'Die Teekanne mit zwei gefüllten Seladonschalen auf einem Eichentisch',
      ),
    ],
  },
  {
    slug: 'water-carafe',
    category: 'kitchen/jugs',
    brand: tarn,
    title: both('Water carafe', 'Wasserkaraffe'),
    summary: both(
      'A mouth-blown carafe with a narrow neck.',
      'Eine mundgeblasene Karaffe mit schmalem Hals.',
    ),
    description: both(
      '<p>Blown by mouth and cut at the rim, with the faint green of glass that has not been bleached. The neck is narrow enough to hold with one hand and wide enough for a bottle brush.</p><p>Small bubbles are part of the way it is made. The carafe stands well in a refrigerator door, pours slowly and <em>does not gurgle</em>. A tumbler fits over the neck as a lid; any that is 8 cm wide will do.</p>',
      '<p>Mundgeblasen und am Rand geschliffen, mit dem leichten Grün von Glas, das nicht entfärbt wurde. Der Hals ist schmal genug für eine Hand und weit genug für eine Flaschenbürste.</p><p>Kleine Bläschen gehören zur Herstellung. Die Karaffe passt in die Kühlschranktür, gießt ruhig und <em>gluckert nicht</em>. Ein Trinkglas lässt sich als Deckel über den Hals stülpen; jedes mit 8 cm Durchmesser passt.</p>',
    ),
    specification: facts({
      material: ['Mouth-blown soda glass', 'Mundgeblasenes Kalknatronglas'],
      dimensions: ['12 cm across, 24 cm high', 'Ø 12 cm, Höhe 24 cm'],
      capacity: ['1.1 litres', '1,1 Liter'],
      care: ['Wash by hand', 'Von Hand spülen'],
      madeIn: czechia,
    }),
    ...single('CARAFE-GLASS', price(39, 33, 42, 6300), 47, 560),
    pictures: [
      shows(
        scenes.carafe,
        'Clear glass carafe, half filled with water',
        'Klare Glaskaraffe, zur Hälfte mit Wasser gefüllt',
      ),
      shows(
        scenes.carafeAndTumbler,
        'The carafe behind a full water glass',
        'Die Karaffe hinter einem gefüllten Wasserglas',
      ),
    ],
  },
  {
    slug: 'bread-board',
    category: 'kitchen/boards',
    brand: wood,
    title: both('Bread board', 'Brotbrett'),
    summary: both(
      'A board with a short handle, from one plank.',
      'Ein Brett mit kurzem Griff, aus einer einzigen Bohle.',
    ),
    description: both(
      '<p>Sawn from one plank, without glue, and rounded so far that the edge feels like a pebble. The handle is made for a hand with flour on it; the hole is for a hook on the wall.</p><ul><li><strong>Oak</strong> is the harder of the two and grows darker over the years.</li><li><strong>Walnut</strong> is softer on knives and starts dark.</li></ul><p>Use one side for bread and the other for onions, and nobody will ever know.</p>',
      '<p>Aus einer Bohle gesägt, ohne Leim, und so weit gerundet, dass sich die Kante wie ein Kiesel anfühlt. Der Griff ist für eine bemehlte Hand gemacht, das Loch für einen Haken an der Wand.</p><ul><li><strong>Eiche</strong> ist härter und wird mit den Jahren dunkler.</li><li><strong>Nussbaum</strong> schont die Klingen und ist von Anfang an dunkel.</li></ul><p>Nehmen Sie eine Seite für Brot und die andere für Zwiebeln, und niemand wird es je erfahren.</p>',
    ),
    specification: facts({
      material: ['Solid oak or walnut', 'Massive Eiche oder massiver Nussbaum'],
      dimensions: ['42 × 24 cm, 1.9 cm thick', '42 × 24 cm, Stärke 1,9 cm'],
      finish: ['Food-safe oil', 'Lebensmittelechtes Öl'],
      care: oiled,
      madeIn: denmark,
    }),
    options: [woodOf('oak', 'walnut')],
    variants: [
      variant('BOARD-BREAD-OAK', ['oak'], price(48, 41, 52, 7800), 66, 1100),
      variant('BOARD-BREAD-WALNUT', ['walnut'], price(59, 50, 63, 9600), 28, 1000),
    ],
    pictures: [
      ...inColours(
        ['oak', 'walnut'],
        scenes.breadBoard,
        (kind) => `Bread board of ${kind} with a handle and a hole, seen from above`,
        (holz) => `Brotbrett aus ${holz} mit Griff und Loch, von oben gesehen`,
        (key) => `BOARD-BREAD-${key.toUpperCase()}`,
      ),
      shows(
        scenes.breadBoardLoaf,
        'A round loaf on the oak bread board',
        'Ein runder Brotlaib auf dem Brett aus Eiche',
      ),
    ],
  },
  {
    slug: 'wooden-spoons',
    category: 'kitchen/boards',
    brand: wood,
    title: both('Wooden spoons, set of three', 'Kochlöffel, drei Stück'),
    summary: both(
      'Two spoons and a spatula of cherry wood.',
      'Zwei Löffel und ein Pfannenwender aus Kirschholz.',
    ),
    description: both(
      '<p>Cherry is dense, has little taste of its own and does not splinter: the right wood for what goes into a pan. The set has a deep spoon for soup, a flat one for risotto and a spatula with a straight edge that reaches into the corners.</p><p>The handles are <strong>30 cm long</strong> and oval, so that they do not roll off the pot. Over time the wood turns from pink to a deep red-brown.</p>',
      '<p>Kirschholz ist dicht, schmeckt kaum nach sich selbst und splittert nicht: das richtige Holz für alles, was in die Pfanne kommt. Zum Satz gehören ein tiefer Löffel für Suppen, ein flacher für Risotto und ein Wender mit gerader Kante, der in jede Ecke reicht.</p><p>Die Stiele sind <strong>30 cm lang</strong> und oval, damit sie nicht vom Topf rollen. Mit der Zeit wird aus dem Rosa ein tiefes Rotbraun.</p>',
    ),
    specification: facts({
      material: ['Cherry wood', 'Kirschholz'],
      dimensions: ['30 cm long', 'Länge 30 cm'],
      contents: ['Two spoons, one spatula', 'Zwei Löffel, ein Pfannenwender'],
      care: oiled,
      madeIn: denmark,
    }),
    ...single('SPOONS-CHERRY-3', price(27, 23, 29, 4400), 92, 180),
    pictures: [
      shows(
        scenes.spoons,
        'Two cherry wood spoons and a spatula lying side by side',
        'Zwei Löffel und ein Pfannenwender aus Kirschholz nebeneinander',
      ),
      shows(
        scenes.spoonsInCrock,
        'The three spoons standing in a chalk white crock',
        'Die drei Kochlöffel stehen in einem kreideweißen Topf',
      ),
    ],
  },
  {
    slug: 'salt-pot',
    category: 'kitchen/boards',
    brand: pottery,
    title: both('Salt pot', 'Salztopf'),
    summary: both(
      'A low jar with an oak lid for salt within reach.',
      'Ein niedriger Topf mit Eichendeckel für Salz in Griffweite.',
    ),
    description: both(
      '<p>Cooks salt with three fingers, so the pot is low and its mouth wide. The oak lid is turned to fit, with a round knob that wet hands can hold, and it keeps steam out well enough for flakes to stay dry beside the stove.</p><p>It is glazed inside and out. Besides salt it has been seen with <em>sugar lumps, matches and garlic</em>. A packet of 500 g goes in at once.</p>',
      '<p>Wer kocht, salzt mit drei Fingern. Deshalb ist der Topf niedrig und seine Öffnung weit. Der Deckel aus Eiche ist passend gedrechselt und hat einen runden Knauf, den auch nasse Hände fassen. Er hält den Dampf fern, und die Flocken bleiben neben dem Herd trocken.</p><p>Glasiert ist er innen wie außen. Außer Salz wurden darin schon <em>Würfelzucker, Streichhölzer und Knoblauch</em> gesehen. Eine Packung mit 500 g passt auf einmal hinein.</p>',
    ),
    specification: facts({
      material: ['Stoneware, oak lid', 'Steinzeug, Deckel aus Eiche'],
      dimensions: ['9.2 cm across, 8 cm high', 'Ø 9,2 cm, Höhe 8 cm'],
      capacity: ['300 ml', '300 ml'],
      care: ['Pot dishwasher safe, wipe the lid', 'Topf spülmaschinenfest, Deckel abwischen'],
      madeIn: england,
    }),
    ...single('POT-SALT', price(26, 22, 28, 4200), 61, 450),
    pictures: [
      shows(
        scenes.saltPot,
        'Low chalk white jar with a round oak lid and knob',
        'Niedriger kreideweißer Topf mit rundem Eichendeckel und Knauf',
      ),
      shows(
        scenes.saltPotOpen,
        'The open salt pot, full of salt, with a small wooden spoon',
        'Der offene Salztopf, voll mit Salz, darin ein kleiner Holzlöffel',
      ),
    ],
  },
]
