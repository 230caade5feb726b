import { lit, type Material } from './light.ts'
import { at, group, path } from './markup.ts'
import type { Studio } from './studio.ts'
import { unit } from './vector.ts'

export type Point = readonly [x: number, y: number]

/** A round bar along a line on the picture: strokes within strokes, each nearer to the light. */
export function tube(room: Studio, d: string, width: number, material: Material, cap = 'round'): string {
  const layers = Array.from({ length: 13 }, (_, i) => {
    const t = i / 12
    const normal = unit([0.75 - 1.35 * t, -0.62 + 1.15 * t, 0.35 + 0.9 * Math.sin(t * 2.2)])
    const shift = -width * 0.25 * t
    return path(d, {
      stroke: lit(material, normal, room.view),
      'stroke-width': Math.round(width * (1 - 0.86 * t) * 10) / 10,
      transform: `translate(${at(shift, shift * 0.85)})`,
    })
  })
  return group({ fill: 'none', 'stroke-linecap': cap, 'stroke-linejoin': 'round' }, ...layers)
}

/** A smooth line through the points (Catmull-Rom, as cubic curves). */
export function smoothLine(points: readonly Point[], closed = false): string {
  const count = points.length
  const get = (i: number) =>
    closed ? points[(i + count) % count]! : points[Math.min(count - 1, Math.max(0, i))]!
  const spans = Array.from({ length: closed ? count : count - 1 }, (_, i) => {
    const [a, b, c, d] = [get(i - 1), get(i), get(i + 1), get(i + 2)]
    const [x1, y1] = [b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6]
    const [x2, y2] = [c[0] - (d[0] - b[0]) / 6, c[1] - (d[1] - b[1]) / 6]
    return `C${at(x1, y1)} ${at(x2, y2)} ${at(c[0], c[1])}`
  })
  return `M${at(get(0)[0], get(0)[1])}${spans.join('')}${closed ? 'Z' : ''}`
}
