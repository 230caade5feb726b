import { apron } from '../drawings/apron.ts'
import { yarn } from '../drawings/ball.ts'
import { type Basket, basket, baskets } from '../drawings/basket.ts'
import { loaf } from '../drawings/board.ts'
import { sized } from '../drawings/bowl.ts'
import { canister } from '../drawings/canister.ts'
import { crate } from '../drawings/crate.ts'
import { feltBasket } from '../drawings/felt.ts'
import { folded } from '../drawings/folded.ts'
import { apple } from '../drawings/fruit.ts'
import { hanging } from '../drawings/hanging.ts'
import type { Material } from '../drawings/light.ts'
import { standingIn } from '../drawings/opening.ts'
import { ovalBox } from '../drawings/oval-box.ts'
import { cloths, type GlazeName, glazes, woods } from '../drawings/palette.ts'
import { peg, rail } from '../drawings/peg.ts'
import { picture, stages } from '../drawings/stage.ts'
import { plainWeave, twill } from '../drawings/weave.ts'

const scaled = (form: Basket, factor: number): Basket => ({
  ...form,
  wall: sized(form.wall, factor),
  row: form.row * Math.sqrt(factor),
  stitch: form.stitch * Math.sqrt(factor),
})

export const willowBasket = () =>
  picture({ elevation: 22 }, (room) => [basket(room, { x: 480, y: 950, scale: 25 }, baskets.willow)])

export const willowBaskets = () =>
  picture({ elevation: 24, stage: stages.linen }, (room) => [
    basket(room, { x: 330, y: 760, scale: 16 }, baskets.willow),
    basket(room, { x: 670, y: 850, scale: 16 }, scaled(baskets.willow, 0.78)),
    basket(room, { x: 400, y: 1010, scale: 16 }, scaled(baskets.willow, 0.58)),
  ])

export const seagrassBasket = () =>
  picture({ elevation: 20 }, (room) => [basket(room, { x: 480, y: 950, scale: 23.5 }, baskets.seagrass)])

export const seagrassBasketFilled = () =>
  picture({ elevation: 30, stage: stages.sage }, (room) => {
    const place = { x: 480, y: 970, scale: 25 }
    const throwOver = folded(
      room,
      { x: 486, y: 600, scale: 25 },
      { width: 16, depth: 10, layers: 3, thick: 3, cloth: cloths.moss, weave: twill(room, 2), base: 0.1 },
    )
    return [basket(room, place, baskets.seagrass), standingIn(room, place, 11.4, 22, throwOver)]
  })

export const breadBasket = () =>
  picture({ elevation: 28 }, (room) => [basket(room, { x: 480, y: 820, scale: 32 }, baskets.bread)])

export const breadBasketLoaf = () =>
  picture({ elevation: 34, stage: stages.oak, horizon: 420 }, (room) => {
    const place = { x: 480, y: 880, scale: 32 }
    return [
      basket(room, place, baskets.bread),
      standingIn(
        room,
        place,
        11.6,
        6.4,
        loaf(room, { x: 410, y: 780, scale: 28 }, 8.4),
        loaf(room, { x: 620, y: 800, scale: 24 }, 7),
      ),
    ]
  })

const paints = {
  natural: { colour: '#cfae86', sheen: 0.1 },
  moss: { colour: '#53695e', sheen: 0.1 },
  slate: { colour: '#8798a5', sheen: 0.1 },
} satisfies Record<string, Material>

export const ovalBoxIn = (paint: keyof typeof paints) => () =>
  picture({ elevation: 24 }, (room) => [
    ovalBox(room, { x: 480, y: 850, scale: 31 }, 24, 16.5, 10.5, paints[paint]),
  ])

export const ovalBoxes = () =>
  picture({ elevation: 20, stage: stages.linen }, (room) => {
    const place = { x: 480, y: 940, scale: 26 }
    return [
      ovalBox(room, place, 25, 17, 9.6, paints.moss),
      ovalBox(room, place, 21, 14, 8.2, paints.natural, 9.6),
      ovalBox(room, place, 17, 11.4, 7, paints.slate, 17.8),
    ]
  })

