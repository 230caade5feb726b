import { type DemoReviews, german, said } from './said.ts'

export const kitchen: DemoReviews = {
  'oat-mug': [
    said(
      '2026-10-29',
      5,
      'Miriam',
      'Two years on, still the first one taken',
      'We own four and there is a queue for them. The rim is thin enough that you forget it, and the bare foot has left no mark on our oak table. It goes through the dishwasher every day.',
    ),
    german(
      '2026-10-11',
      4,
      'Jens P.',
      'Schön, aber nicht leicht',
      'Glasur und Form gefallen mir sehr, jeder Becher sieht ein wenig anders aus. Voll ist er allerdings kein Leichtgewicht, meine Mutter nimmt lieber einen anderen.',
    ),
    said(
      '2026-09-20',
      5,
      'T. Okafor',
      'Three fingers, as promised',
      'I have large hands and most handles take two fingers at best. This one fits.\n\nThe flecks are darker than in the picture. I like them that way.',
    ),
    said(
      '2026-08-02',
      3,
      'Ruth',
      'Bigger than I thought',
      'A fine mug, well made. But 350 ml is a lot of coffee, and it does not go under the spout of my machine. Measure first.',
    ),
    german(
      '2026-06-14',
      5,
      'Familie Lindner',
      'Hält den Kaffee lange warm',
      'Dick genug, dass der Kaffee nicht gleich kalt wird, und der Rand ist trotzdem fein. Einer hat einen Sturz auf Holz überlebt.',
    ),
  ],
  'espresso-cup': [
    said(
      '2026-10-05',
      4,
      'Luca',
      'Thick where it should be',
      'Warm it first and the coffee stays hot to the end. The ring in the saucer does hold the cup, even when I carry two at once. I would buy a set of six if there were one.',
    ),
    german(
      '2026-07-23',
      5,
      'Anneke',
      'Die Terrakotta ist die schönste',
      'Die Farbe ist wärmer als auf dem Bild. Ein Keks passt tatsächlich noch auf die Untertasse.',
    ),
  ],
  'breakfast-bowl': [
    said(
      '2026-10-21',
      5,
      'Priya S.',
      'Porridge, soup, everything',
      'We mixed the three glazes and they look as if they had been chosen by somebody with taste. They stack well and the raised foot stays cool enough to hold.',
    ),
    said(
      '2026-05-30',
      2,
      'Graham',
      'Spoon marks',
      'The slate one shows grey lines from our steel spoons. They come off with a paste, but I had not expected that of a bowl for breakfast. The oat one is fine.',
    ),
    german(
      '2026-09-08',
      4,
      'Sabine',
      'Gute Größe',
      'Für Müsli genau richtig, für Nudeln etwas klein. In der Mikrowelle wird sie nicht heiß.',
    ),
  ],
  'walnut-salad-bowl': [
    german(
      '2026-08-19',
      5,
      'H. Brandt',
      'Ein Stück fürs Leben',
      'Aus einem Stück, und das sieht man: Die Maserung läuft innen wie Höhenlinien herum. Zweimal geölt, seither perlt das Dressing ab.',
    ),
    said(
      '2026-04-12',
      4,
      'Nell',
      'Needs a little care',
      'It is lovely and heavy, and it must be dried at once. Somebody here left it in the sink for an hour and the rim went rough; oil and patience mended it.',
    ),
  ],
  'dinner-plate': [
    said(
      '2026-10-02',
      5,
      'Chidi',
      'Peas stay on it',
      'My children call it the plate with the wall. The ground foot really does not scratch, and moss and ink look good in one pile.',
    ),
    german(
      '2026-03-27',
      3,
      'Kerstin W.',
      'Einer kam mit Nadelstichen',
      'Drei Teller sind makellos, der vierte hatte kleine Löcher in der Glasur. Er wurde ohne Rückfragen ersetzt, aber es dauerte eine Woche.',
    ),
  ],
  'ink-teapot': [
    said(
      '2026-09-30',
      5,
      'Eleanor V.',
      'No drip',
      'I have poured from it every day for a month and it has not dripped once. The blue shows only at the window, which I enjoy more than I can say.',
    ),
    said(
      '2026-07-04',
      4,
      'Marek',
      'Cane handle takes a while',
      'Pours well and keeps its heat. The handle creaked at first and settled after a week. You cannot put it into the dishwasher, so it is not for everybody.',
    ),
    german(
      '2026-02-15',
      4,
      'Ute',
      'Für große Teeblätter ideal',
      'Das Sieb hinter der Tülle hält grüne Blätter gut zurück, sehr feiner Rooibos rutscht durch.',
    ),
  ],
  'bread-board': [
    said(
      '2026-08-26',
      5,
      'Joanna',
      'Heavier than it looks',
      'It does not slide about. Oak is harder on my knife than the old board, so I now use the walnut one for everything but bread.',
    ),
    german(
      '2026-05-05',
      4,
      'Peter M.',
      'Nach drei Monaten gerade',
      'Kein Verziehen, obwohl es am Fenster hängt. Das erste Öl war schnell weg, man sollte es früh nachölen.',
    ),
  ],
}
