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

/** The shadow of a turned form on the table: a few soft discs along the light, the higher the wider and fainter. */
export function turnedShadow(room: Studio, place: Place, line: readonly Knot[]): string {
  const top = Math.max(...line.map(([, height]) => height))
  const discs = [0.1, 0.32, 0.56, 0.8, 0.97].map((part, i) => {
    const height = top * part
    const radius = line.reduce((a, b) => (Math.abs(b[1] - height) < Math.abs(a[1] - height) ? b : a))[0]
    const [cx, cy] = project(room, place, [fall[0] * height, 0, fall[1] * height])
    const rx = (radius * 1.12 + height * 0.16) * place.scale
    return tag('ellipse', { cx, cy, rx, ry: rx * room.sin, fill: softDisc(room), opacity: 0.26 - i * 0.04 })
  })
  return discs.join('') + seam(room, place.x, place.y, line[0]![0] * place.scale)
}

function softDisc(room: Studio): string {
  const fade = stops([
    [0, dusk],
    [0.3, dusk, 0.95],
    [0.5, dusk, 0.78],
    [0.66, dusk, 0.52],
    [0.8, dusk, 0.25],
    [0.91, dusk, 0.07],
    [1, dusk, 0],
  ])
  return `url(#${room.define('radialGradient', {}, fade)})`
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

/**
 * A soft shadow, fainter towards its end, where `tip` is: the outlines that throw it, blurred. Only a filter is
 * smooth over a wide edge; it costs much, so flat things do without.
 */
export function cast(room: Studio, shapes: Point[][], from: Point, tip: Point, spread: number): string {
  if (spread < 9) return softened(room, shapes, spread, 0.38)
  const fade = stops([
    [0, dusk],
    [0.3, dusk, 0.8],
    [1, dusk, 0.12],
  ])
  const along = { gradientUnits: 'userSpaceOnUse', x1: from[0], y1: from[1], x2: tip[0], y2: tip[1] }
  const fill = `url(#${room.define('linearGradient', along, fade)})`
  return path(shapes.map(outline).join(''), { fill, filter: blur(room, shapes, spread), opacity: 0.46 })
}

function blur(room: Studio, shapes: Point[][], spread: number): string {
  const stdDeviation = Math.max(1, Math.round(spread))
  const margin = Math.round(2.3 * stdDeviation)
  const [xs, ys] = [shapes.flat().map(([x]) => x), shapes.flat().map(([, y]) => y)]
  const [x, y] = [Math.round(Math.min(...xs)) - margin, Math.round(Math.min(...ys)) - margin]
  const [width, height] = [Math.max(...xs) + margin - x, Math.max(...ys) + margin - y].map(Math.round)
  const area = { x, y, width, height, filterUnits: 'userSpaceOnUse', 'color-interpolation-filters': 'sRGB' }
  return `url(#${room.define('filter', area, tag('feGaussianBlur', { stdDeviation }))})`
}

/** The dark seam around an outline where a thing stands. */
export const contact = (room: Studio, shape: Point[], spread: number, opacity = 0.6) =>
  softened(room, [shape], spread, opacity)

/**
 * Softens outlines by so many units: a narrow edge in layers from wide to narrow, which is cheaper than a filter; a
 * wide one by a filter, since many thin layers would show as steps.
 */
export function softened(
  room: Studio,
  shapes: Point[][],
  spread: number,
  opacity: number,
  fill = dusk,
): string {
  if (spread >= 12)
    return path(shapes.map(outline).join(''), { fill, filter: blur(room, shapes, spread), opacity })
  const count = Math.round(5 + spread / 2)
  const each = 1 - (1 - opacity) ** (1 / count)
  const layers = Array.from({ length: count }, (_, i) => {
    const far = normalQuantile((count - i - 0.5) / count) * spread
    return path(shapes.map((shape) => outline(widened(shape, far))).join(''), {})
  })
  return group({ fill, 'fill-opacity': each }, ...layers)
}

/** Tukey's approximation: the z of a share `p` of the normal distribution. */
const normalQuantile = (p: number) => 4.91 * (p ** 0.14 - (1 - p) ** 0.14)

function widened(shape: Point[], distance: number): Point[] {
  const count = shape.length
  const signed = shape.reduce((sum, [x, y], i) => {
    const [x2, y2] = shape[(i + 1) % count]!
    return sum + x * y2 - x2 * y
  }, 0)
  return shape.map(([x, y], i) => {
    const [[x0, y0], [x1, y1]] = [shape[(i + count - 1) % count]!, shape[(i + 1) % count]!]
    const length = Math.hypot(x1 - x0, y1 - y0) || 1
    const far = (Math.sign(signed) * distance) / length
    return [x + (y1 - y0) * far, y - (x1 - x0) * far]
  })
}
