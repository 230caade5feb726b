import type { Glaze } from './palette.ts'
import { hollow, type Knot, lip } from './profile.ts'
import type { Place, Studio } from './studio.ts'
import { turned } from './turned.ts'

export const vases = {
  bottle: [
    [4.2, 0],
    [4.6, 0.2],
    [6, 3],
    [6.6, 7],
    [5.6, 11.5],
    [2.8, 15],
    [1.7, 18],
    [1.55, 22],
    [1.9, 24.5],
  ],
  moon: [
    [4.6, 0],
    [5, 0.2],
    [8.6, 3],
    [11, 8.4],
    [10.6, 13.4],
    [7.4, 17.6],
    [4.6, 19, 'sharp'],
    [4.3, 20],
    [4.5, 21],
  ],
  bud: [
    [2.4, 0],
    [2.6, 0.1],
    [3.6, 1.6],
    [3.9, 3.6],
    [3, 5.8],
    [1.3, 7.6],
    [0.95, 9.6],
    [1.15, 11.4],
  ],
  floor: [
    [9, 0],
    [9.6, 0.4],
    [12.6, 9],
    [14.4, 22],
    [13, 34],
    [8.4, 43],
    [6.4, 47],
    [6.8, 51],
    [8, 54],
  ],
  cylinder: [
    [5, 0],
    [5.2, 0.15],
    [5.3, 0.6],
    [5.35, 10],
    [5.3, 20],
  ],
} satisfies Record<string, readonly Knot[]>

/** A vase in a glaze; `bare` is how much of its foot is left unglazed, in centimetres. */
export function vase(room: Studio, place: Place, wall: readonly Knot[], glaze: Glaze, bare = 0.9): string {
  const thick = Math.min(0.55, wall.at(-1)![0] * 0.22)
  return turned(room, place, {
    outside: lip(wall, thick),
    inside: hollow(wall, thick),
    material: glaze.body,
    lining: glaze.lining,
    zones: bare ? [{ upTo: bare, material: glaze.clay }] : [],
    waves: 0.7,
    speckle: glaze.speckle,
  })
}
