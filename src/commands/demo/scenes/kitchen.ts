import { board, loaf } from '../drawings/board.ts'
import { bowl, bowls, sized, woodenBowl } from '../drawings/bowl.ts'
import { canister } from '../drawings/canister.ts'
import { lemon, pear } from '../drawings/fruit.ts'
import { glass, water } from '../drawings/glass.ts'
import { jug, milkJug } from '../drawings/jug.ts'
import { cups, mug } from '../drawings/mug.ts'
import { standingIn } from '../drawings/opening.ts'
import { type Glaze, type GlazeName, glazes, woods } from '../drawings/palette.ts'
import { plate, plates, platter } from '../drawings/plate.ts'
import type { Knot } from '../drawings/profile.ts'
import { picture, stages } from '../drawings/stage.ts'
import { teapot } from '../drawings/teapot.ts'
import { spoon } from '../drawings/tools.ts'
import { vase } from '../drawings/vase.ts'

const coffee = '#3a2416'
const enamel: Glaze = {
  body: { colour: '#f2efe8', sheen: 0.65 },
  lining: { colour: '#f2efe8', sheen: 0.5 },
  clay: { colour: '#f2efe8', sheen: 0.5 },
}
const navy = '#33475c'

export const oatMug = () =>
  picture({}, (room) => [mug(room, { x: 440, y: 910, scale: 62 }, cups.round, glazes.oat)])

export const oatMugAbove = () =>
  picture({ elevation: 48, stage: stages.sage }, (room) => [
    mug(room, { x: 425, y: 930, scale: 76 }, cups.round, glazes.oat, { filled: coffee }),
  ])

export const oatMugBreakfast = () =>
  picture({ elevation: 22, stage: stages.oak, horizon: 660 }, (room) => [
    jug(room, { x: 300, y: 800, scale: 34 }, milkJug, glazes.slate),
    mug(room, { x: 560, y: 960, scale: 46 }, cups.round, glazes.oat, { filled: coffee }),
  ])

export const straightMug = (glaze: GlazeName) => () =>
  picture({}, (room) => [mug(room, { x: 430, y: 915, scale: 62 }, cups.straight, glazes[glaze])])

export const straightMugs = () =>
  picture({ elevation: 20, stage: stages.linen }, (room) => [
    mug(room, { x: 300, y: 780, scale: 40 }, cups.straight, glazes.slate, { mirrored: true }),
    mug(room, { x: 620, y: 800, scale: 40 }, cups.straight, glazes.moss),
    mug(room, { x: 440, y: 960, scale: 40 }, cups.straight, glazes.chalk, { seed: 9 }),
  ])

export const espressoCup = (glaze: GlazeName) => () =>
  picture({ elevation: 22 }, (room) => [
    plate(room, { x: 480, y: 890, scale: 60 }, plates.saucer, glazes[glaze]),
    mug(room, { x: 470, y: 864, scale: 60 }, cups.espresso, glazes[glaze]),
  ])

export const espressoPair = () =>
  picture({ elevation: 52, stage: stages.oak }, (room) => [
    plate(room, { x: 330, y: 480, scale: 42 }, plates.saucer, glazes.ink),
    mug(room, { x: 325, y: 460, scale: 42 }, cups.espresso, glazes.ink, { filled: coffee }),
    plate(room, { x: 600, y: 890, scale: 42 }, plates.saucer, glazes.oat),
    mug(room, { x: 595, y: 870, scale: 42 }, cups.espresso, glazes.oat, { filled: coffee }),
  ])

export const teaBowl = () =>
  picture({ elevation: 17 }, (room) => [mug(room, { x: 480, y: 880, scale: 66 }, cups.bowl, glazes.celadon)])

export const teaBowlFilled = () =>
  picture({ elevation: 46, stage: stages.mist }, (room) => [
    mug(room, { x: 470, y: 860, scale: 72 }, cups.bowl, glazes.celadon, { filled: '#a8893f' }),
  ])

export const enamelMug = () =>
  picture({ elevation: 18 }, (room) => [
    mug(room, { x: 430, y: 905, scale: 64 }, cups.enamel, enamel, { rim: navy }),
  ])

export const enamelMugs = () =>
  picture({ elevation: 34, stage: stages.oak, horizon: 420 }, (room) => [
    mug(room, { x: 330, y: 700, scale: 46 }, cups.enamel, enamel, { rim: navy, mirrored: true }),
    mug(room, { x: 560, y: 960, scale: 46 }, cups.enamel, enamel, { rim: navy, filled: '#5a3a22' }),
  ])

export const goneBowl = () =>
  picture({ elevation: 22 }, (room) => [bowl(room, { x: 480, y: 860, scale: 39 }, bowls.gone, glazes.reed)])

export const goneBowlAbove = () =>
  picture({ elevation: 64, stage: stages.linen }, (room) => [
    bowl(room, { x: 480, y: 740, scale: 39 }, bowls.gone, glazes.reed, { lined: true }),
  ])

export const breakfastBowl = (glaze: GlazeName) => () =>
  picture({ elevation: 26 }, (room) => [
    bowl(room, { x: 480, y: 840, scale: 52 }, bowls.breakfast, glazes[glaze]),
  ])

