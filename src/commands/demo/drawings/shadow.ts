import { window } from './light.ts'
import { group, outline, path, stops, tag } from './markup.ts'
import type { Knot } from './profile.ts'
import { type Place, project, type Studio } from './studio.ts'
import type { Point } from './tube.ts'

export const dusk = '#3b2a18'

/** How far along the table (x, z) a shadow falls for each centimetre of height. */
export const fall: readonly [number, number] = [
  (-window[0] / window[1]) * 0.62,
  (-window[2] / window[1]) * 0.62,
]

/** The shadow of a turned form on the table: its discs laid along the light, the farther the fainter. */
export function turnedShadow(room: Studio, place: Place, line: readonly Knot[]): string {
  const top = Math.max(...line.map(([, height]) => height))
  const discs = Array.from({ length: 10 }, (_, i) => {
    const height = (top * i) / 9
    const radius = line.reduce((a, b) => (Math.abs(b[1] - height) < Math.abs(a[1] - height) ? b : a))[0]
    const [x, y] = project(room, place, [fall[0] * height, 0, fall[1] * height])
    return disc(x, y, radius * place.scale, radius * place.scale * room.sin)
  })
  const reach = Math.max(...line.map(([radius]) => radius))
  const tip = project(room, place, [fall[0] * top + reach, 0, fall[1] * top])
  const foot = line[0]![0] * place.scale
  return (
    cast(room, discs, [place.x, place.y], tip, reach * place.scale * 0.13) +
    seam(room, place.x, place.y, foot)
  )
}

function disc(x: number, y: number, rx: number, ry: number): Point[] {
  return Array.from({ length: 24 }, (_, i) => [
    x + rx * Math.cos((i * Math.PI) / 12),
    y + ry * Math.sin((i * Math.PI) / 12),
  ])
}

/** The dark seam under a round foot. */
export function seam(room: Studio, x: number, y: number, radius: number): string {
  const fade = stops([
    [0.78, dusk, 0.75],
    [0.86, dusk, 0.4],
    [0.93, dusk, 0.13],
    [1, dusk, 0],
  ])
  const fill = `url(#${room.define('radialGradient', {}, fade)})`
  const ry = Math.max(radius * room.sin, radius * 0.12)
  return tag('ellipse', {
    cx: x + radius * 0.04,
    cy: y + ry * 0.06,
    rx: radius * 1.16,
    ry: ry * 1.16 + 3,
    fill,
  })
}

/** A long soft shadow of some outlines that fades from one point to another. */
export function cast(
  room: Studio,
  shapes: Point[][],
  from: Point,
  to: Point,
  spread: number,
  opacity = 0.46,
): string {
  const fade = room.define(
    'linearGradient',
    { gradientUnits: 'userSpaceOnUse', x1: from[0], y1: from[1], x2: to[0], y2: to[1] },
    stops([
      [0, dusk],
      [0.3, dusk, 0.8],
      [1, dusk, 0.12],
    ]),
  )
  return blurred(room, shapes, spread, opacity, `url(#${fade})`)
}

/** The dark seam around an outline where a thing stands. */
export function contact(room: Studio, shape: Point[], spread: number, opacity = 0.6): string {
  return blurred(room, [shape], spread, opacity, dusk)
}

/** Softens outlines by so many units. The opacity stands outside, or eight bits of alpha would show as steps. */
export function blurred(
  room: Studio,
  shapes: Point[][],
  spread: number,
  opacity: number,
  fill: string,
): string {
  const stdDeviation = Math.max(1, Math.round(spread))
  const [xs, ys] = [shapes.flat().map(([x]) => x), shapes.flat().map(([, y]) => y)]
  const [x, y] = [
    Math.round(Math.min(...xs) - 3 * stdDeviation),
    Math.round(Math.min(...ys) - 3 * stdDeviation),
  ]
  const [width, height] = [
    Math.max(...xs) + 3 * stdDeviation - x,
    Math.max(...ys) + 3 * stdDeviation - y,
  ].map(Math.round)
  const area = { x, y, width, height, filterUnits: 'userSpaceOnUse', 'color-interpolation-filters': 'sRGB' }
  const filter = `url(#${room.define('filter', area, tag('feGaussianBlur', { stdDeviation }))})`
  return group({ opacity }, path(shapes.map(outline).join(''), { fill, filter }))
}
