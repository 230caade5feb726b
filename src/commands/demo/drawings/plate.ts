import { group } from './markup.ts'
import type { Glaze } from './palette.ts'
import { type Knot, lip, profile } from './profile.ts'
import type { Place, Studio } from './studio.ts'
import { type Turned, turned } from './turned.ts'

interface Shape {
  outside: readonly Knot[]
  inside: readonly Knot[]
}

export const plates = {
  dinner: {
    outside: [
      [8, 0],
      [8.2, 0.1],
      [9, 0.5],
      [12, 1.4],
      [13.4, 2.4],
    ],
    inside: [
      [13, 2.4],
      [12.2, 1.8],
      [11.2, 1.4],
      [9.6, 1.08],
      [6, 0.95],
      [3, 0.92],
      [0, 0.9],
    ],
  },
  small: {
    outside: [
      [5.5, 0],
      [5.7, 0.1],
      [6.4, 0.4],
      [9, 1.3],
      [9.8, 2.2],
    ],
    inside: [
      [9.4, 2.2],
      [8.8, 1.6],
      [8, 1.2],
      [6.6, 0.95],
      [4, 0.85],
      [2, 0.82],
      [0, 0.8],
    ],
  },
  saucer: {
    outside: [
      [3.6, 0],
      [3.8, 0.1],
      [5.6, 0.7],
      [6.4, 1.5],
    ],
    inside: [
      [6.1, 1.5],
      [5.5, 1.05],
      [4.6, 0.8],
      [3, 0.66],
      [2.2, 0.6],
      [0, 0.6],
    ],
  },
} satisfies Record<string, Shape>

/** A plate in a glaze. */
export function plate(
  room: Studio,
  place: Place,
  shape: Shape,
  glaze: Glaze,
  look: Partial<Turned> = {},
): string {
  return turned(room, place, {
    outside: lip(shape.outside, 0.4),
    inside: profile(shape.inside),
    material: glaze.body,
    lining: glaze.lining,
    zones: [{ upTo: 0.15, material: glaze.clay }],
    speckle: glaze.speckle,
    lined: true,
    ...look,
  })
}

/** An oval platter: a plate, drawn out to both sides. */
export function platter(room: Studio, place: Place, glaze: Glaze, stretch = 1.5): string {
  const still = { ...place, x: 0 }
  return group(
    { transform: `translate(${place.x} 0) scale(${stretch} 1)` },
    plate(room, still, plates.dinner, glaze, { seed: 11 }),
  )
}
