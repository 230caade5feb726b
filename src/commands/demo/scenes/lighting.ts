import { candle, candlestick } from '../drawings/candle.ts'
import { glass } from '../drawings/glass.ts'
import { domeLamp, gourdLamp, pillarLamp } from '../drawings/lamp.ts'
import type { Material } from '../drawings/light.ts'
import { path } from '../drawings/markup.ts'
import { notebook } from '../drawings/notebook.ts'
import { cloths, type GlazeName, glazes, metals, woods } from '../drawings/palette.ts'
import { bellPendant, paperGlobe } from '../drawings/pendant.ts'
import { profile } from '../drawings/profile.ts'
import { readingLamp } from '../drawings/reading-lamp.ts'
import { rod } from '../drawings/rod.ts'
import { picture, stages } from '../drawings/stage.ts'
import type { Place, Studio } from '../drawings/studio.ts'
import { turned } from '../drawings/turned.ts'
import { vase, vases } from '../drawings/vase.ts'
import { plainWeave } from '../drawings/weave.ts'

const evening = stages.evening

const paints = {
  moss: { colour: '#345b4e', sheen: 0.4 },
  chalk: { colour: '#ebe6db', sheen: 0.35 },
  ink: { colour: '#33383e', sheen: 0.4 },
} satisfies Record<string, Material>

const waxes = {
  ivory: { colour: '#ece2cc', sheen: 0.2 },
  moss: { colour: '#5b7263', sheen: 0.2 },
  clay: { colour: '#bf8465', sheen: 0.2 },
} satisfies Record<string, Material>

const rice: Material = { colour: '#efe4cc', sheen: 0 }

export const lastLamp = () =>
  picture({ stage: evening }, (room) => [gourdLamp(room, { x: 480, y: 1030, scale: 24 }, glazes.moss)])

export const lastLampBase = () =>
  picture({ stage: evening, elevation: 18, horizon: 860 }, (room) => [
    gourdLamp(room, { x: 430, y: 1090, scale: 44 }, glazes.moss),
  ])

export const domeLampIn = (paint: keyof typeof paints) => () =>
  picture({ stage: evening }, (room) => [domeLamp(room, { x: 480, y: 985, scale: 26.5 }, paints[paint])])

export const domeLampEvening = () =>
  picture(
    { stage: { ...evening, planks: true, table: '#d2b78f', front: '#ad8c64' }, elevation: 18, horizon: 790 },
    (room) => [
      domeLamp(room, { x: 560, y: 930, scale: 22 }, paints.moss),
      vase(room, { x: 240, y: 1000, scale: 30 }, vases.bud, glazes.oat),
    ],
  )

export const pillarLampOak = () =>
  picture({ stage: evening }, (room) => [pillarLamp(room, { x: 480, y: 1040, scale: 23 }, woods.oak)])

export const pillarLampBooks = () =>
  picture({ stage: evening, elevation: 20, horizon: 800 }, (room) => [
    pillarLamp(room, { x: 600, y: 930, scale: 20 }, woods.oak),
    book(room, { x: 300, y: 1010, scale: 18 }, cloths.moss, 0, 12),
    book(room, { x: 305, y: 1010, scale: 18 }, cloths.clay, 2.4, 4),
  ])

function book(room: Studio, place: Place, cover: Material, base: number, turn: number): string {
  const weave = plainWeave(room, 2)
  return notebook(room, place, { width: 14, depth: 20, thick: 1.8, turn: turn + 60, cover, weave, base })
}

export const bellPendantIn = (glaze: GlazeName) => () =>
  picture({ stage: evening, elevation: 0, horizon: 1700 }, (room) => [
    bellPendant(room, { x: 480, y: 730, scale: 27 }, glazes[glaze]),
  ])

export const bellPendants = () =>
  picture({ stage: evening, elevation: 0, horizon: 1700 }, (room) => [
    bellPendant(room, { x: 250, y: 560, scale: 15 }, glazes.oat),
    bellPendant(room, { x: 700, y: 640, scale: 15 }, glazes.slate),
    bellPendant(room, { x: 480, y: 830, scale: 15 }, glazes.clay),
  ])

export const paperGlobeLit = () =>
  picture({ stage: evening, elevation: 5, horizon: 1700 }, (room) => [
    paperGlobe(room, { x: 480, y: 930, scale: 14.6 }, 22, rice),
  ])

export const paperGlobes = () =>
  picture({ stage: evening, elevation: 5, horizon: 1700 }, (room) => [
    paperGlobe(room, { x: 300, y: 700, scale: 10 }, 22, rice),
    paperGlobe(room, { x: 650, y: 1010, scale: 10 }, 30, rice),
  ])

