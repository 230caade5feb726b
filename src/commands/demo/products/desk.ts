import type { DemoProduct } from '../goods.ts'
import * as scenes from '../scenes/desk.ts'
import { both, colourOf, facts, inColours, price, shows, single, sizeOf, variant, woodOf } from '../words.ts'

const quire = 'Quire Lane'
const wood = 'Alder Row'
const pottery = 'Brackwater Pottery'
const tarn = 'Tarn Works'

const germany: [string, string] = ['Germany', 'Deutschland']
const denmark: [string, string] = ['Denmark', 'Dänemark']

export const desk: DemoProduct[] = [
  {
    slug: 'cloth-notebook',
    category: 'desk/notebooks',
    brand: quire,
    featured: true,
    title: both('Cloth notebook', 'Leinennotizbuch'),
    summary: both(
      'A sewn notebook in book cloth that lies flat.',
      'Ein fadengeheftetes Notizbuch in Leinen, das flach aufliegt.',
    ),
    description: both(
      '<p>The pages are gathered in sections and sewn with thread, so the book opens flat at any place and loses no leaf. The cover is bound in real book cloth, with a paper label for a title, a name or nothing at all.</p><p>Inside there are 192 pages of a smooth, slightly creamy paper with a <em>5 mm dot grid</em>. Fountain pen ink does not feather on it. Four colours: one for each season, or for each project you have begun.</p>',
      '<p>Die Seiten sind zu Lagen gefalzt und mit Faden geheftet. So öffnet sich das Buch an jeder Stelle flach und verliert kein Blatt. Der Einband ist mit echtem Buchleinen bezogen und trägt ein Papierschild für einen Titel, einen Namen oder gar nichts.</p><p>Innen warten 192 Seiten glattes, leicht cremefarbenes Papier mit <em>Punktraster von 5 mm</em>. Füllertinte läuft darauf nicht aus. Vier Farben: eine für jede Jahreszeit oder für jedes begonnene Vorhaben.</p>',
    ),
    specification: facts({
      material: ['Book cloth on board, thread-sewn', 'Buchleinen auf Karton, fadengeheftet'],
      dimensions: ['A5, 14.8 × 21 cm, 2.2 cm thick', 'A5, 14,8 × 21 cm, Stärke 2,2 cm'],
      pages: ['192, dot grid', '192, Punktraster'],
      paper: ['90 g/m², wood-free', '90 g/m², holzfrei'],
      madeIn: germany,
    }),
    options: [colourOf('ink', 'moss', 'clay', 'linen')],
    variants: [
      variant('NOTEBOOK-CLOTH-INK', ['ink'], price(19, 16, 21, 3100), 190, 380),
      variant('NOTEBOOK-CLOTH-MOSS', ['moss'], price(19, 16, 21, 3100), 164, 380),
      variant('NOTEBOOK-CLOTH-CLAY', ['clay'], price(19, 16, 21, 3100), 92, 380),
      variant('NOTEBOOK-CLOTH-LINEN', ['linen'], price(19, 16, 21, 3100), 117, 380),
    ],
    pictures: [
      ...inColours(
        ['ink', 'moss', 'clay', 'linen'],
        scenes.clothNotebook,
        (colour) => `Cloth-bound notebook in ${colour} with a paper label`,
        (farbe) => `In Leinen gebundenes Notizbuch in ${farbe} mit Papierschild`,
        (key) => `NOTEBOOK-CLOTH-${key.toUpperCase()}`,
      ),
      shows(
        scenes.clothNotebooks,
        'A pile of four notebooks with the moss green one on top',
        'Ein Stapel aus vier Notizbüchern, obenauf das moosgrüne',
      ),
    ],
  },
  {
    slug: 'sketchbook',
    category: 'desk/notebooks',
    brand: quire,
    title: both('Sketchbook', 'Skizzenbuch'),
    summary: both(
      'Kraft boards, a black spine and heavy paper.',
      'Kraftkarton, schwarzer Rücken und schweres Papier.',
    ),
    description: both(
      '<p>A book to be used hard: thick grey-brown boards that serve as a drawing table on the knee, a spine of black cloth and 96 pages of a paper that takes pencil, ink and a <strong>light wash</strong> of watercolour.</p><p>The surface has a fine tooth, the tone is a natural white. Nothing is printed in it, not even our name. A5 goes into a coat pocket, A4 shows a whole landscape.</p>',
      '<p>Ein Buch, das man nicht schonen muss: dicke graubraune Deckel, die auf dem Knie den Zeichentisch ersetzen, ein Rücken aus schwarzem Leinen und 96 Seiten Papier für Bleistift, Tinte und eine <strong>leichte Lavur</strong> mit Aquarell.</p><p>Die Oberfläche ist fein gekörnt, der Ton ein natürliches Weiß. Gedruckt ist darin nichts, nicht einmal unser Name. A5 passt in die Manteltasche, auf A4 findet eine ganze Landschaft Platz.</p>',
    ),
    specification: facts({
      material: ['Kraft board, cloth spine', 'Kraftkarton, Leinenrücken'],
      dimensions: ['A5 or A4', 'A5 oder A4'],
      pages: ['96, blank', '96, blanko'],
      paper: ['160 g/m², natural white', '160 g/m², naturweiß'],
      madeIn: germany,
    }),
    options: [
      sizeOf(['a5', 'A5, 14.8 × 21 cm', 'A5, 14,8 × 21 cm'], ['a4', 'A4, 21 × 29.7 cm', 'A4, 21 × 29,7 cm']),
    ],
    variants: [
      variant('SKETCHBOOK-A5', ['a5'], price(17, 14.5, 18, 2800), 130, 360),
      variant('SKETCHBOOK-A4', ['a4'], price(26, 22, 28, 4200), 84, 720),
    ],
    pictures: [
      shows(
        scenes.sketchbook,
        'Sketchbook with kraft boards and a black cloth spine',
        'Skizzenbuch mit Deckeln aus Kraftkarton und schwarzem Leinenrücken',
      ),
      shows(
        scenes.sketchbooks,
        'The small sketchbook lying on the large one, with a pencil',
        'Das kleine Skizzenbuch liegt auf dem großen, daneben ein Bleistift',
      ),
    ],
  },
  {
    slug: 'cedar-pencils',
    category: 'desk/writing',
    brand: quire,
    title: both('Cedar pencils, set of six', 'Zedernstifte, sechs Stück'),
    summary: both('Six HB pencils in six colours of lacquer.', 'Sechs HB-Bleistifte in sechs Lackfarben.'),
    description: both(
      '<p>Cedar sharpens like no other wood: in one long curl, with that smell of a new school year. These six pencils all have the same lead, an even <strong>HB</strong> that neither smears nor scratches. Only the lacquer differs, so that everyone at the table can keep to their own.</p><p>They are hexagonal and stay where you put them. The ends are dipped only once and show the wood, which is where most people write their initials.</p>',
      '<p>Zeder lässt sich spitzen wie kein anderes Holz: in einer langen Locke und mit dem Duft eines neuen Schuljahrs. Alle sechs Stifte haben dieselbe Mine, ein gleichmäßiges <strong>HB</strong>, das weder schmiert noch kratzt. Nur der Lack ist verschieden, so behält am Tisch jeder den eigenen.</p><p>Sie sind sechskantig und bleiben liegen. Am Ende zeigt sich das blanke Holz, dort schreiben die meisten ihre Initialen hin.</p>',
    ),
    specification: facts({
      material: ['Cedar, graphite', 'Zedernholz, Grafit'],
      dimensions: ['17.5 cm long', 'Länge 17,5 cm'],
      contents: ['Six pencils, sharpened', 'Sechs Bleistifte, gespitzt'],
      refill: ['HB', 'HB'],
      madeIn: germany,
    }),
    ...single('PENCILS-CEDAR-6', price(12, 10, 13, 1950), 260, 60),
    pictures: [
      shows(
        scenes.cedarPencils,
        'Six lacquered pencils in different colours lying in a row',
        'Sechs lackierte Bleistifte in verschiedenen Farben in einer Reihe',
      ),
      shows(
        scenes.cedarPencilTips,
        'The sharpened tips of five pencils close up',
        'Die gespitzten Enden von fünf Bleistiften aus der Nähe',
      ),
    ],
  },
  {
    slug: 'turned-pen',
    category: 'desk/writing',
    brand: wood,
    title: both('Turned pen', 'Gedrechselter Stift'),
    summary: both('A wooden ballpoint with brass rings.', 'Ein Kugelschreiber aus Holz mit Messingringen.'),
    description: both(
      '<p>A ballpoint need not be disposable. This one is turned from a hand’s length of oak or walnut, thicker in the middle where three fingers hold it, with rings and a point of solid brass. It has the weight of a good key.</p><p>Twist the upper half and the refill comes out; unscrew it and the refill can be changed for any of the <strong>standard G2 size</strong>. The wood is polished with wax only and grows darker where you hold it.</p>',
      '<p>Ein Kugelschreiber muss kein Wegwerfartikel sein. Dieser ist aus einer Handbreit Eiche oder Nussbaum gedrechselt, in der Mitte dicker, wo drei Finger ihn halten, mit Ringen und Spitze aus massivem Messing. Er wiegt so viel wie ein guter Schlüssel.</p><p>Drehen Sie die obere Hälfte, und die Mine kommt heraus. Schrauben Sie sie ab, und Sie können jede Mine im <strong>gängigen G2-Format</strong> einsetzen. Das Holz ist nur gewachst und dunkelt, wo Ihre Hand liegt.</p>',
    ),
    specification: facts({
      material: ['Walnut or oak, brass', 'Nussbaum oder Eiche, Messing'],
      dimensions: ['13.5 cm long, 1.2 cm thick', 'Länge 13,5 cm, Stärke 1,2 cm'],
      refill: ['Ballpoint G2, black, included', 'Kugelschreibermine G2, schwarz, liegt bei'],
      madeIn: denmark,
    }),
    options: [woodOf('walnut', 'oak')],
    variants: [
      variant('PEN-TURNED-WALNUT', ['walnut'], price(42, 36, 45, 6800), 55, 38),
      variant('PEN-TURNED-OAK', ['oak'], price(42, 36, 45, 6800), 48, 36),
    ],
    pictures: [
      ...inColours(
        ['walnut', 'oak'],
        scenes.turnedPen,
        (kind) => `Turned ballpoint pen of ${kind} with a brass ring and point`,
        (holz) => `Gedrechselter Kugelschreiber aus ${holz} mit Ring und Spitze aus Messing`,
        (key) => `PEN-TURNED-${key.toUpperCase()}`,
      ),
      shows(
        scenes.turnedPens,
        'Both pens lying on an ink black notebook',
        'Beide Stifte auf einem tintenschwarzen Notizbuch',
      ),
    ],
  },
  {
    slug: 'writing-set',
    category: 'desk/writing',
    brand: quire,
    title: both('Writing set', 'Briefpapier'),
    summary: both(
      'Cream letter paper with envelopes to match.',
      'Cremefarbenes Briefpapier mit passenden Umschlägen.',
    ),
    description: both(
      '<p>Twenty sheets and ten envelopes: enough for ten good letters or for nineteen beginnings. The paper has a visible tooth and a watermark that you find when you hold it to the window.</p><p>It is made for ink and takes it without a blot. The envelopes are lined with thin tissue and closed the old way, with a <em>gummed flap</em>. A sheet of lines to put underneath comes with the set.</p>',
      '<p>Zwanzig Bögen und zehn Umschläge: genug für zehn gute Briefe oder neunzehn Anfänge. Das Papier hat eine fühlbare Struktur und ein Wasserzeichen, das man entdeckt, wenn man es gegen das Fenster hält.</p><p>Es ist für Tinte gemacht und nimmt sie auf, ohne zu klecksen. Die Umschläge sind mit dünnem Seidenpapier gefüttert und werden wie früher mit einer <em>gummierten Lasche</em> verschlossen. Ein Linienblatt zum Unterlegen liegt bei.</p>',
    ),
    specification: facts({
      paper: ['Laid paper, 120 g/m²', 'Geripptes Papier, 120 g/m²'],
      dimensions: ['A5 sheets, C6 envelopes', 'Bögen A5, Umschläge C6'],
      contents: ['20 sheets, 10 envelopes, 1 line sheet', '20 Bögen, 10 Umschläge, 1 Linienblatt'],
      madeIn: germany,
    }),
    ...single('WRITING-SET-CREAM', price(18, 15, 19, 2900), 97, 290),
    pictures: [
      shows(
        scenes.writingSet,
        'Cream letter paper with an envelope of the same colour',
        'Cremefarbenes Briefpapier mit einem Umschlag in derselben Farbe',
      ),
      shows(
        scenes.writingSetPen,
        'A begun letter with envelope and walnut pen on an oak table',
        'Ein begonnener Brief mit Umschlag und Nussbaumstift auf einem Eichentisch',
      ),
    ],
  },
  {
    slug: 'pencil-pot',
    category: 'desk/order',
    brand: pottery,
    title: both('Pencil pot', 'Stiftebecher'),
    summary: both(
      'A slate blue stoneware pot that does not tip.',
      'Ein schieferblauer Steinzeugbecher, der nicht kippt.',
    ),
    description: both(
      '<p>A full pencil pot is top-heavy, so this one has a thick base and weighs more than it looks. The wall is thin above, which leaves room for <strong>about thirty pencils</strong>, a ruler and the scissors.</p><p>The slate glaze is smooth outside and in: graphite wipes off. A ring of bare clay at the foot is ground fine and does not scratch the desk. Toothbrushes have been reported, too.</p>',
      '<p>Ein voller Stiftebecher ist kopflastig. Deshalb hat dieser einen dicken Boden und wiegt mehr, als er aussieht. Oben ist die Wand dünn, so bleibt Platz für <strong>etwa dreißig Stifte</strong>, ein Lineal und die Schere.</p><p>Die Schieferglasur ist außen wie innen glatt, Grafit lässt sich abwischen. Der unglasierte Ring am Fuß ist fein geschliffen und verkratzt den Schreibtisch nicht. Auch von Zahnbürsten wurde uns schon berichtet.</p>',
    ),
    specification: facts({
      material: ['Glazed stoneware', 'Glasiertes Steinzeug'],
      dimensions: ['8.4 cm across, 10.5 cm high', 'Ø 8,4 cm, Höhe 10,5 cm'],
      care: ['Dishwasher safe', 'Spülmaschinenfest'],
      madeIn: ['England', 'England'],
    }),
    ...single('POT-PENCIL-SLATE', price(24, 20, 26, 3900), 68, 460),
    pictures: [
      shows(
        scenes.pencilPot,
        'Slate blue pot with four pencils standing in it',
        'Schieferblauer Becher, in dem vier Bleistifte stehen',
      ),
      shows(
        scenes.pencilPotEmpty,
        'The empty pencil pot from above with a pencil before it',
        'Der leere Stiftebecher von oben, davor ein Bleistift',
      ),
    ],
  },
  {
    slug: 'brass-ruler',
    category: 'desk/order',
    brand: tarn,
    title: both('Brass ruler', 'Messinglineal'),
    summary: both(
      'Twenty engraved centimetres of solid brass.',
      'Zwanzig gravierte Zentimeter aus massivem Messing.',
    ),
    description: both(
      '<p>The marks are engraved and filled with black, so they will be there when the numbers on plastic rulers have long been rubbed away. The edge is straight enough to cut along with a knife.</p><p>Brushed brass takes on a patina: fingerprints first, then an even, warm brown. Rub it with <em>half a lemon and salt</em> if you prefer it bright. There is a hole at the end for a nail in the wall.</p>',
      '<p>Die Striche sind graviert und schwarz ausgelegt. Sie bleiben, wenn die Zahlen auf Kunststofflinealen längst abgerieben sind. Die Kante ist gerade genug, um mit dem Messer daran entlangzuschneiden.</p><p>Gebürstetes Messing bekommt eine Patina: erst Fingerabdrücke, dann ein gleichmäßiges, warmes Braun. Wer es blank mag, reibt es mit einer <em>halben Zitrone und Salz</em> ab. Am Ende ist ein Loch für einen Nagel in der Wand.</p>',
    ),
    specification: facts({
      material: ['Solid brass', 'Massives Messing'],
      dimensions: ['20 × 3 cm, 1.6 mm thick', '20 × 3 cm, Stärke 1,6 mm'],
      finish: ['Brushed, not lacquered', 'Gebürstet, nicht lackiert'],
      madeIn: ['Czechia', 'Tschechien'],
    }),
    ...single('RULER-BRASS-20', price(22, 19, 24, 3600), 83, 85),
    pictures: [
      shows(
        scenes.brassRuler,
        'Short brass ruler with engraved marks and a hole',
        'Kurzes Messinglineal mit gravierten Strichen und einem Loch',
      ),
      shows(
        scenes.brassRulerDesk,
        'The brass ruler on a linen notebook beside a pencil',
        'Das Messinglineal auf einem Leinennotizbuch neben einem Bleistift',
      ),
    ],
  },
  {
    slug: 'letter-tray',
    category: 'desk/order',
    brand: wood,
    title: both('Letter tray', 'Briefablage'),
    summary: both('An oak tray for A4, open to the front.', 'Eine Ablage aus Eiche für A4, vorn offen.'),
    description: both(
      '<p>Paper that lies in a tray counts as tidied up. This one is made of solid oak with finger joints at the corners, open to the front so that you see what is waiting, and deep enough for a <strong>hand-high</strong> pile.</p><p>Two or three of them stand on top of each other; a small groove keeps them in line. Cork on the underside is kind to the desk. The wood is oiled and needs nothing but a duster.</p>',
      '<p>Papier, das in einer Ablage liegt, gilt als aufgeräumt. Diese ist aus massiver Eiche mit gezinkten Ecken, vorn offen, damit Sie sehen, was wartet, und tief genug für einen <strong>handhohen</strong> Stapel.</p><p>Zwei oder drei lassen sich übereinanderstellen, eine kleine Nut hält sie in der Flucht. Kork an der Unterseite schont die Tischplatte. Das Holz ist geölt und braucht nichts weiter als ein Staubtuch.</p>',
    ),
    specification: facts({
      material: ['Solid oak, cork', 'Massive Eiche, Kork'],
      dimensions: ['26 × 34 cm, 6 cm high', '26 × 34 cm, Höhe 6 cm'],
      finish: ['Oiled', 'Geölt'],
      care: ['Dust with a dry cloth', 'Trocken abstauben'],
      madeIn: denmark,
    }),
    ...single('TRAY-LETTER-OAK', price(58, 49, 62, 9400), 36, 1250),
    pictures: [
      shows(
        scenes.oakTray,
        'Empty oak letter tray, open to the front',
        'Leere Briefablage aus Eiche, vorn offen',
      ),
      shows(
        scenes.oakTrayLetters,
        'The letter tray with paper and an envelope in it',
        'Die Briefablage mit Papier und einem Umschlag darin',
      ),
    ],
  },
]
