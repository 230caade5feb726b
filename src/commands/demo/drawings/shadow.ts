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
  const widest = Math.max(...line.map(([radius]) => radius))
  const disc = (height: number): Point[] => {
    const radius = line.reduce((a, b) => (Math.abs(b[1] - height) < Math.abs(a[1] - height) ? b : a))[0]
    const [x, y] = project(room, place, [fall[0] * height, 0, fall[1] * height])
    return Array.from({ length: 18 }, (_, i) => {
      const turn = (i * Math.PI) / 9
      const r = radius * place.scale
      return [x + r * Math.cos(turn), y + r * room.sin * Math.sin(turn)]
    })
  }
  const swept = [0, 1, 2, 3, 4].map((i) => hull([...disc((top * i) / 5), ...disc((top * (i + 1)) / 5)]))
  const tip = project(room, place, [fall[0] * top + widest, 0, fall[1] * top])
  const long = cast(room, swept, [place.x, place.y], tip, Math.min(widest * 0.13, top * 0.25) * place.scale)
  return long + seam(room, place.x, place.y, line[0]![0] * place.scale)
}

/** The convex outline of some points (Andrew's monotone chain). */
function hull(points: Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const half = (list: Point[]) => {
    const chain: Point[] = []
    for (const point of list) {
      while (chain.length > 1 && !turnsLeft(chain.at(-2)!, chain.at(-1)!, point)) chain.pop()
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return [...half(sorted), ...half(sorted.reverse())]
}

const turnsLeft = (a: Point, b: Point, c: Point) =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0

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
