import { apron } from '../drawings/apron.ts'
import { cushion } from '../drawings/cushion.ts'
import { type Folded, folded } from '../drawings/folded.ts'
import { type Hanging, hanging } from '../drawings/hanging.ts'
import { tag } from '../drawings/markup.ts'
import { cloths, glazes, woods } from '../drawings/palette.ts'
import { peg } from '../drawings/peg.ts'
import { plate, plates } from '../drawings/plate.ts'
import { prism, rounded } from '../drawings/prism.ts'
import { roundCushion } from '../drawings/round-cushion.ts'
import { picture, stages } from '../drawings/stage.ts'
import type { Place, Studio } from '../drawings/studio.ts'
import { spoon } from '../drawings/tools.ts'
import { tube } from '../drawings/tube.ts'
import { plainWeave, twill, waffle } from '../drawings/weave.ts'

type Cloth = keyof typeof cloths

const wall = { elevation: 6, horizon: 1700 }
const green = '#345b4e'
const navy = '#3d4f61'
const rust = '#a8694a'

const rail = (room: Studio, y: number, from = 90, to = 870) =>
  tube(room, `M${from} ${y}H${to}`, 26, woods.oak)

const stack = (
  room: Studio,
  form: Partial<Folded> & Pick<Folded, 'cloth'>,
  place: Place = { x: 480, y: 880, scale: 18 },
) => folded(room, place, { width: 39, depth: 30, layers: 4, thick: 4.6, ...form })

export const woolBlanket = (cloth: Cloth) => () =>
  picture({ elevation: 17 }, (room) => [stack(room, { cloth: cloths[cloth], weave: twill(room, 2) })])

export const woolBlanketRail = () =>
  picture({ ...wall, stage: stages.linen }, (room) => [
    rail(room, 236),
    hanging(room, {
      x: 190,
      y: 222,
      width: 580,
      length: 760,
      cloth: cloths.slate,
      weave: twill(room, 2),
      fringe: 62,
      folds: { deep: 0.3, count: 3 },
    }),
  ])

export const waffleThrow = () =>
  picture({ elevation: 18 }, (room) => [
    stack(room, { cloth: cloths.linen, weave: waffle(room, 15), layers: 5, thick: 3.4, seed: 11 }),
  ])

export const waffleThrowRail = () =>
  picture({ ...wall, stage: stages.sage }, (room) => [
    rail(room, 216),
    hanging(room, {
      x: 230,
      y: 202,
      width: 500,
      length: 800,
      cloth: cloths.linen,
      weave: waffle(room, 16),
      fringe: 40,
      folds: { deep: 0.34, count: 2.4 },
      seed: 6,
    }),
  ])

const checks = [0.06, 0.22, 0.38, 0.54, 0.7, 0.86]

export const picnicBlanket = () =>
  picture({ elevation: 17 }, (room) => [
    stack(room, {
      cloth: cloths.chalk,
      weave: twill(room, 2),
      stripes: checks.map((where) => ({ x: where * 39, width: 3.1, colour: green })),
      cross: green,
      thick: 4.2,
      seed: 2,
    }),
  ])

export const picnicBlanketRail = () =>
  picture({ ...wall, stage: stages.linen }, (room) => [
    rail(room, 226),
    hanging(room, {
      x: 190,
      y: 212,
      width: 580,
      length: 770,
      cloth: cloths.chalk,
      weave: twill(room, 2),
      fringe: 44,
      folds: { deep: 0.24, count: 2.6 },
      lines: checks.map((where) => ({ at: where + 0.04, width: 46, colour: green })),
      bands: [1, 2, 3, 4, 5, 6, 7, 8].map((i) => ({ up: i * 93 - 40, width: 46, colour: green })),
    }),
  ])

export const linenCushion = (cloth: Cloth, size: 40 | 50) => () =>
  picture({ elevation: 12 }, (room) => [
    cushion(room, { x: 480, y: 980, half: size * 7, cloth: cloths[cloth], weave: plainWeave(room, 3) }),
  ])

export const linenCushions = () =>
  picture({ elevation: 12, stage: stages.linen }, (room) => [
    cushion(room, { x: 570, y: 900, half: 275, cloth: cloths.moss, weave: plainWeave(room, 3), lean: 4 }),
    cushion(room, { x: 380, y: 970, half: 235, cloth: cloths.linen, weave: plainWeave(room, 3), lean: -5 }),
  ])

const ticking = [-0.72, -0.6, -0.36, -0.24, 0, 0.12, 0.36, 0.48, 0.72, 0.84]

export const stripedCushion = () =>
  picture({ elevation: 12 }, (room) => [
    cushion(room, {
      x: 480,
      y: 960,
      half: 335,
      cloth: cloths.chalk,
      weave: plainWeave(room, 3),
      stripes: ticking.map((where, i) => ({ at: where - 0.06, width: i % 2 ? 6 : 22, colour: navy })),
    }),
  ])

export const stripedCushionClose = () =>
  picture({ elevation: 12, stage: stages.mist, horizon: 1000 }, (room) => [
    cushion(room, {
      x: 640,
      y: 1130,
      half: 560,
      cloth: cloths.chalk,
      weave: plainWeave(room, 4),
      stripes: ticking.map((where, i) => ({ at: where - 0.06, width: i % 2 ? 10 : 36, colour: navy })),
    }),
  ])