export const smallCanister = (glaze: GlazeName) => () =>
  picture({ elevation: 20 }, (room) => [
    canister(room, { x: 480, y: 900, scale: 50 }, 5.6, 9, glazes[glaze], woods.oak),
  ])

export const tallCanister = (glaze: GlazeName) => () =>
  picture({ elevation: 17 }, (room) => [
    canister(room, { x: 480, y: 985, scale: 38 }, 6.6, 17, glazes[glaze], woods.oak),
  ])

export const canisterShelf = () =>
  picture({ elevation: 16, stage: stages.oak, horizon: 760 }, (room) => [
    canister(room, { x: 250, y: 880, scale: 27 }, 5.6, 9, glazes.ink, woods.oak),
    canister(room, { x: 720, y: 890, scale: 27 }, 5.6, 9, glazes.oat, woods.oak),
    canister(room, { x: 480, y: 930, scale: 27 }, 6.6, 17, glazes.oat, woods.oak),
  ])

const wall = { elevation: 6, horizon: 1700 }

export const pegRail = () =>
  picture(wall, (room) => [
    rail(room, 480, 380, 830, 110, woods.oak),
    hanging(room, {
      x: 210,
      y: 388,
      width: 220,
      length: 500,
      gathered: true,
      cloth: cloths.chalk,
      weave: plainWeave(room, 2.5),
      folds: { deep: 0.3, count: 1.6 },
      bands: [
        { up: 96, width: 34, colour: '#345b4e' },
        { up: 62, width: 7, colour: '#345b4e' },
      ],
    }),
    ...[-320, -160, 0, 160, 320].map((x) => peg(room, 480 + x, 382, 30, woods.oak)),
  ])

export const pegRailHall = () =>
  picture({ ...wall, stage: stages.linen }, (room) => [
    rail(room, 480, 250, 800, 92, woods.oak),
    hanging(room, {
      x: 150,
      y: 258,
      width: 230,
      length: 580,
      gathered: true,
      cloth: cloths.clay,
      weave: plainWeave(room, 2.5),
      folds: { deep: 0.34, count: 1.6 },
    }),
    apron(room, 660, 258, 300, cloths.ink, plainWeave(room, 2.5)),
    ...[-215, 0, 180].map((x) => peg(room, 480 + x, 252, 24, woods.oak)),
  ])

export const appleCrate = () =>
  picture({ elevation: 26 }, (room) => [
    crate(room, { x: 480, y: 790, scale: 18 }, 38, 26, 20, woods.ash, 24),
  ])

export const appleCrateFilled = () =>
  picture({ elevation: 34, stage: stages.sage }, (room) => {
    const apples = Array.from({ length: 15 }, (_, i) => {
      const [row, column] = [Math.floor(i / 5), i % 5]
      const [x, y] = [270 + column * 94 + row * 22, 660 - column * 38 + row * 50 + (i % 3) * 9]
      const skin: Material = { colour: ['#b2543f', '#a8a35c', '#b96a4a'][i % 3]!, sheen: 0.3 }
      return apple(room, x, y, 58, skin)
    })
    return [crate(room, { x: 480, y: 850, scale: 18 }, 38, 26, 18, woods.ash, 24, apples.join(''))]
  })

const felts = {
  stone: { colour: '#a9a49b', sheen: 0 },
  moss: { colour: '#5a6c60', sheen: 0 },
} satisfies Record<string, Material>

export const feltBasketIn = (felt: keyof typeof felts) => () =>
  picture({ elevation: 20 }, (room) => [feltBasket(room, { x: 480, y: 940, scale: 24 }, felts[felt])])

export const feltBasketAbove = () =>
  picture({ elevation: 44, stage: stages.mist }, (room) => {
    const place = { x: 480, y: 960, scale: 25 }
    return [
      feltBasket(room, place, felts.stone),
      standingIn(
        room,
        place,
        12.8,
        18.6,
        yarn(room, 560, 640, 98, '#8e9fac'),
        yarn(room, 385, 650, 104, '#e6dccb'),
        yarn(room, 490, 740, 100, '#bf886a'),
      ),
    ]
  })
