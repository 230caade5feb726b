import { hex, linear } from './colour.ts'
import { add, dot, unit, type Vector } from './vector.ts'

/** What a surface is made of: its own colour, and how much of the window it mirrors (0 chalk, 1 glass). */
export interface Material {
  colour: string
  sheen: number
  /** How much it shines of itself, as paper before a lamp does. */
  glow?: number
}

/** The one window of the studio: from the upper left, a little before the object. */
export const window: Vector = unit([-0.7, 0.62, 0.4])

const windowLight = linear('#fff8ec')
const roomLight = linear('#f3ede4')
const lampLight = linear('#ffe5c2')
const tableLight = linear('#e6d2b8')
const reach = 0.3

/**
 * The colour a surface shows: a large soft window, the light of a pale room, and what the warm table throws
 * back from below. `seen` (0–1) is how much of the window the point sees, `open` how much of the room.
 */
export function lit(material: Material, normal: Vector, view: Vector, seen = 1, open = 1): string {
  const facing = dot(normal, window)
  const direct = Math.max(0, (facing + reach) / (1 + reach)) ** 1.1 * 0.95 * seen
  const room = (0.33 + 0.13 * normal[1] + 0.06 * normal[2]) * open
  const bounce = Math.max(0, 0.32 - 0.68 * normal[1] + 0.2 * normal[0]) * 0.16 * open
  const shine = gleam(material.sheen, normal, view) * seen
  const own = linear(material.colour)
  const glow = material.glow ?? 0
  const channel = (i: 0 | 1 | 2) =>
    own[i] * (direct * windowLight[i] + room * roomLight[i] + bounce * tableLight[i] + glow * lampLight[i]) +
    shine * windowLight[i]
  return hex([channel(0), channel(1), channel(2)])
}

function gleam(sheen: number, normal: Vector, view: Vector): number {
  const half = unit(add(window, view))
  const sharpness = 5 + sheen * sheen * 70
  const edge = (1 - Math.max(0, dot(normal, view))) ** 4
  return sheen * (0.3 * Math.max(0, dot(normal, half)) ** sharpness + 0.1 * edge)
}
