import { deeper, paler } from './colour.ts'
import { inner } from './hollow.ts'
import type { Material } from './light.ts'
import { path } from './markup.ts'
import { hollow, type Knot, lip } from './profile.ts'
import { type Place, project, type Studio } from './studio.ts'
import { smoothLine, tube } from './tube.ts'
import { ring, turned } from './turned.ts'

const wall: Knot[] = [
  [12, 0],
  [12.6, 0.3],
  [13, 1.4],
  [13.4, 9],
  [13.2, 17],
  [13.5, 19],
]

/** A soft round basket of wool felt with leather handles. */
export function feltBasket(room: Studio, place: Place, felt: Material): string {
  const fleck = { density: 420, colour: paler(felt.colour, 0.45), size: 0.05 }
  const leather: Material = { colour: '#9a6a42', sheen: 0.2 }
  const handle = (sign: 1 | -1) => {
    const p = (x: number, y: number, z: number) => project(room, place, [sign * x, y, z])
    const loop = smoothLine([
      p(13, 15.5, 3),
      p(14.2, 20, 2.6),
      p(14.6, 22.4, 1),
      p(14.6, 22.4, -1),
      p(14.2, 20, -2.6),
      p(13, 17, -3),
    ])
    return tube(room, loop, place.scale * 1.1, leather)
  }
  const stitch = {
    stroke: deeper(felt.colour, 0.5),
    'stroke-width': 2.2,
    'stroke-dasharray': '9 6',
    opacity: 0.6,
  }
  return [
    turned(room, place, { outside: lip(wall, 0.6), material: felt, speckle: fleck }),
    inner(room, place, hollow(wall, 0.6), { ...felt, colour: deeper(felt.colour, 0.12) }),
    ring(room, place, 13.3, 17.6, stitch),
    ring(room, place, 12.95, 1.2, stitch),
    handle(-1),
    handle(1),
    patches(room, place),
  ].join('')
}

function patches(room: Studio, place: Place): string {
  const [x, y] = project(room, place, [2.2, 9.6, 13.2])
  return path(`M${Math.round(x)} ${Math.round(y)}h52v30h-52z`, {
    fill: '#9a6a42',
    stroke: '#6b4526',
    'stroke-width': 1.4,
    'stroke-dasharray': '4 3',
  })
}
