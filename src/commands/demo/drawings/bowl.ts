import type { Material } from './light.ts'
import type { Glaze } from './palette.ts'
import { hollow, type Knot, lip } from './profile.ts'
import type { Place, Studio } from './studio.ts'
import { type Turned, turned } from './turned.ts'
import { innerGrain, turnedGrain } from './wood.ts'

export const bowls = {
  breakfast: [
    [3.2, 0],
    [3.3, 0.1],
    [3.4, 0.8, 'sharp'],
    [4.4, 1.2],
    [6.4, 3],
    [7.4, 5.4],
    [7.7, 7],
  ],
  gone: [
    [3, 0],
    [3.1, 0.1],
    [3.3, 1.3, 'sharp'],
    [5, 1.8],
    [8.4, 4.2],
    [10.2, 7.2],
    [10.8, 8.4],
  ],
  pasta: [
    [5, 0],
    [5.1, 0.1],
    [5.2, 0.6, 'sharp'],
    [7.5, 1.1],
    [9.8, 2.7],
    [10.8, 4.4],
    [11.2, 5],
  ],
  salad: [
    [4.5, 0],
    [5.2, 0.15],
    [8, 1.6],
    [11, 4.6],
    [12.4, 8],
    [12.7, 10],
  ],
  mixing: [
    [5, 0],
    [5.4, 0.2],
    [7.4, 2],
    [9.6, 6],
    [10.8, 10.6],
    [11, 12],
  ],
} satisfies Record<string, readonly Knot[]>

/** A bowl in a glaze; `inside` may hold fruit or soup, drawn before the near rim would cover it. */
export function bowl(
  room: Studio,
  place: Place,
  wall: readonly Knot[],
  glaze: Glaze,
  look: Partial<Turned> = {},
) {
  const thick = 0.5
  return turned(room, place, {
    outside: lip(wall, thick),
    inside: hollow(wall, thick),
    material: glaze.body,
    lining: glaze.lining,
    zones: [{ upTo: wall[2]![1] * 0.92, material: glaze.clay }],
    waves: 0.6,
    speckle: glaze.speckle,
    ...look,
  })
}

/** A bowl from the lathe, with its grain. */
export function woodenBowl(room: Studio, place: Place, wall: readonly Knot[], wood: Material): string {
  const outside = lip(wall, 0.9)
  const inside = hollow(wall, 0.9)
  const body = turned(room, place, { outside, inside, material: wood })
  return body + turnedGrain(room, place, wall, wood.colour, 3) + innerGrain(room, place, inside, wood.colour)
}

/** The same wall at another size. */
export const sized = (wall: readonly Knot[], factor: number): Knot[] =>
  wall.map(
    ([radius, height, sharp]) =>
      [radius * factor, height * factor, ...(sharp ? [sharp] : [])] as unknown as Knot,
  )
