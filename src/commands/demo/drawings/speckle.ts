import { at, group, path } from './markup.ts'
import type { Knot } from './profile.ts'
import { random } from './random.ts'
import { type Place, project, type Studio } from './studio.ts'
import { dot } from './vector.ts'

/** Iron specks in a glaze: how many to a square decimetre, their colour and their size in centimetres. */
export interface Speckle {
  density: number
  colour: string
  size: number
}

/** Scatters specks over the wall of a turned form; `inward` for the inside of a vessel. */
export function speckled(
  room: Studio,
  place: Place,
  line: readonly Knot[],
  look: Speckle,
  seed: number,
  inward = false,
): string {
  const next = random(seed)
  const sizes: string[][] = [[], [], []]
  for (let i = 1; i < line.length; i++) {
    const [[r0, h0], [r1, h1]] = [line[i - 1]!, line[i]!]
    const length = Math.hypot(r1 - r0, h1 - h0)
    const expected = (look.density * length * Math.PI * (r0 + r1)) / 100
    const count = Math.floor(expected + next())
    for (let k = 0; k < count; k++) {
      const [turn, t] = [next() * Math.PI * 2, next()]
      const [radius, height] = [r0 + (r1 - r0) * t, h0 + (h1 - h0) * t]
      const [out, up] = [(h1 - h0) / length, (r0 - r1) / length]
      const sign = inward ? -1 : 1
      const normal = [
        sign * Math.abs(out) * Math.cos(turn),
        inward ? Math.abs(up) : up,
        sign * Math.abs(out) * Math.sin(turn),
      ] as const
      if (dot(normal, room.view) < 0.12) continue
      const [x, y] = project(room, place, [radius * Math.cos(turn), height, radius * Math.sin(turn)])
      sizes[Math.floor(next() ** 2.2 * 3)]!.push(`M${at(x, y)}h.1`)
    }
  }
  const dots = sizes.map((list, i) =>
    list.length ? path(list.join(''), { 'stroke-width': look.size * place.scale * (0.5 + i * 0.45) }) : '',
  )
  return group({ stroke: look.colour, 'stroke-linecap': 'round', opacity: 0.55 }, ...dots)
}
