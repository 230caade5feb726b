import { deeper } from './colour.ts'
import type { Material } from './light.ts'
import { group, tag } from './markup.ts'
import { turned as around, facing, prism, prismShadow, rounded } from './prism.ts'
import type { Place, Studio } from './studio.ts'
import type { Point } from './tube.ts'
import { grain } from './wood.ts'

/** An open box of planks with gaps between them; sizes in centimetres. */
export function crate(
  room: Studio,
  place: Place,
  width: number,
  depth: number,
  height: number,
  wood: Material,
  turn: number,
  inside = '',
): string {
  const t = 1
  const rows = 3
  const gap = 0.9
  const tall = (height - gap * (rows - 1)) / rows
  const planks = (shape: Point[], seed: number) =>
    Array.from({ length: rows }, (_, i) =>
      plank(room, place, shape, i * (tall + gap), tall, wood, turn, seed + i),
    ).join('')
  const at = (w: number, d: number, x: number, z: number): Point[] =>
    rounded(w, d).map(([px, pz]): Point => [px + x, pz + z])
  const back = at(width, t, 0, -depth / 2 + t / 2)
  const front = at(width, t, 0, depth / 2 - t / 2)
  const left = at(t, depth - 2 * t, -width / 2 + t / 2, 0)
  const right = at(t, depth - 2 * t, width / 2 - t / 2, 0)
  const floor = prism(room, place, {
    shape: rounded(width, depth),
    height: 0.8,
    turn,
    material: { ...wood, colour: deeper(wood.colour, 0.5) },
    shadow: false,
  })
  const shadow = prismShadow(
    room,
    place,
    rounded(width, depth).map((point) => around(point, turn)),
    0,
    height,
  )
  return [shadow, floor, planks(back, 3), planks(left, 7), planks(right, 11), inside, planks(front, 21)].join(
    '',
  )
}

function plank(
  room: Studio,
  place: Place,
  shape: Point[],
  base: number,
  height: number,
  wood: Material,
  turn: number,
  seed: number,
): string {
  const body = prism(room, place, { shape, base, height, turn, material: wood, shadow: false })
  const corners = shape.map((point) => around(point, turn))
  const faces = corners.map((from, i) => {
    const to = corners[(i + 1) % corners.length]!
    const length = Math.hypot(to[0] - from[0], to[1] - from[1])
    if (length < 3 || to[0] <= from[0]) return ''
    const clip = room.define('clipPath', {}, tag('rect', { width: length * 10, height: height * 10 }))
    const lines = group(
      { transform: `translate(${length * 5} ${height * 5})` },
      grain(length * 10, height * 10, wood.colour, seed),
    )
    return facing(room, place, from, to, base + height, group({ 'clip-path': `url(#${clip})` }, lines))
  })
  return body + faces.join('')
}
