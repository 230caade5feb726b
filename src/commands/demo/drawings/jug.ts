import { inner } from './hollow.ts'
import { lit } from './light.ts'
import { at, path, stops } from './markup.ts'
import type { Glaze } from './palette.ts'
import { hollow, type Knot, lip } from './profile.ts'
import { type Place, project, type Studio } from './studio.ts'
import { smoothLine, tube } from './tube.ts'
import { radiusAt, turned } from './turned.ts'

export const milkJug: readonly Knot[] = [
  [3.4, 0],
  [3.8, 0.15],
  [4.6, 1.2],
  [5.2, 3.6],
  [5, 6.6],
  [4, 9.4],
  [3.5, 11.4],
  [3.7, 13],
]

/** A jug in a glaze: handle to the right, beak to the left. */
export function jug(room: Studio, place: Place, wall: readonly Knot[], glaze: Glaze): string {
  const inside = hollow(wall, 0.4)
  return [
    handle(room, place, wall, glaze),
    turned(room, place, {
      outside: lip(wall, 0.4),
      material: glaze.body,
      zones: [{ upTo: 0.8, material: glaze.clay }],
      waves: 0.7,
      speckle: glaze.speckle,
    }),
    beak(room, place, wall, glaze),
    inner(room, place, inside, glaze.lining),
    channel(room, place, wall, glaze),
  ].join('')
}

function handle(room: Studio, place: Place, wall: readonly Knot[], glaze: Glaze): string {
  const top = wall.at(-1)![1]
  const side = (x: number, height: number) => project(room, place, [x, height, -0.3])
  const [rim, belly] = [wall.at(-2)![0], wall[3]![0]]
  const points = [
    side(rim - 0.6, top * 0.87),
    side(rim + 0.5, top * 0.9),
    side(rim + 2.6, top * 0.84),
    side(rim + 3.5, top * 0.66),
    side(belly + 1.5, top * 0.43),
    side(belly - 0.4, top * 0.32),
  ]
  return tube(room, smoothLine(points), 0.9 * place.scale, glaze.body)
}

function spout(room: Studio, place: Place, wall: readonly Knot[]) {
  const [radius, top] = wall.at(-1)!
  const around = (degrees: number, r = radius) => {
    const turn = (degrees * Math.PI) / 180
    return project(room, place, [r * Math.cos(turn), top + 0.18, r * Math.sin(turn)])
  }
  const tip = project(room, place, [-radius - 1.5, top + 0.75, 0])
  return { around, tip }
}

function beak(room: Studio, place: Place, wall: readonly Knot[], glaze: Glaze): string {
  const { around, tip } = spout(room, place, wall)
  const top = wall.at(-1)![1]
  const low = top * 0.78
  const throat = project(room, place, [-radiusAt(wall, low) + 0.1, low, 0])
  const [back, front] = [around(206), around(118)]
  const shade = stops([
    [0, lit(glaze.body, [-0.8, 0.1, 0.6], room.view)],
    [1, lit(glaze.body, [-0.5, -0.1, 0.85], room.view)],
  ])
  const outline = `M${at(...throat)}C${at(throat[0] + 2, throat[1] - 34)} ${at(tip[0] + 14, tip[1] + 44)} ${at(...tip)}L${at(...back)}L${at(...front)}C${at(front[0] - 20, front[1] + 30)} ${at(throat[0] + 40, throat[1] - 10)} ${at(...throat)}Z`
  return path(outline, { fill: `url(#${room.define('linearGradient', {}, shade)})` })
}

function channel(room: Studio, place: Place, wall: readonly Knot[], glaze: Glaze): string {
  const { around, tip } = spout(room, place, wall)
  const radius = wall.at(-1)![0] - 0.36
  const [back, front, deep] = [around(232, radius), around(128, radius), around(180, radius * 0.55)]
  const shade = stops([
    [0, lit(glaze.lining, [0.3, 0.9, 0.3], room.view, 0.8)],
    [1, lit(glaze.lining, [0.8, 0.4, 0.3], room.view, 0.45, 0.75)],
  ])
  const tipIn = [tip[0] + 7, tip[1] + 3] as const
  const outline = `M${at(...tipIn)}Q${at((tip[0] + back[0]) / 2 + 10, back[1] + 4)} ${at(...back)}L${at(...deep)}L${at(...front)}Q${at((tip[0] + front[0]) / 2 + 4, front[1] - 8)} ${at(...tipIn)}Z`
  return path(outline, { fill: `url(#${room.define('linearGradient', {}, shade)})` })
}
