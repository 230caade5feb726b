import { ball } from './ball.ts'
import { glow } from './glow.ts'
import { linenShade } from './lamp-shade.ts'
import type { Material } from './light.ts'
import { type Glaze, metals } from './palette.ts'
import { type Knot, profile } from './profile.ts'
import { type Place, project, type Studio } from './studio.ts'
import { turned } from './turned.ts'
import { standingGrain } from './wood.ts'

const gourd: readonly Knot[] = [
  [5.2, 0],
  [5.6, 0.2],
  [7.2, 2],
  [8.6, 6],
  [7.8, 10.5],
  [4.6, 14.2],
  [2.6, 17],
  [2.1, 19],
  [2.2, 19.6],
]
const pillar: readonly Knot[] = [
  [6, 0],
  [6, 1.6, 'sharp'],
  [5.7, 1.9, 'sharp'],
  [2.2, 2, 'sharp'],
  [2.2, 24],
  [1.9, 24.4],
]

/** The last lamp: a gourd of ribbed stoneware under a linen shade. */
export function gourdLamp(room: Studio, place: Place, glaze: Glaze): string {
  return [
    halo(room, place, 30),
    turned(room, place, {
      outside: profile(gourd),
      material: glaze.body,
      zones: [{ upTo: 0.9, material: glaze.clay }],
      waves: 2.2,
      speckle: glaze.speckle,
    }),
    neck(room, place, 19.6, 23),
    linenShade(room, place, { below: 11.5, above: 8.2, from: 22, to: 36.5, colour: '#e6dac2' }),
  ].join('')
}

/** A lamp on a plain wooden column. */
export function pillarLamp(room: Studio, place: Place, wood: Material): string {
  return [
    halo(room, place, 34),
    turned(room, place, { outside: profile(pillar), material: wood }),
    standingGrain(room, place, pillar.slice(3), wood.colour, 6),
    neck(room, place, 24.4, 27),
    linenShade(room, place, { below: 10.5, above: 10.5, from: 25.5, to: 39, colour: '#e8ddc8' }),
  ].join('')
}

const dome: readonly Knot[] = [
  [11, 0],
  [11, 0.5],
  [10.6, 3],
  [9, 6.4],
  [6, 9.2],
  [2.6, 10.6],
  [0.05, 11],
]

/** A metal dome on a slim stem, lit from within. */
export function domeLamp(room: Studio, place: Place, paint: Material): string {
  const head = { ...place, y: place.y - 21 * place.scale * room.cos }
  const [x, y] = project(room, place, [0, 0, 3])
  return [
    glow(room, x, y, 26 * place.scale, 11 * place.scale, 0.8),
    turned(room, place, {
      outside: profile([
        [6.6, 0],
        [6.6, 0.8, 'sharp'],
        [6.2, 1.1],
        [0.7, 1.3],
      ]),
      material: paint,
    }),
    glow(room, place.x, place.y - 1.2 * place.scale, 5.6 * place.scale, 1.8 * place.scale, 0.55),
    turned(room, place, {
      outside: profile([
        [0.62, 1.2],
        [0.62, 24],
      ]),
      material: metals.brass,
      floats: true,
    }),
    glow(room, place.x, place.y - 18 * place.scale, 3 * place.scale, 6 * place.scale, 0.5),
    turned(room, head, { outside: profile(dome), material: paint, floats: true }),
    knob(room, head, 11.3),
  ].join('')
}

function halo(room: Studio, place: Place, height: number): string {
  const y = place.y - height * place.scale * room.cos
  return (
    glow(room, place.x, y, 30 * place.scale, 26 * place.scale, 0.75) +
    glow(room, place.x, place.y, 24 * place.scale, 7 * place.scale, 0.5)
  )
}

function neck(room: Studio, place: Place, from: number, to: number): string {
  return turned(room, place, {
    outside: profile([
      [0.9, from],
      [0.9, to],
    ]),
    material: metals.brass,
    floats: true,
  })
}

function knob(room: Studio, place: Place, height: number): string {
  const [x, y] = project(room, place, [0, height, 0])
  return ball(room, x, y, 0.75 * place.scale, 0.75 * place.scale, metals.brass)
}
