import { type DemoReviews, german, said } from './said.ts'

export const house: DemoReviews = {
  'dome-lamp': [
    said(
      '2026-11-03',
      5,
      'Ingrid',
      'The dimmer is the thing',
      'Turn for brightness, press for off: my father, who is ninety, needed no explanation. From the sofa you never see the bulb.',
    ),
    german(
      '2026-09-17',
      4,
      'C. Yıldız',
      'Schönes Licht, kurzes Kabel',
      'Das Licht ist warm und fällt genau auf den Tisch. Das Kabel könnte einen halben Meter länger sein.',
    ),
    said(
      '2026-01-18',
      3,
      'Dev',
      'Bulb not included',
      'A good lamp, but it says so in small print only and I stood there in the dark on the first evening. Also, ink shows dust.',
    ),
  ],
  'reading-lamp': [
    said(
      '2026-10-15',
      5,
      'Beth',
      'My husband sleeps',
      'It lights the page and nothing else. The joint has stayed where I leave it for four months.',
    ),
    german(
      '2026-06-28',
      4,
      'Rolf',
      'Messing dunkelt schnell nach',
      'Nach sechs Wochen waren Fingerabdrücke zu sehen. Steht so in der Beschreibung, und mir gefällt es. Wer Glanz will, muss putzen.',
    ),
  ],
  'willow-basket': [
    german(
      '2026-10-08',
      5,
      'Marlene',
      'Hält wirklich alles aus',
      'Der große trägt seit dem Winter unser Kaminholz, die Griffe sitzen wie am ersten Tag. Anfangs riecht er nach Weide, das verfliegt.',
    ),
    said(
      '2026-04-22',
      4,
      'Owen',
      'Sheds a little at first',
      'A few bits of bark on the carpet in the first week, none since. The medium one takes all the toys of two small people.',
    ),
  ],
  'wool-blanket': [
    said(
      '2026-11-08',
      5,
      'Hannah K.',
      'Warm without the weight',
      'We fought over it, so there are two now. It smelled of sheep for a day and then no more. Airing it outside does work.',
    ),
    said(
      '2026-02-02',
      3,
      'Lewis',
      'Scratchy on bare skin',
      'Handsome colours and very warm, but I feel it on my neck. With a shirt under it I have no complaint.',
    ),
    german(
      '2026-10-24',
      5,
      'Dörte',
      'Das Moosgrün ist tief und ruhig',
      'Von Nahem sieht man lauter einzelne Töne. Für zwei auf dem Sofa reicht sie gut.',
    ),
  ],
  'linen-cushion': [
    said(
      '2026-07-12',
      4,
      'Aoife',
      'Stands up again',
      'The filling is as generous as they say. Feathers come through now and then; a second inlet would help.',
    ),
    german(
      '2026-09-02',
      5,
      'Susanne',
      'Waschen geht gut',
      'Bezug dreimal bei 40 Grad gewaschen, Farbe und Form wie neu. Der Reißverschluss ist kaum zu sehen.',
    ),
  ],
  'tea-towels': [
    said(
      '2026-10-18',
      5,
      'Bram',
      'Give them five washes',
      'On the first day I thought I had bought sailcloth. Now I will use nothing else for glasses: no fluff at all.',
    ),
    german(
      '2026-03-09',
      2,
      'Elke',
      'Eingelaufen',
      'Bei 60 Grad sind meine gut drei Zentimeter kürzer geworden. Sie trocknen noch immer hervorragend, aber das hätte ich gern vorher gewusst.',
    ),
    said(
      '2026-08-11',
      4,
      'S. Moreau',
      'The loop at the middle',
      'A small thing, but I hang them up with wet hands and it always finds the hook.',
    ),
  ],
  'linen-apron': [
    said(
      '2026-09-25',
      5,
      'Kofi',
      'For the garden, too',
      'The divided pocket holds secateurs and a pencil without either stabbing me. Heavy cloth that moves with you after a few days.',
    ),
    german(
      '2026-05-19',
      4,
      'Tomasz',
      'Groß geschnitten',
      'Ich bin 1,90 m und sie passt. Meine Frau musste den Nackenknoten weit hochziehen.',
    ),
  ],
  'cloth-notebook': [
    said(
      '2026-10-31',
      5,
      'Yuki',
      'Opens flat, takes ink',
      'A broad nib and wet ink: nothing feathers, almost nothing shows through. I am on my third.',
    ),
    german(
      '2026-06-06',
      4,
      'Veit',
      'Punktraster sehr zart',
      'Das Papier ist ausgezeichnet. Bei Lampenlicht sehe ich die Punkte kaum, tagsüber sind sie angenehm leise.',
    ),
  ],
  'watering-can': [
    said(
      '2026-08-30',
      5,
      'Grace',
      'Balanced, full or empty',
      'I have bad wrists and this is the first can that I can tip slowly. The rose makes real rain.',
    ),
    german(
      '2026-07-17',
      3,
      'Holger',
      'Tülle tropft etwas nach',
      'Sieht gut aus und liegt gut in der Hand. Ohne Brause tropft sie nach dem Gießen ein paar Mal nach, auf der Fensterbank stört das.',
    ),
  ],
}
