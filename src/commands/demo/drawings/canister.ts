import { ball } from './ball.ts'
import type { Material } from './light.ts'
import type { Glaze } from './palette.ts'
import { type Knot, lip, profile } from './profile.ts'
import { type Place, project, type Studio } from './studio.ts'
import { turned } from './turned.ts'
import { turnedGrain } from './wood.ts'

/** A stoneware jar with a wooden lid: its radius and height in centimetres. */
export function canister(
  room: Studio,
  place: Place,
  radius: number,
  height: number,
  glaze: Glaze,
  wood: Material,
): string {
  const wall: Knot[] = [
    [radius * 0.92, 0],
    [radius * 0.97, 0.12],
    [radius, 0.5],
    [radius, height * 0.5],
    [radius, height],
  ]
  const lid: Knot[] = [
    [radius * 0.99, height],
    [radius * 1.03, height + 0.15],
    [radius * 1.03, height + 1.3, 'sharp'],
    [radius * 0.95, height + 1.6],
    [0.02, height + 1.75],
  ]
  const [x, y] = project(room, place, [0, height + 2.4, 0])
  return [
    turned(room, place, {
      outside: lip(wall, 0.4),
      material: glaze.body,
      zones: [{ upTo: 0.35, material: glaze.clay }],
      waves: 0.8,
      speckle: glaze.speckle,
    }),
    turned(room, place, { outside: profile(lid), material: wood, floats: true }),
    turnedGrain(room, place, lid.slice(1, 3), wood.colour, 9),
    ball(room, x, y, 1.05 * place.scale, 0.95 * place.scale, wood),
  ].join('')
}
