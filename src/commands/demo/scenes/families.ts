import { basket, baskets } from '../drawings/basket.ts'
import { bowl, bowls } from '../drawings/bowl.ts'
import { branch, bush, leaves } from '../drawings/branch.ts'
import { candle, candlestick } from '../drawings/candle.ts'
import { cushion } from '../drawings/cushion.ts'
import { folded } from '../drawings/folded.ts'
import { pear } from '../drawings/fruit.ts'
import { jug, milkJug } from '../drawings/jug.ts'
import { gourdLamp } from '../drawings/lamp.ts'
import { cups, mug } from '../drawings/mug.ts'
import { notebook } from '../drawings/notebook.ts'
import { standingIn } from '../drawings/opening.ts'
import { ovalBox } from '../drawings/oval-box.ts'
import { cloths, glazes, woods } from '../drawings/palette.ts'
import { pencil } from '../drawings/pencil.ts'
import { plate, plates } from '../drawings/plate.ts'
import { terracottaPot } from '../drawings/pot.ts'
import { picture, stages } from '../drawings/stage.ts'
import { teapot } from '../drawings/teapot.ts'
import { vase, vases } from '../drawings/vase.ts'
import { plainWeave, twill } from '../drawings/weave.ts'

const wax = { colour: '#ece2cc', sheen: 0.2 }

export const kitchenFamily = () =>
  picture({ elevation: 17, stage: stages.linen }, (room) => [
    jug(room, { x: 360, y: 850, scale: 36 }, milkJug, glazes.slate),
    plate(room, { x: 640, y: 890, scale: 22 }, plates.dinner, glazes.oat),
    bowl(room, { x: 640, y: 862, scale: 25 }, bowls.breakfast, glazes.moss),
    mug(room, { x: 380, y: 1020, scale: 31 }, cups.round, glazes.oat),
  ])

export const lightingFamily = () =>
  picture({ elevation: 14, stage: stages.evening }, (room) => [
    gourdLamp(room, { x: 580, y: 950, scale: 21 }, glazes.moss),
    candlestick(room, { x: 270, y: 1030, scale: 26 }, 12, woods.oak),
    candle(room, { x: 270, y: 1030, scale: 26 }, 11.8, 24, 1.05, wax),
  ])

export const textilesFamily = () =>
  picture({ elevation: 15, stage: stages.linen }, (room) => [
    cushion(room, { x: 560, y: 850, half: 260, cloth: cloths.clay, weave: plainWeave(room, 3), lean: 5 }),
    folded(
      room,
      { x: 420, y: 985, scale: 15.5 },
      { width: 38, depth: 24, layers: 3, thick: 4.4, cloth: cloths.moss, weave: twill(room, 2) },
    ),
    folded(
      room,
      { x: 424, y: 985, scale: 15.5 },
      {
        width: 36,
        depth: 23,
        layers: 2,
        thick: 4,
        cloth: cloths.oat,
        weave: twill(room, 2),
        base: 13.2,
        seed: 8,
      },
    ),
  ])

export const storageFamily = () =>
  picture({ elevation: 20, stage: stages.linen }, (room) => [
    basket(room, { x: 590, y: 860, scale: 20 }, baskets.seagrass),
    ovalBox(room, { x: 350, y: 1000, scale: 21 }, 24, 16, 9, { colour: '#53695e', sheen: 0.1 }),
    ovalBox(room, { x: 350, y: 1000, scale: 21 }, 19, 12.6, 7.6, { colour: '#cfae86', sheen: 0.1 }, 9),
  ])

export const deskFamily = () =>
  picture({ elevation: 30, stage: stages.linen }, (room) => {
    const pot = { x: 610, y: 700, scale: 30 }
    const wall = [
      [3.9, 0],
      [4.1, 0.12],
      [4.2, 0.5],
      [4.2, 6],
      [4.15, 10.5],
    ] as const
    const paints = [cloths.moss, cloths.clay, cloths.slate]
    const standing = [-104, -88, -74].map((turn, i) =>
      pencil(room, 590 + i * 22, 560, turn, 370, 11, paints[i]!, false),
    )
    const covers = [cloths.ink, cloths.linen, cloths.moss]
    return [
      vase(room, pot, wall, glazes.oat, 0.4),
      standingIn(room, pot, 3.85, 10.5, ...standing),
      ...covers.map((cover, i) =>
        notebook(
          room,
          { x: 430, y: 950, scale: 23 },
          {
            width: 14.8,
            depth: 21,
            thick: 1.6,
            turn: 62 + [3, -4, 1][i]!,
            cover,
            weave: plainWeave(room, 2),
            base: i * 2.3,
            label: i === 2,
          },
        ),
      ),
    ]
  })

export const gardenFamily = () =>
  picture({ elevation: 16, stage: stages.sage }, (room) => {
    const jar = { x: 350, y: 880, scale: 22 }
    return [
      vase(room, jar, vases.moon, glazes.chalk),
      standingIn(
        room,
        jar,
        3.9,
        21,
        branch(
          [
            [345, 470],
            [300, 330],
            [230, 190],
          ],
          leaves.beech,
          4,
        ),
        branch(
          [
            [355, 470],
            [420, 330],
            [500, 200],
          ],
          leaves.beech,
          9,
        ),
      ),
      terracottaPot(room, { x: 660, y: 960, scale: 22 }, 8),
      bush(660, 690, 290, 130, 12, leaves.rosemary, 5),
    ]
  })

/** The still life of the home page, 1600 × 1000; its left third is calm, so that text may stand beside it. */
export const hero = () =>
  picture({ width: 1600, height: 1000, elevation: 14, horizon: 690 }, (room) => {
    const jar = { x: 905, y: 800, scale: 22 }
    return [
      gourdLamp(room, { x: 1250, y: 800, scale: 18.4 }, glazes.moss),
      vase(room, { x: 660, y: 795, scale: 17 }, vases.bottle, glazes.slate),
      vase(room, jar, vases.moon, glazes.chalk),
      standingIn(
        room,
        jar,
        3.9,
        21,
        branch(
          [
            [900, 410],
            [840, 290],
            [740, 190],
          ],
          leaves.beech,
          4,
        ),
        branch(
          [
            [905, 410],
            [930, 270],
            [960, 110],
          ],
          leaves.beech,
          15,
        ),
        branch(
          [
            [910, 410],
            [990, 310],
            [1060, 250],
          ],
          leaves.beech,
          9,
        ),
      ),
      bowl(room, { x: 1130, y: 885, scale: 19 }, bowls.breakfast, glazes.clay),
      bowl(room, { x: 1132, y: 833, scale: 19 }, bowls.breakfast, glazes.oat, { floats: true, seed: 12 }),
      teapot(room, { x: 1445, y: 905, scale: 14 }, glazes.ink),
      mug(room, { x: 715, y: 925, scale: 24 }, cups.round, glazes.oat),
      pear(room, 945, 945, 125, -4),
      pear(room, 1012, 960, 115, 8),
    ]
  })
