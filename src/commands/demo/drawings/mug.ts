import type { Glaze } from './palette.ts'
import { hollow, type Knot, lip } from './profile.ts'
import { type Place, project, type Studio } from './studio.ts'
import { smoothLine, tube } from './tube.ts'
import { turned } from './turned.ts'

/** The wall of a cup from foot to rim, and its handle: where it leaves the wall, how far it stands off. */
export interface Cup {
  wall: readonly Knot[]
  handle?: { from: number; to: number; out: number; thick: number }
}

export const cups = {
  round: {
    wall: [[3.2, 0], [3.5, 0.12], [3.9, 0.7], [4.3, 2.2], [4.42, 4.6], [4.3, 7.2], [4.22, 8.8]],
    handle: { from: 7.2, to: 2.2, out: 2.7, thick: 1.05 },
  },
} satisfies Record<string, Cup>

/** A cup or mug in a glaze, with its handle to the right; `filled` with coffee or tea. */
export function mug(room: Studio, place: Place, cup: Cup, glaze: Glaze, look: { filled?: string; seed?: number } = {}): string {
  const wall = 0.42
  const form = {
    outside: lip(cup.wall, wall),
    inside: hollow(cup.wall, wall),
    material: glaze.body,
    lining: glaze.lining,
    zones: [{ upTo: 0.75, material: glaze.clay }],
    waves: 0.8,
    speckle: glaze.speckle,
    seed: look.seed ?? 5,
  }
  return handle(room, place, cup, glaze) + turned(room, place, form)
}

function handle(room: Studio, place: Place, cup: Cup, glaze: Glaze): string {
  if (!cup.handle) return ''
  const { from, to, out, thick } = cup.handle
  const radius = cup.wall.at(-1)![0]
  const side = (reach: number, height: number) => project(room, place, [radius + reach, height, -0.4])
  const line = smoothLine([
    side(-0.7, from - 0.15),
    side(0.35, from + 0.1),
    side(out * 0.8, from - 0.35),
    side(out, (from + to) / 2 + 0.55),
    side(out * 0.8, to + 0.95),
    side(0.2, to - 0.1),
    side(-0.7, to - 0.2),
  ])
  return tube(room, line, thick * place.scale, glaze.body)
}
