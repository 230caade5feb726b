import type { DemoProduct } from '../goods.ts'
import * as scenes from '../scenes/lighting.ts'
import { both, colourOf, facts, inColours, price, shows, single, sizeOf, variant } from '../words.ts'

const oriel = 'Oriel Row'
const wood = 'Alder Row'
const tarn = 'Tarn Works'

const germany: [string, string] = ['Germany', 'Deutschland']
const denmark: [string, string] = ['Denmark', 'Dänemark']
const czechia: [string, string] = ['Czechia', 'Tschechien']
const bulb: [string, string] = ['E27, up to 40 W, not included', 'E27, bis 40 W, nicht enthalten']
const small: [string, string] = ['E14, up to 25 W, not included', 'E14, bis 25 W, nicht enthalten']
const dust: [string, string] = ['Dust with a dry cloth', 'Trocken abstauben']

export const lighting: DemoProduct[] = [
  {
    slug: 'last-lamp',
    category: 'lighting/table-lamps',
    brand: oriel,
    featured: true,
    title: both('Last lamp', 'Letzte Leuchte'),
    summary: both(
      'The last of an edition of 120: a moss green stoneware lamp under linen.',
      'Die letzte aus einer Auflage von 120: eine moosgrüne Steinzeugleuchte mit Leinenschirm.',
    ),
    description: both(
      '<p>In spring we had 120 of these lamps made. The potter has since moved to another workshop, and the mould stayed behind. <strong>This is number 120, the last one</strong>, hence its name.</p><p>The base is shaped like a gourd and thrown with deep rings that catch the light. Its moss glaze is darkest in the grooves. The linen shade is open at the top and lays a warm circle on the ceiling.</p><p>It comes with its number on the foot and a spare shade ring.</p>',
      '<p>Im Frühjahr haben wir 120 Stück dieser Leuchte fertigen lassen. Inzwischen arbeitet die Töpferin in einer anderen Werkstatt, die Form ist dort geblieben, wo sie war. <strong>Dies ist Nummer 120, die letzte</strong>, daher der Name.</p><p>Der Fuß hat die Form eines Kürbisses und ist mit tiefen Rillen gedreht, in denen das Licht spielt und die Moosglasur am dunkelsten ist. Der Leinenschirm ist oben offen und wirft einen warmen Kreis an die Decke.</p><p>Auf dem Boden steht ihre Nummer, ein Ersatzring liegt bei.</p>',
    ),
    specification: facts({
      material: ['Glazed stoneware, linen shade, brass', 'Glasiertes Steinzeug, Leinenschirm, Messing'],
      dimensions: ['23 cm across, 37 cm high', 'Ø 23 cm, Höhe 37 cm'],
      bulb,
      cable: ['1.8 m, textile, with switch', '1,8 m, textilummantelt, mit Schalter'],
      care: dust,
      madeIn: germany,
    }),
    ...single('LAMP-LAST', price(240, 205, 260, 39000), 1, 3200),
    pictures: [
      shows(
        scenes.lastLamp,
        'Lit table lamp with a moss green gourd-shaped base and a linen shade',
        'Leuchtende Tischleuchte mit moosgrünem, kürbisförmigem Fuß und Leinenschirm',
      ),
      shows(
        scenes.lastLampBase,
        'Close view of the ringed moss green base below the shade',
        'Der gerillte moosgrüne Fuß unter dem Schirm aus der Nähe',
      ),
    ],
  },
  {
    slug: 'dome-lamp',
    category: 'lighting/table-lamps',
    brand: oriel,
    title: both('Dome lamp', 'Kuppelleuchte'),
    summary: both(
      'A steel dome on a brass stem that lights the table, not the eyes.',
      'Eine Stahlkuppel auf Messingstab, die den Tisch erhellt und nicht blendet.',
    ),
    description: both(
      '<p>The dome comes down far enough to hide the bulb from anyone seated, so the light falls where it is wanted: on the plate, the book, the crossword. The inside is painted warm white.</p><p>A slim brass stem carries it, and a heavy foot keeps it standing when the cat walks past. The knob on top is <strong>the dimmer</strong>: turn it for brightness, press it for off.</p>',
      '<p>Die Kuppel reicht so weit herab, dass im Sitzen niemand in die Lampe schaut. Das Licht fällt dorthin, wo man es braucht: auf den Teller, das Buch, das Kreuzworträtsel. Innen ist sie warmweiß lackiert.</p><p>Ein schlanker Messingstab trägt sie, und der schwere Fuß bleibt stehen, wenn die Katze vorbeistreicht. Der Knopf obenauf ist <strong>der Dimmer</strong>: drehen für die Helligkeit, drücken zum Ausschalten.</p>',
    ),
    specification: facts({
      material: ['Painted steel, brass', 'Lackierter Stahl, Messing'],
      dimensions: ['22 cm across, 32 cm high', 'Ø 22 cm, Höhe 32 cm'],
      bulb: small,
      cable: ['1.8 m, textile', '1,8 m, textilummantelt'],
      care: dust,
      madeIn: germany,
    }),
    options: [colourOf('moss', 'chalk', 'ink')],
    variants: [
      variant('LAMP-DOME-MOSS', ['moss'], price(149, 129, 159, 24000), 26, 2100),
      variant('LAMP-DOME-CHALK', ['chalk'], price(149, 129, 159, 24000), 19, 2100),
      variant('LAMP-DOME-INK', ['ink'], price(149, 129, 159, 24000), 4, 2100),
    ],
    pictures: [
      ...inColours(
        ['moss', 'chalk', 'ink'],
        scenes.domeLampIn,
        (colour) => `Table lamp with a dome in ${colour} on a brass stem`,
        (farbe) => `Tischleuchte mit Kuppel in ${farbe} auf einem Messingstab`,
        (key) => `LAMP-DOME-${key.toUpperCase()}`,
      ),
      shows(
        scenes.domeLampEvening,
        'The moss green dome lamp beside a small vase in the evening',
        'Die moosgrüne Kuppelleuchte am Abend neben einer kleinen Vase',
      ),
    ],
  },
  {
    slug: 'pillar-lamp',
    category: 'lighting/table-lamps',
    brand: oriel,
    title: both('Pillar lamp', 'Säulenleuchte'),
    summary: both(
      'An oak column with a drum shade of linen.',
      'Eine Eichensäule mit zylindrischem Leinenschirm.',
    ),
    description: both(
      '<p>A round column of oak on a round plate of oak, and above it a plain drum of linen: a lamp for a sideboard or a wide windowsill. The grain runs upright and has been oiled, not stained.</p><p>The shade gives an even, golden light to the whole corner. Its linen is laid on a clear backing, which you can <em>wipe with a damp cloth</em>. The switch sits on the cable within arm’s reach.</p>',
      '<p>Eine runde Säule aus Eiche auf einer runden Platte aus Eiche, darüber ein schlichter Zylinder aus Leinen: eine Leuchte für das Sideboard oder eine breite Fensterbank. Die Maserung verläuft aufrecht, das Holz ist geölt und nicht gebeizt.</p><p>Der Schirm taucht die ganze Ecke in gleichmäßiges, goldenes Licht. Sein Leinen liegt auf einer klaren Folie und lässt sich <em>feucht abwischen</em>. Der Schalter sitzt in Griffweite am Kabel.</p>',
    ),
    specification: facts({
      material: ['Oiled oak, linen shade', 'Geölte Eiche, Leinenschirm'],
      dimensions: ['21 cm across, 39 cm high', 'Ø 21 cm, Höhe 39 cm'],
      bulb,
      cable: ['2 m, textile, with switch', '2 m, textilummantelt, mit Schalter'],
      care: dust,
      madeIn: germany,
    }),
    ...single('LAMP-PILLAR-OAK', price(129, 110, 139, 21000), 14, 2400, price(159, 135, 170, 26000)),
    pictures: [
      shows(
        scenes.pillarLampOak,
        'Table lamp with an oak column and a cylindrical linen shade',
        'Tischleuchte mit Eichensäule und zylindrischem Leinenschirm',
      ),
      shows(
        scenes.pillarLampBooks,
        'The pillar lamp next to two cloth-bound books',
        'Die Säulenleuchte neben zwei in Leinen gebundenen Büchern',
      ),
    ],
  },
  {
    slug: 'reading-lamp',
    category: 'lighting/table-lamps',
    brand: oriel,
    title: both('Reading lamp', 'Leselampe'),
    summary: both(
      'A bent brass stem with a small shade that turns.',
      'Ein gebogener Messingstab mit kleinem, drehbarem Schirm.',
    ),
    description: both(
      '<p>One piece of brass tube, bent over a wooden form, carries a small spun shade. The joint behind it turns in every direction and stays where you leave it, so the light follows the page and spares whoever sleeps beside you.</p><p>The foot is narrow enough for a bedside table and heavy enough not to tip. The brass is <strong>not lacquered</strong>: it will darken, or you polish it once a year.</p>',
      '<p>Ein einziges Messingrohr, über eine Holzform gebogen, trägt einen kleinen, gedrückten Schirm. Das Gelenk dahinter dreht sich in jede Richtung und bleibt, wie Sie es lassen. So folgt das Licht der Buchseite und schont, wer nebenan schläft.</p><p>Der Fuß ist schmal genug für den Nachttisch und schwer genug, um nicht zu kippen. Das Messing ist <strong>nicht lackiert</strong>: Es dunkelt nach, oder Sie polieren es einmal im Jahr.</p>',
    ),
    specification: facts({
      material: ['Brass, painted steel', 'Messing, lackierter Stahl'],
      dimensions: ['24 cm wide, 37 cm high', 'Breite 24 cm, Höhe 37 cm'],
      bulb: small,
      cable: ['2 m, textile, with switch', '2 m, textilummantelt, mit Schalter'],
      care: dust,
      madeIn: germany,
    }),
    options: [colourOf('moss', 'ink')],
    variants: [
      variant('LAMP-READING-MOSS', ['moss'], price(118, 99, 125, 19000), 23, 1700),
      variant('LAMP-READING-INK', ['ink'], price(118, 99, 125, 19000), 17, 1700),
    ],
    pictures: [
      ...inColours(
        ['moss', 'ink'],
        scenes.readingLampIn,
        (colour) => `Reading lamp with a bent brass stem and a shade in ${colour}`,
        (farbe) => `Leselampe mit gebogenem Messingstab und Schirm in ${farbe}`,
        (key) => `LAMP-READING-${key.toUpperCase()}`,
      ),
      shows(
        scenes.readingLampDesk,
        'The moss green reading lamp above a notebook on a desk',
        'Die moosgrüne Leselampe über einem Notizbuch auf dem Schreibtisch',
      ),
    ],
  },
  {
    slug: 'bell-pendant',
    category: 'lighting/pendants',
    brand: oriel,
    featured: true,
    title: both('Bell pendant', 'Glockenleuchte'),
    summary: both(
      'A thrown stoneware bell for the light above the table.',
      'Eine gedrehte Steinzeugglocke für das Licht über dem Tisch.',
    ),
    description: both(
      '<p>This pendant is thrown upside down on the wheel, like a wide cup, and hung the right way round. Its rings stay visible on the outside; inside it is glazed white, so that the light comes down clear and warm.</p><p>One is enough above a small round table. Over a long one, hang <strong>two or three</strong> at slightly different heights. The cable can be shortened without tools, inside the brass cap.</p>',
      '<p>Diese Leuchte entsteht kopfüber auf der Töpferscheibe, wie eine weite Tasse, und wird dann richtig herum aufgehängt. Außen bleiben die Drehrillen sichtbar, innen ist sie weiß glasiert, damit das Licht klar und warm herabfällt.</p><p>Über einem kleinen runden Tisch genügt eine. Über einem langen hängen <strong>zwei oder drei</strong> in leicht verschiedener Höhe. Das Kabel kürzen Sie ohne Werkzeug in der Messingkappe.</p>',
    ),
    specification: facts({
      material: ['Glazed stoneware, brass', 'Glasiertes Steinzeug, Messing'],
      dimensions: ['24 cm across, 19 cm high', 'Ø 24 cm, Höhe 19 cm'],
      bulb,
      cable: ['2 m, textile, with ceiling cup', '2 m, textilummantelt, mit Baldachin'],
      care: dust,
      madeIn: germany,
    }),
    options: [colourOf('oat', 'slate', 'clay')],
    variants: [
      variant('PENDANT-BELL-OAT', ['oat'], price(138, 118, 148, 22500), 21, 1900),
      variant('PENDANT-BELL-SLATE', ['slate'], price(138, 118, 148, 22500), 9, 1900),
      variant('PENDANT-BELL-CLAY', ['clay'], price(138, 118, 148, 22500), 13, 1900),
    ],
    pictures: [
      ...inColours(
        ['oat', 'slate', 'clay'],
        scenes.bellPendantIn,
        (colour) => `Bell-shaped stoneware pendant in ${colour}, lit, seen from slightly below`,
        (farbe) =>
          `Glockenförmige Pendelleuchte aus Steinzeug in ${farbe}, leuchtend, leicht von unten gesehen`,
        (key) => `PENDANT-BELL-${key.toUpperCase()}`,
      ),
      shows(
        scenes.bellPendants,
        'Three bell pendants in oat, slate blue and terracotta at different heights',
        'Drei Glockenleuchten in Hafer, Schieferblau und Terrakotta in verschiedener Höhe',
      ),
    ],
  },
  {
    slug: 'paper-globe',
    category: 'lighting/pendants',
    brand: oriel,
    title: both('Paper globe', 'Papierkugel'),
    summary: both(
      'A round shade of mulberry paper on bamboo ribs.',
      'Ein runder Schirm aus Maulbeerpapier auf Bambusrippen.',
    ),
    description: both(
      '<p>Mulberry paper is made from long fibres, which is why it is thin and strong at once. Here it is glued over rings of split bamboo and gives a light without shadows: soft enough for a bedroom, bright enough to cook by.</p><p>The globe arrives folded flat as a plate and opens over a wire frame within two minutes. The <strong>45 cm</strong> one suits a reading corner, the <strong>60 cm</strong> one a stairwell or a large table.</p>',
      '<p>Maulbeerpapier besteht aus langen Fasern und ist deshalb dünn und fest zugleich. Hier ist es über Ringe aus gespaltenem Bambus geklebt und gibt ein Licht ohne Schatten: weich genug fürs Schlafzimmer, hell genug zum Kochen.</p><p>Die Kugel kommt flach gefaltet wie ein Teller und ist in zwei Minuten über ein Drahtgestell gezogen. Mit <strong>45 cm</strong> passt sie in die Leseecke, mit <strong>60 cm</strong> ins Treppenhaus oder über einen großen Tisch.</p>',
    ),
    specification: facts({
      material: ['Mulberry paper, bamboo, steel wire', 'Maulbeerpapier, Bambus, Stahldraht'],
      dimensions: ['45 or 60 cm across', 'Ø 45 oder 60 cm'],
      bulb: ['E27, LED only, not included', 'E27, nur LED, nicht enthalten'],
      contents: ['Shade and frame, without cable', 'Schirm und Gestell, ohne Kabel'],
      care: ['Dust with a soft brush', 'Mit weichem Pinsel abstauben'],
      madeIn: ['Japan', 'Japan'],
    }),
    options: [sizeOf(['45', '45 cm across', 'Ø 45 cm'], ['60', '60 cm across', 'Ø 60 cm'])],
    variants: [
      variant('GLOBE-PAPER-45', ['45'], price(45, 38, 48, 7200), 52, 300),
      variant('GLOBE-PAPER-60', ['60'], price(65, 55, 69, 10500), 29, 420),
    ],
    pictures: [
      shows(
        scenes.paperGlobeLit,
        'Round white paper lampshade with fine ribs, lit',
        'Runder weißer Papierschirm mit feinen Rippen, leuchtend',
      ),
      shows(
        scenes.paperGlobes,
        'A small and a large paper globe hanging side by side',
        'Eine kleine und eine große Papierkugel hängen nebeneinander',
      ),
    ],
  },
  {
    slug: 'turned-candlestick',
    category: 'lighting/candles',
    brand: wood,
    title: both('Turned candlestick', 'Gedrechselter Kerzenhalter'),
    summary: both(
      'An oak candlestick, low or tall, with a brass cup.',
      'Ein Kerzenhalter aus Eiche, niedrig oder hoch, mit Messingeinsatz.',
    ),
    description: both(
      '<p>Turned by hand from a single length of oak: a wide foot, a slender stem, a small collar that catches the wax. Inside the socket sits a brass cup, which holds candles of 22 mm and keeps the flame away from the wood.</p><p>The <strong>low</strong> one stands on a laid table without getting in the way of a conversation. The <strong>tall</strong> one belongs on a mantelpiece. Together they make a good pair.</p>',
      '<p>Von Hand aus einem Stück Eiche gedrechselt: ein breiter Fuß, ein schlanker Schaft, ein kleiner Kragen, der das Wachs auffängt. Im Inneren sitzt ein Messingeinsatz, der Kerzen mit 22 mm hält und die Flamme vom Holz fernhält.</p><p>Der <strong>niedrige</strong> steht auf dem gedeckten Tisch, ohne dem Gespräch im Weg zu sein. Der <strong>hohe</strong> gehört auf den Kaminsims. Zusammen geben sie ein gutes Paar ab.</p>',
    ),
    specification: facts({
      material: ['Oiled oak, brass', 'Geölte Eiche, Messing'],
      dimensions: ['9 cm across, 12 or 20 cm high', 'Ø 9 cm, Höhe 12 oder 20 cm'],
      contents: ['One candlestick, without candle', 'Ein Halter, ohne Kerze'],
      care: ['Lift wax off when it is cold', 'Kaltes Wachs vorsichtig abheben'],
      madeIn: denmark,
    }),
    options: [sizeOf(['low', 'Low, 12 cm', 'Niedrig, 12 cm'], ['tall', 'Tall, 20 cm', 'Hoch, 20 cm'])],
    variants: [
      variant('CANDLESTICK-LOW', ['low'], price(29, 25, 32, 4700), 70, 240),
      variant('CANDLESTICK-TALL', ['tall'], price(38, 32, 41, 6200), 44, 330),
    ],
    pictures: [
      shows(
        scenes.candlesticks,
        'A low and a tall oak candlestick with burning ivory candles',
        'Ein niedriger und ein hoher Kerzenhalter aus Eiche mit brennenden Kerzen in Elfenbein',
      ),
      shows(
        scenes.candlestickBare,
        'Close view of both candlesticks without candles',
        'Beide Kerzenhalter ohne Kerzen aus der Nähe',
      ),
    ],
  },
  {
    slug: 'dinner-candles',
    category: 'lighting/candles',
    brand: tarn,
    title: both('Dinner candles, set of four', 'Tafelkerzen, vier Stück'),
    summary: both('Dipped candles in three quiet colours.', 'Getauchte Kerzen in drei ruhigen Farben.'),
    description: both(
      '<p>A dipped candle grows like a tree, layer by layer: these have about thirty. That makes them burn evenly and, out of a draught, without dripping. They are coloured all the way through, so the rim of the melting wax keeps its tone.</p><p>Four candles come together in a <strong>paper band</strong> that you can write on. Trim the wick to a finger’s width before you light it, and they will see you through a long supper.</p>',
      '<p>Eine getauchte Kerze wächst wie ein Baum, Schicht um Schicht: Diese haben etwa dreißig. So brennen sie gleichmäßig und, wo es nicht zieht, ohne zu tropfen. Sie sind durchgefärbt, deshalb behält auch der schmelzende Rand seinen Ton.</p><p>Vier Kerzen stecken in einer <strong>Papierbanderole</strong>, die sich beschriften lässt. Kürzen Sie den Docht vor dem Anzünden auf einen Zentimeter, dann reichen sie für ein langes Abendessen.</p>',
    ),
    specification: facts({
      material: ['Stearin, cotton wick', 'Stearin, Baumwolldocht'],
      dimensions: ['2.2 cm across, 28 cm long', 'Ø 2,2 cm, Länge 28 cm'],
      burning: ['About 8 hours each', 'Je etwa 8 Stunden'],
      contents: ['Four candles', 'Vier Kerzen'],
      madeIn: czechia,
    }),
    options: [colourOf('ivory', 'moss', 'clay')],
    variants: [
      variant('CANDLES-DINNER-IVORY', ['ivory'], price(16, 13.5, 17, 2600), 240, 380),
      variant('CANDLES-DINNER-MOSS', ['moss'], price(16, 13.5, 17, 2600), 150, 380),
      variant('CANDLES-DINNER-CLAY', ['clay'], price(16, 13.5, 17, 2600), 110, 380),
    ],
    pictures: [
      ...inColours(
        ['ivory', 'moss', 'clay'],
        scenes.dinnerCandles,
        (colour) => `Four dinner candles in ${colour}, held by a paper band`,
        (farbe) => `Vier Tafelkerzen in ${farbe}, von einer Papierbanderole gehalten`,
        (key) => `CANDLES-DINNER-${key.toUpperCase()}`,
      ),
      shows(
        scenes.dinnerCandlesLit,
        'Three burning dinner candles in terracotta, ivory and moss green on walnut sticks',
        'Drei brennende Tafelkerzen in Terrakotta, Elfenbein und Moosgrün auf Haltern aus Nussbaum',
      ),
    ],
  },
  {
    slug: 'storm-lantern',
    category: 'lighting/candles',
    brand: tarn,
    title: both('Storm lantern', 'Windlicht'),
    summary: both(
      'A tall glass chimney on an oak plate.',
      'Ein hoher Glaszylinder auf einem Teller aus Eiche.',
    ),
    description: both(
      '<p>A straight chimney of blown glass, open above and below, stands in the groove of an oak plate. It lets a candle burn on a windy terrace and shields its flame from sleeves and curtains indoors.</p><p>Lift the glass off with both hands to light the candle. It takes pillar candles up to <strong>6 cm</strong> in width; the one in the picture is not part of it. Also good over a bulb of hyacinth in January.</p>',
      '<p>Ein gerader Zylinder aus geblasenem Glas, oben und unten offen, steht in der Nut eines Tellers aus Eiche. Darin brennt eine Kerze auch auf der windigen Terrasse, und drinnen bleiben Ärmel und Vorhänge der Flamme fern.</p><p>Zum Anzünden heben Sie das Glas mit beiden Händen ab. Es passt für Stumpenkerzen bis <strong>6 cm</strong> Durchmesser; die Kerze im Bild gehört nicht dazu. Im Januar schützt es auch eine Hyazinthe.</p>',
    ),
    specification: facts({
      material: ['Mouth-blown glass, oak', 'Mundgeblasenes Glas, Eiche'],
      dimensions: ['15 cm across, 22 cm high', 'Ø 15 cm, Höhe 22 cm'],
      contents: ['Glass and plate, without candle', 'Glas und Teller, ohne Kerze'],
      care: ['Wash the glass by hand', 'Glas von Hand spülen'],
      madeIn: czechia,
    }),
    ...single('LANTERN-STORM', price(49, 42, 53, 7900), 38, 1250),
    pictures: [
      shows(
        scenes.stormLantern,
        'Glass lantern on an oak plate with a burning pillar candle inside',
        'Windlicht aus Glas auf einem Eichenteller, darin eine brennende Stumpenkerze',
      ),
      shows(
        scenes.stormLanterns,
        'Two storm lanterns on an oak table at dusk',
        'Zwei Windlichter auf einem Eichentisch in der Dämmerung',
      ),
    ],
  },
]
