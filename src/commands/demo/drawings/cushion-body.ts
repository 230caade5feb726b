import { lit, type Material } from './light.ts'
import { at, group, stops } from './markup.ts'
import { softened } from './shadow.ts'
import type { Studio } from './studio.ts'
import type { Point } from './tube.ts'
import { unit } from './vector.ts'

/** A cushion that stands on the table: the middle of its lower edge, and half its width, in units. */
export interface Cushion {
  x: number
  y: number
  half: number
  cloth: Material
  weave?: string
  lean?: number
  /** How much of its width touches the table. */
  grip?: number
  stripes?: readonly { at: number; width: number; colour: string }[]
}

/** Sets the parts of a cushion on the table, with the shadows behind and below its outline. */
export function standing(
  room: Studio,
  form: Cushion,
  shape: Point[],
  parts: string[],
  x: number,
  y: number,
): string {
  const { half: h, grip = 0.86 } = form
  const behind = shape.map(([px, py]): Point => [form.x + px * 0.96 + h * 0.16, y + py * 0.9 + h * 0.13])
  const foot = Array.from({ length: 24 }, (_, i): Point => {
    const turn = (i * Math.PI) / 12
    return [form.x + h * 0.05 + h * grip * Math.cos(turn), form.y - h * 0.03 + h * 0.075 * Math.sin(turn)]
  })
  return [
    softened(room, [behind], h * 0.09, 0.3),
    softened(room, [foot], h * 0.03, 0.6),
    group({ transform: `translate(${at(x, y)}) rotate(${form.lean ?? 0})` }, ...parts),
  ].join('')
}

/** The light on a well-filled cushion. */
export function bulge(room: Studio, cloth: Material): string {
  const list = [0, 0.2, 0.4, 0.6, 0.8, 1].map((t) => {
    const normal = unit([-0.6 + 1.05 * t, 0.62 - 1.0 * t, 1])
    return [t, lit(cloth, normal, room.view)] as const
  })
  return `url(#${room.define('linearGradient', { x1: 0.1, y1: 0.05, x2: 0.9, y2: 0.98 }, stops(list))})`
}

/** The shade towards its seam. */
export function edge(room: Studio): string {
  const dark = stops([
    [0.5, '#1c120a', 0],
    [0.8, '#1c120a', 0.05],
    [1, '#1c120a', 0.2],
  ])
  return `url(#${room.define('radialGradient', { cx: 0.46, cy: 0.44, r: 0.72 }, dark)})`
}
