import type { DemoCategory } from './goods.ts'
import {
  deskFamily,
  gardenFamily,
  kitchenFamily,
  lightingFamily,
  storageFamily,
  textilesFamily,
} from './scenes/families.ts'
import { both } from './words.ts'

/** The six families and their shelves, in the order of the shop's menu. */
export const categories: DemoCategory[] = [
  {
    path: 'kitchen',
    name: both('Kitchen and table', 'Küche und Tisch'),
    description: both(
      'Stoneware, wood and glass for cooking, serving and the first cup of the day.',
      'Steinzeug, Holz und Glas zum Kochen, Auftischen und für die erste Tasse am Tag.',
    ),
    drawing: kitchenFamily,
  },
  {
    path: 'kitchen/mugs',
    name: both('Mugs and cups', 'Becher und Tassen'),
    description: both('From a small espresso to a long tea.', 'Vom kleinen Espresso bis zum langen Tee.'),
  },
  {
    path: 'kitchen/bowls',
    name: both('Bowls', 'Schalen und Schüsseln'),
    description: both('For porridge, pasta, salad and dough.', 'Für Müsli, Pasta, Salat und Teig.'),
  },
  {
    path: 'kitchen/plates',
    name: both('Plates and platters', 'Teller und Platten'),
    description: both('Plain plates that stack well.', 'Schlichte Teller, die sich gut stapeln lassen.'),
  },
  {
    path: 'kitchen/jugs',
    name: both('Jugs and pots', 'Krüge und Kannen'),
    description: both('For milk, water and tea.', 'Für Milch, Wasser und Tee.'),
  },
  {
    path: 'kitchen/boards',
    name: both('Boards and tools', 'Bretter und Helfer'),
    description: both('What lies beside the stove every day.', 'Was jeden Tag neben dem Herd liegt.'),
  },
  {
    path: 'lighting',
    name: both('Lighting', 'Licht'),
    description: both(
      'Lamps and candles for warm light where you sit, read and eat.',
      'Leuchten und Kerzen für warmes Licht zum Sitzen, Lesen und Essen.',
    ),
    drawing: lightingFamily,
  },
  {
    path: 'lighting/table-lamps',
    name: both('Table lamps', 'Tischleuchten'),
    description: both('For shelves, desks and bedsides.', 'Für Regal, Schreibtisch und Nachttisch.'),
  },
  {
    path: 'lighting/pendants',
    name: both('Pendants', 'Pendelleuchten'),
    description: both('Light that hangs above the table.', 'Licht, das über dem Tisch hängt.'),
  },
  {
    path: 'lighting/candles',
    name: both('Candles and holders', 'Kerzen und Halter'),
    description: both('Candlelight and what carries it.', 'Kerzenlicht und was es trägt.'),
  },
  {
    path: 'textiles',
    name: both('Textiles', 'Textilien'),
    description: both(
      'Wool, linen and cotton for the sofa, the table and the bath.',
      'Wolle, Leinen und Baumwolle für Sofa, Tisch und Bad.',
    ),
    drawing: textilesFamily,
  },
  {
    path: 'textiles/blankets',
    name: both('Blankets', 'Decken'),
    description: both('For cold evenings and warm lawns.', 'Für kalte Abende und warme Wiesen.'),
  },
  {
    path: 'textiles/cushions',
    name: both('Cushions', 'Kissen'),
    description: both('Covers that come off and wash.', 'Bezüge, die sich abziehen und waschen lassen.'),
  },
  {
    path: 'textiles/linen',
    name: both('Kitchen and bath linen', 'Küchen- und Badwäsche'),
    description: both('Towels, napkins and aprons.', 'Handtücher, Servietten und Schürzen.'),
  },
  {
    path: 'storage',
    name: both('Storage', 'Aufbewahren'),
    description: both(
      'Baskets, boxes and rails that give things a place.',
      'Körbe, Dosen und Leisten, die den Dingen ihren Platz geben.',
    ),
    drawing: storageFamily,
  },
  {
    path: 'storage/baskets',
    name: both('Baskets', 'Körbe'),
    description: both(
      'Woven and sewn, for logs, laundry and bread.',
      'Geflochten und genäht, für Holz, Wäsche und Brot.',
    ),
  },
  {
    path: 'storage/boxes',
    name: both('Boxes and jars', 'Dosen und Kisten'),
    description: both('With lids, without fuss.', 'Mit Deckel und ohne Umstände.'),
  },
  {
    path: 'desk',
    name: both('Desk', 'Schreibtisch'),
    description: both(
      'Paper, pencils and the things that keep a desk clear.',
      'Papier, Stifte und was den Tisch aufgeräumt hält.',
    ),
    drawing: deskFamily,
  },
  {
    path: 'desk/notebooks',
    name: both('Notebooks', 'Notizbücher'),
    description: both('Sewn books that lie flat.', 'Fadengeheftete Bücher, die flach aufliegen.'),
  },
  {
    path: 'desk/writing',
    name: both('Writing', 'Schreiben'),
    description: both('Pens, pencils and letter paper.', 'Stifte und Briefpapier.'),
  },
  {
    path: 'desk/order',
    name: both('Desk order', 'Ordnung am Tisch'),
    description: both('Trays, pots and rulers.', 'Ablagen, Becher und Lineale.'),
  },
  {
    path: 'garden',
    name: both('Vases and garden', 'Vasen und Garten'),
    description: both(
      'For cut branches indoors and herbs on the sill.',
      'Für Zweige in der Stube und Kräuter auf der Fensterbank.',
    ),
    drawing: gardenFamily,
  },
  {
    path: 'garden/vases',
    name: both('Vases', 'Vasen'),
    description: both('For one stem or a whole branch.', 'Für einen Stiel oder einen ganzen Zweig.'),
  },
  {
    path: 'garden/pots',
    name: both('Pots and planters', 'Töpfe und Pflanzgefäße'),
    description: both('Terracotta and stoneware for roots.', 'Terrakotta und Steinzeug für Wurzeln.'),
  },
  {
    path: 'garden/tools',
    name: both('Garden tools', 'Gartengeräte'),
    description: both('Tools that feel right in the hand.', 'Geräte, die gut in der Hand liegen.'),
  },
]
