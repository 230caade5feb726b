import { deeper, paler } from './colour.ts'
import { lit, type Material, window } from './light.ts'
import { ellipse, group, path, stops, tag } from './markup.ts'
import type { Knot } from './profile.ts'
import type { Place, Studio } from './studio.ts'
import { smooth } from './vector.ts'

const azimuth = Math.hypot(window[0], window[2])
const [ax, az] = [window[0] / azimuth, window[2] / azimuth]

/** What stands in a vessel, up to a height in centimetres. */
export interface Fill {
  height: number
  colour: string
}

/**
 * The inside of a vessel, from the lip down. Rings are painted one upon the other, each with a gradient that
 * runs along the light, so that the lip's own shadow lies right on both the near and the far wall.
 */
export function inner(
  room: Studio,
  place: Place,
  line: readonly Knot[],
  material: Material,
  filled?: Fill,
): string {
  const [mouth, rim] = line[0]!
  const depth = rim - line.at(-1)![1]
  const y = (height: number) => place.y - height * place.scale * room.cos
  const oval = (radius: number, height: number) =>
    ellipse(place.x, y(height), radius * place.scale, radius * place.scale * room.sin)
  const steps = thinned(line)
  const rings = steps.slice(0, -1).map(([radius, height], i) => {
    const next = steps[i + 1]!
    const angle = Math.atan2(radius - next[0], height - next[1])
    const fill = `url(#${wall(room, material, angle, radius, rim - height, mouth, depth)})`
    return path(oval(radius, height), { fill })
  })
  const opening = oval(mouth, rim)
  const clip = room.define('clipPath', {}, tag('path', { d: opening }))
  return group({ 'clip-path': `url(#${clip})` }, ...rings, filled ? liquid(room, place, line, filled) : '')
}

function liquid(room: Studio, place: Place, line: readonly Knot[], { height, colour }: Fill): string {
  const radius =
    line.reduce((a, b) => (Math.abs(b[1] - height) < Math.abs(a[1] - height) ? b : a))[0] * place.scale
  const y = place.y - height * place.scale * room.cos
  const surface = stops([
    [0, paler(colour, 0.3)],
    [0.35, colour],
    [1, deeper(colour, 0.35)],
  ])
  const fill = `url(#${room.define('linearGradient', { x1: 0.9, y1: 0, x2: 0.1, y2: 1 }, surface)})`
  const edge = { stroke: paler(colour, 0.35), 'stroke-width': 2, 'stroke-opacity': 0.6 }
  return path(ellipse(place.x, y, radius, radius * room.sin), { fill, ...edge })
}

function thinned(line: readonly Knot[]): Knot[] {
  const kept = [line[0]!]
  for (const knot of line.slice(1, -1)) {
    const last = kept.at(-1)!
    if (Math.hypot(knot[0] - last[0], knot[1] - last[1]) > line[0]![0] * 0.036) kept.push(knot)
  }
  return [...kept, line.at(-1)!]
}

function wall(
  room: Studio,
  material: Material,
  angle: number,
  radius: number,
  below: number,
  mouth: number,
  depth: number,
): string {
  const [up, out] = [Math.sin(angle), Math.cos(angle)]
  const open = 1 - 0.5 * Math.min(1, below / (mouth * 2.2)) - 0.08 * (below / depth)
  const list = Array.from({ length: 11 }, (_, i) => {
    const t = i / 5 - 1
    const side = Math.sqrt(1 - t * t)
    const normal = [-out * (t * ax - side * az), up, -out * (t * az + side * ax)] as const
    const reach = (radius * t + below * (azimuth / window[1])) / mouth
    const across = (radius * side) / mouth
    const seen = 1 - 0.78 * smooth(0.55, 1.3, Math.hypot(reach, across))
    return [i / 10, lit(material, normal, room.view, seen, open)] as const
  })
  const direction = { x1: 0.5 - ax / 2, y1: 0.5 - az / 2, x2: 0.5 + ax / 2, y2: 0.5 + az / 2 }
  return room.define('linearGradient', direction, stops(list))
}
