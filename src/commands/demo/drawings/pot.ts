import { inner } from './hollow.ts'
import type { Glaze } from './palette.ts'
import { type Knot, lip, profile } from './profile.ts'
import type { Place, Studio } from './studio.ts'
import { turned } from './turned.ts'

const terracotta = { colour: '#b87452', sheen: 0.02 }
const chalky = { colour: '#9d6a50', sheen: 0 }
const soil = { colour: '#4a382b', sheen: 0 }

/** A terracotta pot with its rolled rim, on a saucer, filled with soil; `size` is the radius of its mouth. */
export function terracottaPot(room: Studio, place: Place, size: number): string {
  const s = size / 8
  const wall: Knot[] = [
    [5.4 * s, 1 * s],
    [5.6 * s, 1.2 * s],
    [7 * s, 10.6 * s, 'sharp'],
    [7.75 * s, 10.8 * s, 'sharp'],
    [7.8 * s, 11 * s],
    [8 * s, 13.6 * s],
  ]
  const dish: Knot[] = [
    [6 * s, 0],
    [6.3 * s, 0.1],
    [7.2 * s, 1.7 * s],
  ]
  return [
    turned(room, place, {
      outside: lip(dish, 0.4 * s),
      inside: [
        [6.8 * s, 1.7 * s],
        [6.4 * s, 0.7 * s],
        [0, 0.6 * s],
      ],
      material: terracotta,
    }),
    turned(room, place, {
      outside: lip(wall, 0.7 * s),
      material: terracotta,
      waves: 0.8,
      speckle: { density: 60, colour: '#e4b592', size: 0.1 },
      floats: true,
    }),
    inner(
      room,
      place,
      [
        [7.3 * s, 13.6 * s],
        [7.1 * s, 12.4 * s],
        [0, 12.6 * s],
      ],
      chalky,
    ),
    earth(room, place, 7.1 * s, 12.5 * s),
  ].join('')
}

/** A glazed planter on three small feet' height, filled with soil. */
export function planter(room: Studio, place: Place, glaze: Glaze): string {
  const wall: Knot[] = [
    [7, 0],
    [7.4, 0.2],
    [9.2, 2],
    [10.2, 6],
    [10, 12],
    [9.6, 15],
  ]
  return [
    turned(room, place, {
      outside: lip(wall, 0.7),
      material: glaze.body,
      waves: 1.6,
      zones: [{ upTo: 1.6, material: glaze.clay }],
      speckle: glaze.speckle,
    }),
    inner(
      room,
      place,
      [
        [8.9, 15],
        [9, 13.4],
        [0, 13.6],
      ],
      glaze.lining,
    ),
    earth(room, place, 8.95, 13.4),
  ].join('')
}

function earth(room: Studio, place: Place, radius: number, height: number): string {
  return turned(room, place, {
    outside: profile([
      [radius, height],
      [radius * 0.9, height + 0.12],
      [0.02, height + 0.25],
    ]),
    material: soil,
    speckle: { density: 900, colour: '#2b2019', size: 0.16 },
    floats: true,
  })
}