export const breakfastBowls = () =>
  picture({ elevation: 20, stage: stages.blush }, (room) => [
    bowl(room, { x: 470, y: 940, scale: 38 }, bowls.breakfast, glazes.slate),
    bowl(room, { x: 474, y: 838, scale: 38 }, bowls.breakfast, glazes.clay, { floats: true, seed: 4 }),
    bowl(room, { x: 468, y: 736, scale: 38 }, bowls.breakfast, glazes.oat, { floats: true, seed: 12 }),
  ])

export const pastaBowl = () =>
  picture({ elevation: 30 }, (room) => [
    bowl(room, { x: 480, y: 810, scale: 37 }, bowls.pasta, glazes.chalk, { lined: true }),
  ])

export const pastaBowlLemons = () =>
  picture({ elevation: 56, stage: stages.mist }, (room) => [
    bowl(room, { x: 480, y: 740, scale: 36 }, bowls.pasta, glazes.chalk, { lined: true }),
    lemon(room, 410, 640, 190, 24),
    lemon(room, 575, 655, 180, -38),
    lemon(room, 480, 735, 190, 8),
  ])

export const saladBowl = () =>
  picture({ elevation: 32 }, (room) => [
    woodenBowl(room, { x: 480, y: 860, scale: 33 }, bowls.salad, woods.walnut),
  ])

export const saladBowls = () =>
  picture({ elevation: 48, stage: stages.linen }, (room) => [
    woodenBowl(room, { x: 380, y: 560, scale: 22 }, bowls.salad, woods.walnut),
    woodenBowl(room, { x: 580, y: 900, scale: 22 }, sized(bowls.salad, 0.8), woods.walnut),
  ])

export const mixingBowls = () =>
  picture({ elevation: 30 }, (room) => {
    const place = { x: 480, y: 900, scale: 34 }
    const nested = [0.82, 0.64].map((size, i) => {
      const stand = { ...place, y: place.y - 70 - i * 62 }
      return bowl(room, stand, sized(bowls.mixing, size), glazes.oat, { floats: true, seed: 3 + i })
    })
    return [
      bowl(room, place, bowls.mixing, glazes.oat),
      standingIn(
        room,
        place,
        10.5,
        12,
        nested[0]!,
        standingIn(room, { ...place, y: place.y - 70 }, 8.6, 9.84, nested[1]!),
      ),
    ]
  })

export const mixingBowlBatter = () =>
  picture({ elevation: 50, stage: stages.blush }, (room) => {
    const place = { x: 480, y: 880, scale: 34 }
    return [
      bowl(room, place, bowls.mixing, glazes.oat, { filled: { height: 6.5, colour: '#ead9b0' } }),
      standingIn(room, place, 10.5, 12, spoon(room, 800, 190, 128, 700, woods.cherry)),
    ]
  })

export const dinnerPlate = (glaze: GlazeName) => () =>
  picture({ elevation: 64 }, (room) => [
    plate(room, { x: 480, y: 640, scale: 31.5 }, plates.dinner, glazes[glaze]),
  ])

/** The little that is seen of a plate below another. */
const covered: Knot[] = [
  [13, 2.4],
  [12.2, 1.8],
  [0, 1.6],
]

const pile = ['oat', 'moss', 'ink', 'oat', 'moss', 'oat'] as const

export const dinnerPlates = () =>
  picture({ elevation: 17, stage: stages.linen }, (room) => [
    ...pile.map((name, i) =>
      plate(room, { x: 480 + (i % 3) * 3, y: 960 - i * 33, scale: 30 }, plates.dinner, glazes[name], {
        seed: i,
        floats: i > 0,
        lined: i === pile.length - 1,
        ...(i < pile.length - 1 && { inside: covered }),
      }),
    ),
    bowl(room, { x: 480, y: 770, scale: 30 }, bowls.breakfast, glazes.oat, { seed: 8 }),
  ])

export const smallPlate = () =>
  picture({ elevation: 52 }, (room) => [
    plate(room, { x: 480, y: 660, scale: 43 }, plates.small, glazes.chalk),
  ])

export const smallPlatePear = () =>
  picture({ elevation: 34, stage: stages.sage }, (room) => [
    plate(room, { x: 480, y: 820, scale: 40 }, plates.small, glazes.chalk),
    pear(room, 420, 800, 330, -4),
    pear(room, 600, 840, 290, 9),
  ])

export const ovalPlatter = () =>
  picture({ elevation: 42 }, (room) => [platter(room, { x: 480, y: 720, scale: 20.5 }, glazes.oat)])

export const ovalPlatterServed = () =>
  picture({ elevation: 48, stage: stages.oak }, (room) => [
    platter(room, { x: 480, y: 700, scale: 20.5 }, glazes.oat),
    lemon(room, 330, 650, 170, 18),
    pear(room, 520, 740, 250, -6),
    pear(room, 640, 760, 235, 12),
    lemon(room, 400, 750, 165, -30),
  ])

const tallJug = sized(milkJug, 1.32)

