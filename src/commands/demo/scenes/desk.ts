import type { Material } from '../drawings/light.ts'
import { group, path } from '../drawings/markup.ts'
import { type Book, notebook } from '../drawings/notebook.ts'
import { standingIn } from '../drawings/opening.ts'
import { cloths, glazes, metals, woods } from '../drawings/palette.ts'
import { envelope, ruler, sheets } from '../drawings/paper.ts'
import { pen, pencil } from '../drawings/pencil.ts'
import type { Knot } from '../drawings/profile.ts'
import { picture, stages } from '../drawings/stage.ts'
import type { Place, Studio } from '../drawings/studio.ts'
import { letterTray } from '../drawings/tray.ts'
import { vase } from '../drawings/vase.ts'
import { plainWeave } from '../drawings/weave.ts'

type Cloth = keyof typeof cloths

const cloth = (room: Studio, place: Place, cover: Cloth, look: Partial<Book> = {}) =>
  notebook(room, place, {
    width: 14.8,
    depth: 21,
    thick: 1.6,
    turn: 28,
    cover: cloths[cover],
    weave: plainWeave(room, 2),
    label: true,
    ...look,
  })

export const clothNotebook = (cover: Cloth) => () =>
  picture({ elevation: 46 }, (room) => [cloth(room, { x: 480, y: 700, scale: 34 }, cover)])

export const clothNotebooks = () =>
  picture({ elevation: 28, stage: stages.linen }, (room) =>
    (['ink', 'clay', 'linen', 'moss'] as const).map((cover, i) =>
      cloth(room, { x: 480, y: 820, scale: 27 }, cover, {
        turn: 60 + [4, -3, 6, 0][i]!,
        base: i * 2.3,
        label: i === 3,
      }),
    ),
  )

const kraft: Material = { colour: '#c5a47c', sheen: 0 }
const sketch = (room: Studio, place: Place, width: number, depth: number, look: Partial<Book> = {}) =>
  notebook(room, place, { width, depth, thick: 1.2, turn: 24, cover: kraft, spine: '#2e3338', ...look })

export const sketchbook = () =>
  picture({ elevation: 46 }, (room) => [sketch(room, { x: 480, y: 690, scale: 26 }, 21, 27)])

export const sketchbooks = () =>
  picture({ elevation: 50, stage: stages.mist }, (room) => [
    sketch(room, { x: 450, y: 640, scale: 23 }, 21, 29.7, { turn: 14 }),
    sketch(room, { x: 520, y: 760, scale: 23 }, 14.8, 21, { turn: -12, base: 1.9 }),
    pencil(room, 250, 1010, -30, 460, 11, graphite),
  ])

const pot: Knot[] = [
  [3.9, 0],
  [4.1, 0.12],
  [4.2, 0.5],
  [4.2, 6],
  [4.15, 10.5],
]
const paints = [
  cloths.moss,
  { colour: '#33363a', sheen: 0.12 },
  { colour: '#b8924f', sheen: 0.3 },
  cloths.clay,
] as const

export const pencilPot = () =>
  picture({ elevation: 20 }, (room) => {
    const place = { x: 480, y: 1000, scale: 42 }
    const standing = [-104, -84, -95, -73].map((turn, i) => {
      const [x, y] = [440 + i * 26, 760]
      return pencil(room, x, y, turn, 500 + (i % 2) * 60, 15, paints[i]!, false)
    })
    return [vase(room, place, pot, glazes.slate, 0.4), standingIn(room, place, 3.85, 10.5, ...standing)]
  })

export const pencilPotEmpty = () =>
  picture({ elevation: 46, stage: stages.sage }, (room) => [
    vase(room, { x: 460, y: 900, scale: 60 }, pot, glazes.slate, 0.4),
    pencil(room, 490, 1125, -14, 420, 14, cloths.moss),
  ])

const graphite: Material = { colour: '#33363a', sheen: 0.12 }
const lead: Material[] = [
  cloths.moss,
  { colour: '#c9a15c', sheen: 0.2 },
  graphite,
  cloths.clay,
  cloths.slate,
  { colour: '#e6dcc8', sheen: 0.1 },
]

export const cedarPencils = () =>
  picture({ elevation: 70 }, (room) =>
    lead.map((paint, i) => pencil(room, 150 + i * 72, 880 + i * 34, -62, 760, 18, paint)),
  )

export const cedarPencilTips = () =>
  picture({ elevation: 70, stage: stages.blush }, (room) =>
    lead.slice(0, 5).map((paint, i) => pencil(room, -420 + i * 40, 640 + i * 150, -22, 1120, 36, paint)),
  )

export const brassRuler = () =>
  picture({ elevation: 64 }, (room) => [ruler(room, { x: 480, y: 620, scale: 44 }, 20, 58, metals.brass)])

export const brassRulerDesk = () =>
  picture({ elevation: 60, stage: stages.linen }, (room) => [
    cloth(room, { x: 460, y: 650, scale: 33 }, 'linen', { turn: 12, label: false }),
    group(
      { transform: 'translate(0 -56)' },
      ruler(room, { x: 500, y: 700, scale: 33 }, 20, 48, metals.brass),
    ),
    pencil(room, 560, 1120, -32, 430, 13, graphite),
  ])

export const oakTray = () =>
  picture({ elevation: 34 }, (room) => [letterTray(room, { x: 480, y: 720, scale: 20 }, woods.oak, 32)])

export const oakTrayLetters = () =>
  picture({ elevation: 40, stage: stages.sage }, (room) => {
    const place = { x: 480, y: 720, scale: 20 }
    const letters = [
      sheets(room, place, 21, 29.7, 0.8, 32, { colour: '#f3ecdd', sheen: 0 }, 1),
      envelope(room, place, 22, 11.4, 40, { colour: '#e2d5bb', sheen: 0 }, 1.9),
    ]
    return [letterTray(room, place, woods.oak, 32, letters.join(''))]
  })

const cream: Material = { colour: '#f2ebdd', sheen: 0 }

export const writingSet = () =>
  picture({ elevation: 58 }, (room) => [
    sheets(room, { x: 510, y: 600, scale: 32 }, 14.8, 21, 0.6, 16, cream),
    envelope(room, { x: 430, y: 770, scale: 32 }, 16.2, 11.4, -12, cream, 0.7),
  ])

export const writingSetPen = () =>
  picture({ elevation: 58, stage: stages.oak }, (room) => [
    envelope(room, { x: 570, y: 500, scale: 31 }, 16.2, 11.4, 22, cream),
    sheets(room, { x: 400, y: 740, scale: 31 }, 14.8, 21, 0.4, -8, cream),
    lines(),
    pen(room, 330, 980, -38, 500, woods.walnut),
  ])

function lines(): string {
  const rows = [0, 1, 2, 3]
    .map((i) => `M${236 + i * 5} ${576 + i * 52}l${i === 3 ? 150 : 270} -${i === 3 ? 18 : 32}`)
    .join('')
  return path(rows, { stroke: '#6f6a60', 'stroke-width': 3, opacity: 0.35, 'stroke-linecap': 'round' })
}

export const turnedPen = (wood: 'walnut' | 'oak') => () =>
  picture({ elevation: 70 }, (room) => [pen(room, 190, 900, -44, 800, woods[wood])])

export const turnedPens = () =>
  picture({ elevation: 60, stage: stages.blush }, (room) => [
    cloth(room, { x: 520, y: 620, scale: 32 }, 'ink', { turn: -10, label: false }),
    pen(room, 250, 800, -30, 600, woods.oak),
    pen(room, 290, 960, -22, 600, woods.walnut),
  ])
