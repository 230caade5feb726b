import { ball } from './ball.ts'
import type { Material } from './light.ts'
import { lit } from './light.ts'
import { at, group, path, stops, tag } from './markup.ts'
import { softened } from './shadow.ts'
import { clipTo } from './silhouette.ts'
import type { Studio } from './studio.ts'
import type { Point } from './tube.ts'
import { grain } from './wood.ts'

/** One wooden peg on the wall, seen from the front; `size` is its radius in units. */
export function peg(room: Studio, x: number, y: number, size: number, wood: Material): string {
  const shade = Array.from({ length: 20 }, (_, i): Point => {
    const turn = (i * Math.PI) / 10
    return [x + size * 0.9 + size * Math.cos(turn) * 1.1, y + size * 0.8 + size * Math.sin(turn)]
  })
  return [
    softened(room, [shade], size * 0.4, 0.36, '#4a3826'),
    ball(room, x + size * 0.12, y + size * 0.12, size * 0.72, size * 0.72, { ...wood, colour: wood.colour }),
    ball(room, x, y, size, size, wood),
    tag('circle', {
      cx: x - size * 0.05,
      cy: y - size * 0.05,
      r: size * 0.66,
      fill: lit(wood, [-0.1, 0.25, 0.96], room.view),
      opacity: 0.75,
    }),
  ].join('')
}

/** A board on the wall that carries pegs: its middle, its length and height in units. */
export function rail(
  room: Studio,
  x: number,
  y: number,
  length: number,
  height: number,
  wood: Material,
): string {
  const [l, t] = [x - length / 2, y - height / 2]
  const d = `M${at(l + 6, t)}H${l + length - 6}q6 0 6 6V${t + height - 6}q0 6 -6 6H${l + 6}q-6 0 -6 -6V${t + 6}q0 -6 6 -6Z`
  const face = stops([
    [0, lit(wood, [-0.2, 0.75, 0.6], room.view)],
    [0.08, lit(wood, [-0.08, 0.2, 0.97], room.view)],
    [0.92, lit(wood, [0, 0, 1], room.view)],
    [1, lit(wood, [0, -0.7, 0.7], room.view)],
  ])
  const box: Point[] = [
    [l + 14, t + 16],
    [l + length + 16, t + 16],
    [l + length + 16, t + height + 20],
    [l + 14, t + height + 20],
  ]
  const lines = group({ transform: `translate(${at(x, y)})` }, grain(length, height, wood.colour, 12))
  return [
    softened(room, [box], 9, 0.4, '#4a3826'),
    path(d, { fill: `url(#${room.define('linearGradient', { x2: 0, y2: 1 }, face)})` }),
    group({ 'clip-path': clipTo(room, d) }, lines),
  ].join('')
}