export const milkJugs = () =>
  picture({ elevation: 17 }, (room) => [
    jug(room, { x: 600, y: 880, scale: 37 }, tallJug, glazes.oat),
    jug(room, { x: 330, y: 960, scale: 37 }, sized(milkJug, 0.82), glazes.oat),
  ])

export const milkJugSide = () =>
  picture({ elevation: 30, stage: stages.mist }, (room) => [
    jug(room, { x: 500, y: 960, scale: 56 }, milkJug, glazes.oat),
  ])

export const inkTeapot = () =>
  picture({ elevation: 16 }, (room) => [teapot(room, { x: 520, y: 950, scale: 35 }, glazes.ink)])

export const teaTime = () =>
  picture({ elevation: 24, stage: stages.oak, horizon: 560 }, (room) => [
    teapot(room, { x: 580, y: 780, scale: 27 }, glazes.ink),
    mug(room, { x: 270, y: 910, scale: 30 }, cups.bowl, glazes.celadon, { filled: '#a8893f' }),
    mug(room, { x: 560, y: 1010, scale: 30 }, cups.bowl, glazes.celadon, { filled: '#a8893f', seed: 8 }),
  ])

const carafeWall: Knot[] = [
  [5.2, 0],
  [5.6, 0.2],
  [6.1, 2],
  [5.8, 8],
  [3.4, 15],
  [2.7, 19],
  [3.1, 24],
]
const tumblerWall: Knot[] = [
  [3.1, 0],
  [3.3, 0.1],
  [3.5, 1],
  [3.8, 9],
]

export const carafe = () =>
  picture({ elevation: 16 }, (room) => {
    const place = { x: 480, y: 990, scale: 33 }
    const vessel = glass(room, place, carafeWall, '#8fa8a2')
    return [vessel.back, water(room, place, carafeWall, 13), vessel.front]
  })

export const carafeAndTumbler = () =>
  picture({ elevation: 22, stage: stages.sage }, (room) => {
    const [back, front] = [
      { x: 400, y: 860, scale: 29 },
      { x: 650, y: 980, scale: 32 },
    ]
    const [vessel, tumbler] = [
      glass(room, back, carafeWall, '#8fa8a2'),
      glass(room, front, tumblerWall, '#8fa8a2'),
    ]
    return [
      vessel.back,
      water(room, back, carafeWall, 10),
      vessel.front,
      tumbler.back,
      water(room, front, tumblerWall, 6.4),
      tumbler.front,
    ]
  })

export const breadBoard = (wood: 'oak' | 'walnut') => () =>
  picture({ elevation: 58 }, (room) => [
    board(room, { x: 450, y: 680, scale: 21 }, woods[wood], 62, wood === 'oak' ? 4 : 15),
  ])

export const breadBoardLoaf = () =>
  picture({ elevation: 34, stage: stages.linen }, (room) => [
    board(room, { x: 440, y: 780, scale: 19.5 }, woods.oak, 24),
    loaf(room, { x: 400, y: 770, scale: 22 }, 9.6),
  ])

export const spoons = () =>
  picture({ elevation: 70 }, (room) => [
    spoon(room, 240, 990, -64, 860, woods.cherry),
    spoon(room, 400, 1030, -70, 880, woods.cherry, 'spatula'),
    spoon(room, 570, 1040, -77, 840, woods.cherry),
  ])

const crock: Knot[] = [
  [5.4, 0],
  [5.8, 0.15],
  [6, 0.8],
  [6, 8],
  [5.9, 14],
]

export const spoonsInCrock = () =>
  picture({ elevation: 18, stage: stages.sage }, (room) => {
    const place = { x: 480, y: 1010, scale: 33 }
    return [
      vase(room, place, crock, glazes.chalk),
      standingIn(
        room,
        place,
        5.5,
        14,
        spoon(room, 520, 800, -112, 660, woods.cherry),
        spoon(room, 450, 800, -70, 640, woods.cherry, 'spatula'),
        spoon(room, 480, 800, -88, 700, woods.cherry),
      ),
    ]
  })

export const saltPot = () =>
  picture({ elevation: 24 }, (room) => [
    canister(room, { x: 480, y: 870, scale: 66 }, 4.6, 5.2, glazes.chalk, woods.oak),
  ])

export const saltPotOpen = () =>
  picture({ elevation: 42, stage: stages.mist }, (room) => [
    vase(
      room,
      { x: 440, y: 800, scale: 58 },
      [
        [4.2, 0],
        [4.5, 0.12],
        [4.6, 0.5],
        [4.6, 2.6],
        [4.6, 5.2],
      ],
      glazes.chalk,
      0.35,
    ),
    mug(
      room,
      { x: 440, y: 800, scale: 58 },
      {
        ...cups.bowl,
        wall: [
          [4.2, 0],
          [4.5, 0.12],
          [4.6, 0.5],
          [4.6, 2.6],
          [4.6, 5.2],
        ],
        foot: 0.35,
      },
      glazes.chalk,
      { filled: '#fbfaf6' },
    ),
    spoon(room, 760, 260, 128, 430, woods.oak),
  ])
