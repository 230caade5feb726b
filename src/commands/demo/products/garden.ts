import type { DemoProduct } from '../goods.ts'
import * as scenes from '../scenes/garden.ts'
import { both, colourOf, facts, inColours, price, shows, single, sizeOf, variant } from '../words.ts'

const pottery = 'Brackwater Pottery'
const wood = 'Alder Row'
const tarn = 'Tarn Works'

const england: [string, string] = ['England', 'England']
const czechia: [string, string] = ['Czechia', 'Tschechien']
const italy: [string, string] = ['Italy', 'Italien']
const stoneware: [string, string] = ['Glazed stoneware, watertight', 'Glasiertes Steinzeug, wasserdicht']
const brush: [string, string] = ['Rinse and clean with a brush', 'Ausspülen und mit einer Bürste reinigen']

export const garden: DemoProduct[] = [
  {
    slug: 'bottle-vase',
    category: 'garden/vases',
    brand: pottery,
    title: both('Bottle vase', 'Flaschenvase'),
    summary: both('A tall-necked vase for one branch.', 'Eine Vase mit langem Hals für einen Zweig.'),
    description: both(
      '<p>The neck of this vase is as narrow as a wine bottle’s, so a single branch stands upright in it without leaning. The belly below holds more than half a litre, and you will not need to top it up for a week.</p><p>It is thrown in <strong>two parts</strong> and joined while the clay is firm; you can feel the seam inside with a finger. The three glazes look well together, and also without any flowers at all.</p>',
      '<p>Der Hals dieser Vase ist so schmal wie der einer Weinflasche. Ein einzelner Zweig steht darin aufrecht, ohne zu kippen. Der Bauch fasst mehr als einen halben Liter, nachfüllen müssen Sie erst nach einer Woche.</p><p>Sie wird in <strong>zwei Teilen</strong> gedreht und lederhart zusammengesetzt; innen spürt man die Naht mit dem Finger. Die drei Glasuren vertragen sich gut, auch ganz ohne Blumen.</p>',
    ),
    specification: facts({
      material: stoneware,
      dimensions: ['13 cm across, 24.5 cm high', 'Ø 13 cm, Höhe 24,5 cm'],
      capacity: ['0.6 litres', '0,6 Liter'],
      care: brush,
      madeIn: england,
    }),
    options: [colourOf('chalk', 'clay', 'slate')],
    variants: [
      variant('VASE-BOTTLE-CHALK', ['chalk'], price(54, 46, 58, 8800), 40, 920),
      variant('VASE-BOTTLE-CLAY', ['clay'], price(54, 46, 58, 8800), 28, 920),
      variant('VASE-BOTTLE-SLATE', ['slate'], price(54, 46, 58, 8800), 33, 920),
    ],
    pictures: [
      ...inColours(
        ['chalk', 'clay', 'slate'],
        scenes.bottleVase,
        (colour) => `Bottle-shaped vase in ${colour} with a long neck`,
        (farbe) => `Flaschenförmige Vase in ${farbe} mit langem Hals`,
        (key) => `VASE-BOTTLE-${key.toUpperCase()}`,
      ),
      shows(
        scenes.bottleVases,
        'Three bottle vases together, one of them with an olive branch',
        'Drei Flaschenvasen beieinander, eine davon mit einem Olivenzweig',
      ),
    ],
  },
  {
    slug: 'moon-jar',
    category: 'garden/vases',
    brand: pottery,
    featured: true,
    title: both('Moon jar', 'Mondvase'),
    summary: both(
      'A large round vase that is almost a sphere.',
      'Eine große runde Vase, die fast eine Kugel ist.',
    ),
    description: both(
      '<p>Two deep bowls are thrown, one is turned over upon the other, and the seam is smoothed away by hand. The result is never a perfect sphere, and that is the point: a moon jar has a <em>slightly tired shoulder</em> and looks as if it were breathing.</p><p>The chalk glaze is matt and finely speckled. It wants large branches that reach out: beech in spring, dog rose in autumn. Empty, it fills a windowsill on its own.</p>',
      '<p>Zwei tiefe Schalen werden gedreht, die eine über die andere gestülpt, und die Naht wird von Hand verstrichen. Eine vollkommene Kugel entsteht so nie, und gerade darum geht es: Eine Mondvase hat eine <em>leicht müde Schulter</em> und sieht aus, als atme sie.</p><p>Die Kreideglasur ist matt und fein gesprenkelt. Sie verlangt nach ausladenden Zweigen: Buche im Frühling, Hagebutte im Herbst. Leer füllt sie eine Fensterbank ganz allein.</p>',
    ),
    specification: facts({
      material: stoneware,
      dimensions: ['22 cm across, 21 cm high', 'Ø 22 cm, Höhe 21 cm'],
      capacity: ['3.5 litres', '3,5 Liter'],
      care: brush,
      madeIn: england,
    }),
    ...single('JAR-MOON-CHALK', price(118, 99, 125, 19000), 13, 2100),
    pictures: [
      shows(
        scenes.moonJar,
        'Large round chalk white vase with a short neck',
        'Große runde kreideweiße Vase mit kurzem Hals',
      ),
      shows(
        scenes.moonJarBranches,
        'The moon jar with three leafy beech branches',
        'Die Mondvase mit drei belaubten Buchenzweigen',
      ),
    ],
  },
  {
    slug: 'bud-vase',
    category: 'garden/vases',
    brand: pottery,
    title: both('Bud vase', 'Knospenvase'),
    summary: both(
      'A small vase for one stem from the walk.',
      'Eine kleine Vase für einen Stiel vom Spaziergang.',
    ),
    description: both(
      '<p>For the one sprig you bring home: a bud vase holds a single stem and makes it look chosen. It is small enough for a bathroom shelf, a desk or a place at a laid table, and heavy enough not to fall over.</p><p>The lower third is left bare and slightly rough, so it sits well in the hand. People tend to buy one and come back for <strong>three</strong>; in a row, they do what a bouquet does, for less.</p>',
      '<p>Für den einen Zweig, den man mitbringt: Eine Knospenvase hält einen einzigen Stiel und lässt ihn ausgesucht wirken. Sie ist klein genug für das Bad, den Schreibtisch oder einen Platz am gedeckten Tisch und schwer genug, um nicht umzufallen.</p><p>Unten bleibt sie unglasiert und leicht rau, so liegt sie gut in der Hand. Viele kaufen erst eine und kommen dann für <strong>drei</strong> wieder; in einer Reihe ersetzen sie den Strauß.</p>',
    ),
    specification: facts({
      material: stoneware,
      dimensions: ['8 cm across, 11.5 cm high', 'Ø 8 cm, Höhe 11,5 cm'],
      capacity: ['0.15 litres', '0,15 Liter'],
      care: brush,
      madeIn: england,
    }),
    options: [colourOf('moss', 'oat', 'ink')],
    variants: [
      variant('VASE-BUD-MOSS', ['moss'], price(26, 22, 28, 4200), 77, 260),
      variant('VASE-BUD-OAT', ['oat'], price(26, 22, 28, 4200), 91, 260),
      variant('VASE-BUD-INK', ['ink'], price(26, 22, 28, 4200), 52, 260),
    ],
    pictures: [
      ...inColours(
        ['moss', 'oat', 'ink'],
        scenes.budVase,
        (colour) => `Small round vase in ${colour} with a eucalyptus sprig`,
        (farbe) => `Kleine runde Vase in ${farbe} mit einem Eukalyptuszweig`,
        (key) => `VASE-BUD-${key.toUpperCase()}`,
      ),
      shows(
        scenes.budVases,
        'Three bud vases with different stems on an oak table',
        'Drei Knospenvasen mit verschiedenen Zweigen auf einem Eichentisch',
      ),
    ],
  },
  {
    slug: 'floor-vase',
    category: 'garden/vases',
    brand: pottery,
    title: both('Floor vase', 'Bodenvase'),
    summary: both(
      'Half a metre of terracotta for grasses and branches.',
      'Ein halber Meter Terrakotta für Gräser und Äste.',
    ),
    description: both(
      '<p>A vase for the corner beside the sofa. It is coiled by hand, ring upon ring, because no wheel is large enough, and takes the potter two days. The surface is left unglazed: a warm, dry terracotta that you want to touch.</p><p>Inside it is sealed and holds water. Most people fill it once with <em>dry grasses</em> and leave it at that. Felt pads under the foot protect the floor.</p>',
      '<p>Eine Vase für die Ecke neben dem Sofa. Sie wird von Hand aus Tonwülsten aufgebaut, Ring auf Ring, denn so groß ist keine Töpferscheibe; zwei Tage dauert das. Die Oberfläche bleibt unglasiert: eine warme, trockene Terrakotta, die man anfassen möchte.</p><p>Innen ist sie versiegelt und hält Wasser. Die meisten füllen sie einmal mit <em>trockenen Gräsern</em> und belassen es dabei. Filzgleiter unter dem Fuß schonen den Boden.</p>',
    ),
    specification: facts({
      material: ['Terracotta, sealed inside', 'Terrakotta, innen versiegelt'],
      dimensions: ['29 cm across, 54 cm high', 'Ø 29 cm, Höhe 54 cm'],
      capacity: ['17 litres', '17 Liter'],
      care: ['Wipe with a damp cloth', 'Feucht abwischen'],
      madeIn: england,
    }),
    ...single('VASE-FLOOR-CLAY', price(168, 143, 179, 27500), 6, 7800, price(198, 169, 210, 32000)),
    pictures: [
      shows(
        scenes.floorVase,
        'Tall terracotta vase with a wide mouth',
        'Hohe Vase aus Terrakotta mit weiter Öffnung',
      ),
      shows(
        scenes.floorVaseGrasses,
        'The floor vase with seven stems of dry grass',
        'Die Bodenvase mit sieben Halmen trockener Gräser',
      ),
    ],
  },
  {
    slug: 'glass-vase',
    category: 'garden/vases',
    brand: tarn,
    title: both('Glass vase', 'Glasvase'),
    summary: both('A bellied vase of mouth-blown glass.', 'Eine bauchige Vase aus mundgeblasenem Glas.'),
    description: both(
      '<p>Blown into a wooden mould, which leaves a faint ripple on the surface and makes the light move. The belly gives stems room to spread, the neck holds them together again, so that even a handful from the garden arranges itself.</p><p>The glass has a <em>breath of green</em>, as old windows have. It is 4 mm thick at the foot and stands firmly. Change the water every other day; you will see when it is time.</p>',
      '<p>In eine Holzform geblasen, die eine leichte Welle auf der Oberfläche hinterlässt und das Licht in Bewegung bringt. Im Bauch haben die Stiele Platz, der Hals führt sie wieder zusammen. So ordnet sich auch eine Handvoll aus dem Garten von selbst.</p><p>Das Glas hat einen <em>Hauch von Grün</em>, wie alte Fenster. Am Fuß ist es 4 mm stark und steht sicher. Wechseln Sie das Wasser jeden zweiten Tag; man sieht, wann es so weit ist.</p>',
    ),
    specification: facts({
      material: ['Mouth-blown glass', 'Mundgeblasenes Glas'],
      dimensions: ['14 cm across, 19 cm high', 'Ø 14 cm, Höhe 19 cm'],
      capacity: ['1.3 litres', '1,3 Liter'],
      care: ['Wash by hand', 'Von Hand spülen'],
      madeIn: czechia,
    }),
    ...single('VASE-GLASS', price(44, 38, 47, 7200), 42, 740),
    pictures: [
      shows(
        scenes.glassVase,
        'Glass vase with water and two olive branches',
        'Glasvase mit Wasser und zwei Olivenzweigen',
      ),
      shows(
        scenes.glassVaseEmpty,
        'The empty glass vase, slightly from above',
        'Die leere Glasvase, leicht von oben gesehen',
      ),
    ],
  },
  {
    slug: 'terracotta-pot',
    category: 'garden/pots',
    brand: pottery,
    title: both('Terracotta pot', 'Terrakottatopf'),
    summary: both(
      'A pot with a rolled rim and its saucer, in three sizes.',
      'Ein Topf mit breitem Rand und Untersetzer, in drei Größen.',
    ),
    description: both(
      '<p>Terracotta breathes, which roots like and algae do, too: a few white and green marks after a summer are a sign that all is well. These pots are pressed from Tuscan clay and fired hot enough to take a <strong>mild frost</strong>.</p><p>The rim is broad, so you can lift the pot when it is full. A drainage hole is in the base and the saucer belongs to it. The herb in the picture does not, but we hear that rosemary does well in it.</p>',
      '<p>Terrakotta atmet. Das mögen Wurzeln, und Algen mögen es auch: Ein paar weiße und grüne Spuren nach dem Sommer zeigen, dass alles in Ordnung ist. Die Töpfe sind aus toskanischem Ton gepresst und so heiß gebrannt, dass sie <strong>leichten Frost</strong> vertragen.</p><p>Am breiten Rand lässt sich der Topf auch gefüllt heben. Im Boden ist ein Wasserloch, der Untersetzer gehört dazu. Das Kraut im Bild nicht, aber Rosmarin soll sich darin wohlfühlen.</p>',
    ),
    specification: facts({
      material: ['Unglazed terracotta', 'Unglasierte Terrakotta'],
      dimensions: ['11, 15 or 19 cm across', 'Ø 11, 15 oder 19 cm'],
      drainage: ['Hole in the base, with saucer', 'Loch im Boden, mit Untersetzer'],
      care: ['Brush with water', 'Mit Wasser abbürsten'],
      madeIn: italy,
    }),
    options: [
      sizeOf(
        ['small', 'Small, 11 cm', 'Klein, 11 cm'],
        ['medium', 'Medium, 15 cm', 'Mittel, 15 cm'],
        ['large', 'Large, 19 cm', 'Groß, 19 cm'],
      ),
    ],
    variants: [
      variant('POT-TERRACOTTA-S', ['small'], price(9, 7.5, 9.5, 1450), 220, 480),
      variant('POT-TERRACOTTA-M', ['medium'], price(14, 12, 15, 2300), 180, 980),
      variant('POT-TERRACOTTA-L', ['large'], price(22, 19, 24, 3600), 95, 1900),
    ],
    pictures: [
      shows(
        scenes.pottedHerb,
        'Terracotta pot on a saucer with a rosemary bush',
        'Terrakottatopf auf einem Untersetzer mit einem Rosmarinstrauch',
      ),
      shows(
        scenes.terracottaPots,
        'Three sizes of terracotta pots filled with soil',
        'Drei Größen des Terrakottatopfs, mit Erde gefüllt',
      ),
    ],
  },
  {
    slug: 'chalk-planter',
    category: 'garden/pots',
    brand: pottery,
    title: both('Chalk planter', 'Pflanzgefäß Kreide'),
    summary: both(
      'A wide glazed planter for the living room.',
      'Ein weites glasiertes Pflanzgefäß fürs Wohnzimmer.',
    ),
    description: both(
      '<p>House plants deserve better than a plastic pot on a plate. This planter is wide and low, glazed inside and out, and watertight: put the plant in with its inner pot, or use a layer of gravel and plant it directly.</p><p>You can see the rings of the potter’s fingers in the chalk glaze. It fits pots up to <strong>17 cm</strong> across. The bare foot is ground smooth and has three cork pads, so that no ring is left on the sideboard.</p>',
      '<p>Zimmerpflanzen haben mehr verdient als einen Plastiktopf auf einem Teller. Dieses Gefäß ist weit und niedrig, innen wie außen glasiert und wasserdicht. Stellen Sie die Pflanze mit ihrem Topf hinein oder pflanzen Sie sie auf einer Schicht Kies direkt ein.</p><p>In der Kreideglasur sieht man die Spuren der Finger. Es passt für Töpfe bis <strong>17 cm</strong>. Der unglasierte Fuß ist glatt geschliffen und hat drei Korkplättchen, damit auf dem Sideboard kein Rand bleibt.</p>',
    ),
    specification: facts({
      material: stoneware,
      dimensions: ['20.5 cm across, 15 cm high', 'Ø 20,5 cm, Höhe 15 cm'],
      drainage: ['None, watertight', 'Keiner, wasserdicht'],
      care: ['Wipe with a damp cloth', 'Feucht abwischen'],
      madeIn: england,
    }),
    ...single('PLANTER-CHALK', price(62, 53, 66, 9900), 25, 2200),
    pictures: [
      shows(
        scenes.chalkPlanter,
        'Chalk white planter with a large-leaved green plant',
        'Kreideweißes Pflanzgefäß mit einer großblättrigen Grünpflanze',
      ),
      shows(
        scenes.chalkPlanterBare,
        'The planter filled with soil, seen from above',
        'Das Pflanzgefäß, mit Erde gefüllt, von oben gesehen',
      ),
    ],
  },
  {
    slug: 'watering-can',
    category: 'garden/tools',
    brand: tarn,
    title: both('Watering can', 'Gießkanne'),
    summary: both(
      'A painted steel can with a long spout and a brass rose.',
      'Eine lackierte Stahlkanne mit langem Ausguss und Messingbrause.',
    ),
    description: both(
      '<p>A long spout reaches the pots at the back of the sill, and the brass rose makes a rain so fine that seedlings stay upright. Unscrew it and you get a thin, steady stream for single plants.</p><p>The handle runs from the mouth to the back in one bow, so your hand finds the <strong>balance point</strong> whether the can is full or nearly empty. It is galvanised before it is painted and may stand outside all year.</p>',
      '<p>Der lange Ausguss reicht bis zu den hinteren Töpfen, und die Messingbrause regnet so fein, dass Keimlinge stehen bleiben. Abgeschraubt gibt die Kanne einen dünnen, ruhigen Strahl für einzelne Pflanzen.</p><p>Der Bügel läuft in einem Bogen von der Öffnung nach hinten. So findet die Hand den <strong>Schwerpunkt</strong>, ob die Kanne voll ist oder fast leer. Der Stahl ist unter dem Lack verzinkt und darf das ganze Jahr draußen stehen.</p>',
    ),
    specification: facts({
      material: ['Galvanised, painted steel; brass', 'Verzinkter, lackierter Stahl; Messing'],
      dimensions: ['42 cm long, 23 cm high', 'Länge 42 cm, Höhe 23 cm'],
      capacity: ['3 litres', '3 Liter'],
      care: ['Empty before frost', 'Vor dem Frost leeren'],
      madeIn: czechia,
    }),
    options: [colourOf('moss', 'chalk')],
    variants: [
      variant('CAN-WATERING-MOSS', ['moss'], price(48, 41, 52, 7800), 45, 1100),
      variant('CAN-WATERING-CHALK', ['chalk'], price(48, 41, 52, 7800), 30, 1100),
    ],
    pictures: [
      ...inColours(
        ['moss', 'chalk'],
        scenes.wateringCanIn,
        (colour) => `Watering can in ${colour} with a long spout and a brass rose`,
        (farbe) => `Gießkanne in ${farbe} mit langem Ausguss und Messingbrause`,
        (key) => `CAN-WATERING-${key.toUpperCase()}`,
      ),
      shows(
        scenes.wateringCanGarden,
        'The moss green watering can behind a potted rosemary',
        'Die moosgrüne Gießkanne hinter einem Topf mit Rosmarin',
      ),
    ],
  },
  {
    slug: 'hand-trowel',
    category: 'garden/tools',
    brand: wood,
    title: both('Hand trowel', 'Handschaufel'),
    summary: both('A forged blade on an ash handle.', 'Ein geschmiedetes Blatt an einem Griff aus Esche.'),
    description: both(
      '<p>A trowel bends where the neck meets the blade; this one does not, since both are forged from <strong>one piece</strong> of stainless steel. The point goes into heavy soil, the sides are sharp enough for roots, and the hollow carries a good handful.</p><p>The handle of ash is turned to swell in the palm and closed with a brass ferrule. It is oiled, not varnished, and therefore does not raise blisters. Clean it after use and it will outlive the border.</p>',
      '<p>Eine Handschaufel verbiegt sich dort, wo der Hals ins Blatt übergeht. Diese nicht, denn beides ist aus <strong>einem Stück</strong> Edelstahl geschmiedet. Die Spitze dringt in schweren Boden, die Kanten trennen Wurzeln, und die Mulde fasst eine gute Handvoll.</p><p>Der Griff aus Esche schwillt zur Handfläche hin an und sitzt in einer Zwinge aus Messing. Er ist geölt statt lackiert und macht deshalb keine Blasen. Nach Gebrauch gereinigt, überlebt sie das Beet.</p>',
    ),
    specification: facts({
      material: ['Stainless steel, ash, brass', 'Edelstahl, Esche, Messing'],
      dimensions: ['32 cm long, blade 8 cm wide', 'Länge 32 cm, Blattbreite 8 cm'],
      care: ['Rinse, dry, oil the handle', 'Abspülen, trocknen, Griff ölen'],
      madeIn: ['Denmark', 'Dänemark'],
    }),
    ...single('TROWEL-HAND', price(32, 27, 34, 5200), 63, 290),
    pictures: [
      shows(
        scenes.handTrowel,
        'Hand trowel with a steel blade and a pale ash handle',
        'Handschaufel mit Stahlblatt und hellem Griff aus Esche',
      ),
      shows(
        scenes.handTrowelPot,
        'The trowel next to a terracotta pot of soil, seen from above',
        'Die Handschaufel neben einem Terrakottatopf mit Erde, von oben gesehen',
      ),
    ],
  },
]
