import { lit, type Material } from './light.ts'
import { group, outline, path, stops, tag } from './markup.ts'
import { cast, contact, fall } from './shadow.ts'
import { type Place, project, type Studio } from './studio.ts'
import type { Point } from './tube.ts'
import { unit } from './vector.ts'

/** A flat shape (x, z in centimetres around its middle), raised to a height: a board, a box, a book. */
export interface Prism {
  shape: readonly Point[]
  height: number
  /** How high above the table its underside lies. */
  base?: number
  /** Degrees that it is turned on the table, anticlockwise. */
  turn?: number
  material: Material
  side?: Material
  /** A fill to lay over the top face: its weave. */
  weave?: string | undefined
  /** Drawn on the top face in millimetres, as seen from straight above. */
  top?: string
  shadow?: boolean
}

/** Draws a raised shape with its shadow; its top takes a drawing of its own. */
export function prism(room: Studio, place: Place, form: Prism): string {
  const { base = 0, height, turn = 0, material, side = material } = form
  const shape = form.shape.map((point) => turned(point, turn))
  const lift = (y: number) => shape.map(([x, z]) => project(room, place, [x, y, z]))
  const roof = lift(base + height)
  return [
    form.shadow === false
      ? ''
      : base > 0
        ? lying(room, lift(base))
        : prismShadow(room, place, shape, base, height),
    sides(room, lift(base), roof, shape, side),
    path(outline(roof), { fill: topLight(room, material) }),
    form.weave ? path(outline(roof), { fill: form.weave }) : '',
    form.top ? onTop(room, place, form, form.top) : '',
    path(outline(roof), { fill: 'none', stroke: '#fffaf0', 'stroke-width': 1.4, opacity: 0.35 }),
  ].join('')
}

function lying(room: Studio, low: Point[]): string {
  return contact(
    room,
    low.map(([x, y]): Point => [x + 3, y + 4]),
    5,
    0.5,
  )
}

/** The shadow that a raised shape throws along the table. */
export function prismShadow(
  room: Studio,
  place: Place,
  shape: readonly Point[],
  base: number,
  height: number,
): string {
  const at = (y: number) => shape.map(([x, z]) => project(room, place, [x + fall[0] * y, 0, z + fall[1] * y]))
  const [low, high] = [at(base), at(base + height)]
  const sides = shape.map((_, i) => {
    const j = (i + 1) % shape.length
    return oriented([low[i]!, low[j]!, high[j]!, high[i]!])
  })
  const tip = high.reduce((a, b) => (b[0] > a[0] ? b : a))
  const spread = Math.max(5, height * place.scale * 0.16)
  const foot = base > 0.05 ? '' : contact(room, low, Math.max(3, Math.min(9, spread * 0.8)), 0.7)
  return cast(room, [oriented(low), oriented(high), ...sides], [place.x, place.y], tip, spread) + foot
}

function sides(
  room: Studio,
  low: Point[],
  high: Point[],
  shape: readonly Point[],
  material: Material,
): string {
  return shape
    .map(([x, z], i) => {
      const j = (i + 1) % shape.length
      const [x2, z2] = shape[j]!
      const length = Math.hypot(x2 - x, z2 - z) || 1
      const normal = [(z2 - z) / length, 0, -(x2 - x) / length] as const
      if (normal[2] <= 0.01) return ''
      const colour = lit(material, normal, room.view)
      const look = { fill: colour, stroke: colour, 'stroke-width': 1.2 }
      return path(outline([low[i]!, low[j]!, high[j]!, high[i]!]), look)
    })
    .join('')
}

function topLight(room: Studio, material: Material): string {
  const shade = stops([
    [0, lit(material, unit([-0.22, 1, 0.12]), room.view)],
    [0.5, lit(material, [0, 1, 0], room.view)],
    [1, lit(material, unit([0.3, 1, -0.1]), room.view, 0.92)],
  ])
  return `url(#${room.define('linearGradient', { x1: 0, y1: 0.2, x2: 1, y2: 0.8 }, shade)})`
}

function onTop(room: Studio, place: Place, form: Prism, drawing: string): string {
  const clip = room.define(
    'clipPath',
    {},
    tag('path', { d: outline(form.shape.map(([x, z]) => [x * 10, z * 10])) }),
  )
  const transform = plan(room, place, (form.base ?? 0) + form.height, form.turn ?? 0)
  return group({ transform }, group({ 'clip-path': `url(#${clip})` }, drawing))
}

/** The matrix that lays a drawing in millimetres, seen from above, on a level at a height. */
export function plan(room: Studio, place: Place, height: number, turn = 0): string {
  const [x, y] = project(room, place, [0, height, 0])
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)]
  const s = place.scale / 10
  const numbers = [cos * s, -sin * s * room.sin, sin * s, cos * s * room.sin, x, y]
  return `matrix(${numbers.map((value) => Math.round(value * 1e4) / 1e4).join(' ')})`
}

/** Lays a drawing in millimetres (y downwards from the top edge) on an upright side from one corner to the other. */
export function facing(
  room: Studio,
  place: Place,
  from: Point,
  to: Point,
  top: number,
  drawing: string,
): string {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  const [x, y] = project(room, place, [from[0], top, from[1]])
  const s = place.scale / 10
  const [dx, dz] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
  const numbers = [dx * s, dz * room.sin * s, 0, room.cos * s, x, y].map(
    (value) => Math.round(value * 1e4) / 1e4,
  )
  return group({ transform: `matrix(${numbers.join(' ')})` }, drawing)
}

/** A point of a plan after a turn on the table. */
export function turned([x, z]: Point, degrees: number): Point {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return [x * cos + z * sin, -x * sin + z * cos]
}

function oriented(points: Point[]): Point[] {
  const area = points.reduce((sum, [x, y], i) => {
    const [x2, y2] = points[(i + 1) % points.length]!
    return sum + x * y2 - x2 * y
  }, 0)
  return area < 0 ? [...points].reverse() : points
}

/** A rectangle with round corners, in centimetres around its middle. */
export function rounded(width: number, depth: number, radius = 0): Point[] {
  const [w, d] = [width / 2, depth / 2]
  if (radius === 0)
    return [
      [-w, -d],
      [w, -d],
      [w, d],
      [-w, d],
    ]
  const corners = [
    [1, 1, 0],
    [-1, 1, 90],
    [-1, -1, 180],
    [1, -1, 270],
  ] as const
  return corners.flatMap(([sx, sz, start]) =>
    [0, 15, 30, 45, 60, 75, 90].map((step): Point => {
      const angle = ((start + step) * Math.PI) / 180
      return [
        sx * (width / 2 - radius) + radius * Math.cos(angle),
        sz * (depth / 2 - radius) + radius * Math.sin(angle),
      ]
    }),
  )
}
