import { branch, bush, grasses, leaves } from '../drawings/branch.ts'
import { wateringCan } from '../drawings/can.ts'
import { glass, water } from '../drawings/glass.ts'
import type { Material } from '../drawings/light.ts'
import { standingIn } from '../drawings/opening.ts'
import { type GlazeName, glazes, woods } from '../drawings/palette.ts'
import { planter, terracottaPot } from '../drawings/pot.ts'
import type { Knot } from '../drawings/profile.ts'
import { picture, stages } from '../drawings/stage.ts'
import { trowel } from '../drawings/tools.ts'
import { vase, vases } from '../drawings/vase.ts'

export const bottleVase = (glaze: GlazeName) => () =>
  picture({}, (room) => [vase(room, { x: 480, y: 985, scale: 32 }, vases.bottle, glazes[glaze])])

export const bottleVases = () =>
  picture({ elevation: 18, stage: stages.sage }, (room) => {
    const [left, middle, right] = [
      { x: 270, y: 860, scale: 22 },
      { x: 480, y: 1000, scale: 22 },
      { x: 690, y: 880, scale: 22 },
    ]
    return [
      vase(room, left, vases.bottle, glazes.slate),
      vase(room, right, vases.bottle, glazes.clay),
      standingIn(
        room,
        right,
        1.6,
        24.5,
        branch(
          [
            [690, 420],
            [700, 320],
            [740, 210],
            [800, 130],
          ],
          leaves.olive,
          3,
        ),
      ),
      vase(room, middle, vases.bottle, glazes.chalk),
    ]
  })

export const moonJar = () =>
  picture({}, (room) => [vase(room, { x: 480, y: 950, scale: 32 }, vases.moon, glazes.chalk)])

export const moonJarBranches = () =>
  picture({ stage: stages.linen }, (room) => {
    const place = { x: 450, y: 1060, scale: 25 }
    return [
      vase(room, place, vases.moon, glazes.chalk),
      standingIn(
        room,
        place,
        4,
        21,
        branch(
          [
            [440, 600],
            [380, 430],
            [300, 300],
            [240, 160],
          ],
          leaves.beech,
          4,
        ),
        branch(
          [
            [455, 600],
            [520, 420],
            [640, 290],
            [760, 210],
          ],
          leaves.beech,
          9,
        ),
        branch(
          [
            [450, 600],
            [470, 400],
            [520, 250],
            [540, 110],
          ],
          leaves.beech,
          15,
        ),
      ),
    ]
  })

export const budVase = (glaze: GlazeName) => () =>
  picture({}, (room) => {
    const place = { x: 480, y: 1000, scale: 56 }
    const twig = branch(
      [
        [482, 420],
        [474, 320],
        [500, 210],
        [540, 110],
      ],
      leaves.eucalyptus,
      8,
    )
    return [vase(room, place, vases.bud, glazes[glaze]), standingIn(room, place, 0.9, 11.5, twig)]
  })

export const budVases = () =>
  picture({ elevation: 20, stage: stages.oak, horizon: 700 }, (room) => {
    const places = [
      { x: 250, y: 880, scale: 34 },
      { x: 700, y: 900, scale: 34 },
      { x: 460, y: 1000, scale: 34 },
    ]
    const twigs = [
      branch(
        [
          [250, 530],
          [240, 430],
          [210, 330],
        ],
        leaves.olive,
        6,
      ),
      branch(
        [
          [700, 550],
          [720, 440],
          [770, 330],
        ],
        leaves.eucalyptus,
        2,
      ),
      grasses(
        460,
        650,
        [
          { lean: -50, tall: 300 },
          { lean: 30, tall: 360 },
        ],
        '#c3ab82',
      ),
    ]
    return (['moss', 'ink', 'oat'] as const).map(
      (glaze, i) =>
        vase(room, places[i]!, vases.bud, glazes[glaze]) + standingIn(room, places[i]!, 0.9, 11.5, twigs[i]!),
    )
  })

export const floorVase = () =>
  picture({}, (room) => [vase(room, { x: 480, y: 1060, scale: 15.5 }, vases.floor, glazes.clay, 0)])