function lit(
  room: Studio,
  place: Place,
  stick: number,
  tall: number,
  wax: Material,
  wood: Material = woods.oak,
): string {
  return candlestick(room, place, stick, wood) + candle(room, place, stick - 0.2, stick + tall, 1.05, wax)
}

export const candlesticks = () =>
  picture({ stage: evening }, (room) => [
    lit(room, { x: 610, y: 940, scale: 28 }, 20, 11, waxes.ivory),
    lit(room, { x: 350, y: 1010, scale: 28 }, 12, 14, waxes.ivory),
  ])

export const candlestickBare = () =>
  picture({ elevation: 24, stage: stages.linen }, (room) => [
    candlestick(room, { x: 590, y: 880, scale: 42 }, 20, woods.oak),
    candlestick(room, { x: 330, y: 990, scale: 42 }, 12, woods.oak),
  ])

export const dinnerCandles = (colour: keyof typeof waxes) => () =>
  picture({ elevation: 70 }, (room) => {
    const candles = [0, 1, 2, 3].map((i) =>
      rod(room, 268 + i * 62, 980 + i * 30, -64, {
        girth: [
          [0, 25],
          [8, 27],
          [700, 20],
          [770, 17],
          [786, 9],
        ],
        material: waxes[colour],
        straight: true,
        shadow: 16,
      }),
    )
    const wicks = [0, 1, 2, 3].map((i) => {
      const [x, y] = [268 + i * 62 + 786 * 0.438, 980 + i * 30 - 786 * 0.899]
      return path(`M${Math.round(x)} ${Math.round(y)}q8 -18 20 -28`, {
        fill: 'none',
        stroke: '#8a7c66',
        'stroke-width': 4,
        'stroke-linecap': 'round',
      })
    })
    const band = path('M390 596L634 714L602 782L358 664Z', { fill: '#e9dfca' })
    const fold = path('M390 596L634 714L630 723L386 605Z', { fill: '#ffffff', opacity: 0.5 })
    const shade = path('M352 672L596 790L590 800L348 682Z', { fill: '#3b2a18', opacity: 0.16 })
    return [...candles, ...wicks, shade, band, fold]
  })

export const dinnerCandlesLit = () =>
  picture({ stage: evening, elevation: 12 }, (room) => [
    lit(room, { x: 300, y: 930, scale: 24 }, 12, 23, waxes.clay, woods.walnut),
    lit(room, { x: 660, y: 950, scale: 24 }, 16, 20, waxes.moss, woods.walnut),
    lit(room, { x: 480, y: 1020, scale: 24 }, 8, 23, waxes.ivory, woods.walnut),
  ])

const chimney = [
  [6.6, 1.5],
  [6.8, 1.7],
  [6.9, 3],
  [6.9, 20],
  [6.7, 22],
] as const

function lantern(room: Studio, place: Place, wax: number): string {
  const stand = profile([
    [7.6, 0],
    [7.7, 0.3],
    [7.7, 1.3, 'sharp'],
    [7.2, 1.6],
    [0.02, 1.6],
  ])
  const vessel = glass(room, place, chimney, '#93a49c')
  return [
    turned(room, place, { outside: stand, material: woods.oak }),
    vessel.back,
    candle(room, place, 1.7, wax, 2.8, waxes.ivory),
    vessel.front,
  ].join('')
}

export const stormLantern = () =>
  picture({ stage: evening }, (room) => [lantern(room, { x: 480, y: 990, scale: 33 }, 10)])

export const stormLanterns = () =>
  picture(
    { stage: { ...evening, planks: true, table: '#d2b78f', front: '#ad8c64' }, elevation: 26, horizon: 640 },
    (room) => [
      lantern(room, { x: 610, y: 800, scale: 22 }, 7),
      lantern(room, { x: 310, y: 980, scale: 27 }, 11),
    ],
  )

export const readingLampIn = (paint: 'moss' | 'ink') => () =>
  picture({ stage: evening }, (room) => [readingLamp(room, { x: 520, y: 1010, scale: 22.5 }, paints[paint])])

export const readingLampDesk = () =>
  picture(
    { stage: { ...evening, planks: true, table: '#d2b78f', front: '#ad8c64' }, elevation: 26, horizon: 700 },
    (room) => [
      readingLamp(room, { x: 600, y: 860, scale: 18.5 }, paints.moss),
      notebook(
        room,
        { x: 330, y: 980, scale: 17 },
        { width: 14.8, depth: 21, thick: 1.4, turn: 64, cover: cloths.ink, weave: plainWeave(room, 2) },
      ),
      rod(room, 300, 930, -18, {
        girth: [
          [0, 5],
          [150, 5],
          [172, 1],
        ],
        material: metals.brass,
        straight: true,
      }),
    ],
  )