export const pleatedCushion = () =>
  picture({ elevation: 12 }, (room) => [
    roundCushion(room, { x: 480, y: 960, half: 320, cloth: cloths.clay, weave: plainWeave(room, 3) }),
  ])

export const pleatedCushionPair = () =>
  picture({ elevation: 12, stage: stages.blush }, (room) => [
    cushion(room, { x: 550, y: 890, half: 300, cloth: cloths.oat, weave: plainWeave(room, 3), lean: 3 }),
    roundCushion(room, { x: 370, y: 980, half: 220, cloth: cloths.clay, weave: plainWeave(room, 3) }),
  ])

const towels = {
  moss: {
    bands: [
      { up: 150, width: 54, colour: green },
      { up: 96, width: 9, colour: green },
      { up: 74, width: 9, colour: green },
    ],
  },
  ink: { bands: [60, 90, 120, 150, 180, 210].map((up) => ({ up, width: 8, colour: navy })) },
  clay: {
    lines: [0.12, 0.31, 0.5, 0.69, 0.88].map((where) => ({ at: where, width: 12, colour: rust })),
    bands: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((i) => ({ up: i * 66 - 20, width: 12, colour: rust })),
  },
} satisfies Record<string, Partial<Hanging>>

const towel = (
  room: Studio,
  x: number,
  width: number,
  length: number,
  look: keyof typeof towels,
  seed: number,
) =>
  hanging(room, {
    x,
    y: 232,
    width,
    length,
    cloth: cloths.chalk,
    weave: plainWeave(room, 2.5),
    folds: { deep: 0.26, count: 2 },
    seed,
    ...towels[look],
  })

export const teaTowel = (look: keyof typeof towels) => () =>
  picture(wall, (room) => [rail(room, 246, 210, 750), towel(room, 300, 360, 720, look, 4)])

export const teaTowels = () =>
  picture({ ...wall, stage: stages.mist }, (room) => [
    rail(room, 246, 60, 900),
    towel(room, 120, 215, 640, 'moss', 4),
    towel(room, 372, 215, 690, 'clay', 7),
    towel(room, 624, 215, 620, 'ink', 9),
  ])

function napkin(
  room: Studio,
  place: Place,
  cloth: Cloth,
  size: number,
  base: number,
  turn: number,
  { thick = 0.5, hidden = false } = {},
): string {
  const half = size * 5
  const seam = { x: 6 - half, y: 6 - half, width: 2 * half - 12, height: 2 * half - 12 }
  const stitches = tag('rect', {
    ...seam,
    fill: 'none',
    stroke: '#2a1e12',
    'stroke-width': 0.9,
    'stroke-dasharray': '3 1.8',
    opacity: 0.4,
  })
  return prism(room, place, {
    shape: rounded(size, size, 0.3),
    base,
    height: thick,
    turn,
    material: cloths[cloth],
    top: stitches,
    weave: hidden ? undefined : plainWeave(room, 2),
  })
}

export const linenNapkins = (cloth: Cloth) => () =>
  picture({ elevation: 46 }, (room) =>
    [0, 1, 2, 3].map((i) =>
      napkin(room, { x: 480, y: 720, scale: 25 }, cloth, 21, i * 0.62, 34 + [3, -2, 2, -3][i]!, {
        thick: 0.55,
        hidden: i < 3,
      }),
    ),
  )

export const linenNapkinSet = () =>
  picture({ elevation: 58, stage: stages.oak }, (room) => [
    plate(room, { x: 480, y: 640, scale: 29 }, plates.dinner, glazes.oat),
    napkin(room, { x: 480, y: 615, scale: 29 }, 'slate', 12.4, 0, 38, { thick: 0.9 }),
  ])

export const waffleTowels = () =>
  picture({ elevation: 18 }, (room) => [
    stack(
      room,
      { cloth: cloths.chalk, weave: waffle(room, 13), layers: 3, thick: 4.4, seed: 4 },
      { x: 480, y: 930, scale: 17 },
    ),
    stack(
      room,
      {
        cloth: cloths.chalk,
        weave: waffle(room, 13),
        layers: 2,
        thick: 3.6,
        width: 30,
        depth: 24,
        base: 13.4,
        seed: 8,
      },
      { x: 480, y: 930, scale: 17 },
    ),
  ])

export const waffleTowelRail = () =>
  picture({ ...wall, stage: stages.mist }, (room) => [
    rail(room, 230, 150, 810),
    hanging(room, {
      x: 290,
      y: 216,
      width: 380,
      length: 760,
      cloth: cloths.chalk,
      weave: waffle(room, 15),
      folds: { deep: 0.24, count: 2 },
      seed: 5,
    }),
  ])

export const linenApron = (cloth: 'ink' | 'moss') => () =>
  picture(wall, (room) => [
    apron(room, 480, 170, 430, cloths[cloth], plainWeave(room, 2.5)),
    peg(room, 480, 166, 25, woods.oak),
  ])

export const linenApronPocket = () =>
  picture({ ...wall, stage: stages.linen }, (room) => [
    apron(
      room,
      500,
      -330,
      760,
      cloths.moss,
      plainWeave(room, 3),
      spoon(room, 440, 800, -99, 520, woods.cherry) +
        spoon(room, 560, 800, -78, 480, woods.cherry, 'spatula'),
    ),
  ])