export const floorVaseGrasses = () =>
  picture({ stage: stages.blush }, (room) => {
    const place = { x: 480, y: 1110, scale: 12.5 }
    const stems = [-210, -140, -70, -10, 60, 130, 200].map((lean, i) => ({
      lean,
      tall: 300 + ((i * 67) % 110),
    }))
    return [
      vase(room, place, vases.floor, glazes.clay, 0),
      standingIn(room, place, 7.2, 54, grasses(480, 470, stems, '#c8b189')),
    ]
  })

const tumbling: Knot[] = [
  [4.6, 0],
  [5, 0.2],
  [6.6, 3],
  [6.9, 7],
  [5.4, 12],
  [3.6, 15.4],
  [3.9, 19],
]

export const glassVase = () =>
  picture({}, (room) => {
    const place = { x: 480, y: 1030, scale: 34 }
    const vessel = glass(room, place, tumbling, '#87a093')
    return [
      vessel.back,
      branch(
        [
          [500, 900],
          [478, 640],
          [450, 400],
          [390, 240],
          [340, 130],
        ],
        { ...leaves.olive, count: 8 },
        4,
      ),
      branch(
        [
          [460, 900],
          [482, 640],
          [520, 400],
          [590, 250],
          [650, 170],
        ],
        { ...leaves.olive, count: 8 },
        11,
      ),
      water(room, place, tumbling, 8.4),
      vessel.front,
    ]
  })

export const glassVaseEmpty = () =>
  picture({ elevation: 26, stage: stages.sage }, (room) => {
    const place = { x: 480, y: 980, scale: 42 }
    const vessel = glass(room, place, tumbling, '#7d978a')
    return [vessel.back, vessel.front]
  })

export const pottedHerb = () =>
  picture({ elevation: 17 }, (room) => {
    const place = { x: 480, y: 1060, scale: 32 }
    return [terracottaPot(room, place, 8), bush(480, 670, 470, 210, 17, leaves.rosemary, 5)]
  })

export const terracottaPots = () =>
  picture({ elevation: 24, stage: stages.sage }, (room) => [
    terracottaPot(room, { x: 330, y: 820, scale: 27 }, 9),
    terracottaPot(room, { x: 690, y: 880, scale: 27 }, 7),
    terracottaPot(room, { x: 420, y: 1040, scale: 27 }, 5),
  ])

export const chalkPlanter = () =>
  picture({ elevation: 16 }, (room) => {
    const place = { x: 480, y: 1050, scale: 28 }
    return [planter(room, place, glazes.chalk), bush(480, 670, 440, 260, 9, leaves.fig, 3)]
  })

export const chalkPlanterBare = () =>
  picture({ elevation: 28, stage: stages.linen }, (room) => [
    planter(room, { x: 480, y: 940, scale: 37 }, glazes.chalk),
  ])

const paints = {
  moss: { colour: '#345b4e', sheen: 0.4 },
  chalk: { colour: '#ebe6db', sheen: 0.35 },
} satisfies Record<string, Material>

export const wateringCanIn = (paint: keyof typeof paints) => () =>
  picture({ elevation: 16 }, (room) => [wateringCan(room, { x: 560, y: 960, scale: 24 }, paints[paint])])

export const wateringCanGarden = () =>
  picture({ elevation: 20, stage: stages.sage }, (room) => [
    wateringCan(room, { x: 610, y: 830, scale: 17 }, paints.moss),
    terracottaPot(room, { x: 310, y: 1010, scale: 24 }, 7),
    bush(310, 750, 260, 120, 11, leaves.rosemary, 5),
  ])

export const handTrowel = () =>
  picture({ elevation: 70 }, (room) => [trowel(room, 260, 1060, -63, 1000, woods.ash)])

export const handTrowelPot = () =>
  picture({ elevation: 56, stage: stages.oak }, (room) => [
    terracottaPot(room, { x: 330, y: 640, scale: 30 }, 7),
    trowel(room, 560, 1110, -76, 760, woods.ash),
  ])
