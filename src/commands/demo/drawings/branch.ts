import { deeper, mix, paler } from './colour.ts'
import { at, group, path, px } from './markup.ts'
import { random } from './random.ts'
import { type Point, smoothLine } from './tube.ts'

export interface Leaf {
  /** Length and width of a leaf in units. */
  long: number
  wide: number
  colour: string
  /** How many along the stem, and whether they stand in pairs. */
  count: number
  paired?: boolean
}

export const leaves = {
  olive: { long: 78, wide: 17, colour: '#6d7a58', count: 9, paired: true },
  eucalyptus: { long: 62, wide: 52, colour: '#7d9488', count: 8, paired: true },
  beech: { long: 86, wide: 46, colour: '#5d7448', count: 8 },
  fig: { long: 150, wide: 92, colour: '#5d7a4c', count: 5 },
  rosemary: { long: 30, wide: 4.5, colour: '#5f7560', count: 26, paired: true },
} satisfies Record<string, Leaf>

/** A twig through some points from its foot to its tip, with leaves that grow smaller towards the end. */
export function branch(points: readonly Point[], leaf: Leaf, seed: number): string {
  const next = random(seed)
  const drawn = Array.from({ length: leaf.count }, (_, i) => {
    const t = 0.2 + (0.78 * (i + 0.5)) / leaf.count
    const [x, y, heading] = along(points, t)
    const size = (1.05 - 0.45 * t) * (0.85 + 0.3 * next())
    const spread = 38 + 26 * next()
    const sides = leaf.paired ? [-1, 1] : [i % 2 ? 1 : -1]
    return sides
      .map((side) => blade(x, y, heading + side * spread, leaf, size * (0.9 + 0.2 * next()), next()))
      .join('')
  })
  const [x, y, heading] = along(points, 0.99)
  const stem = smoothLine(points)
  return group(
    {},
    path(stem, { fill: 'none', stroke: '#5f4f3a', 'stroke-width': 6, 'stroke-linecap': 'round' }),
    path(stem, {
      fill: 'none',
      stroke: '#8d7a5c',
      'stroke-width': 2.4,
      'stroke-linecap': 'round',
      transform: 'translate(-1.4 -.6)',
    }),
    ...drawn,
    blade(x, y, heading, leaf, 0.62, 0.5),
  )
}

function blade(x: number, y: number, heading: number, leaf: Leaf, size: number, tone: number): string {
  const [l, w] = [leaf.long * size, (leaf.wide * size) / 2]
  const facesLight = Math.cos(((heading - 225) * Math.PI) / 180)
  const colour = mix(deeper(leaf.colour, 0.28), paler(leaf.colour, 0.22), 0.3 + 0.3 * tone + 0.3 * facesLight)
  const body = `M0 0C${at(l * 0.2, -w * 1.25)} ${at(l * 0.7, -w * 1.1)} ${at(l, 0)}C${at(l * 0.7, w * 1.1)} ${at(l * 0.2, w * 1.25)} 0 0Z`
  const half = `M0 0C${at(l * 0.2, w * 1.25)} ${at(l * 0.7, w * 1.1)} ${at(l, 0)}Z`
  const details = [
    path(half, { fill: deeper(colour, 0.22), opacity: 0.6 }),
    path(`M0 0H${px(l * 0.92)}`, { stroke: paler(colour, 0.35), 'stroke-width': 1.1, opacity: 0.6 }),
  ]
  const place = { transform: `translate(${at(x, y)}) rotate(${Math.round(heading)})` }
  return leaf.wide < 10
    ? path(body, { fill: colour, ...place })
    : group(place, path(body, { fill: colour }), ...details)
}

function along(points: readonly Point[], t: number): [number, number, number] {
  const place = t * (points.length - 1)
  const i = Math.min(points.length - 2, Math.floor(place))
  const [[x0, y0], [x1, y1]] = [points[i]!, points[i + 1]!]
  const f = place - i
  return [x0 + (x1 - x0) * f, y0 + (y1 - y0) * f, (Math.atan2(y1 - y0, x1 - x0) * 180) / Math.PI]
}

/** Dry grasses: thin stems with feathery heads, from one foot. */
export function grasses(
  x: number,
  y: number,
  stems: readonly { lean: number; tall: number }[],
  colour: string,
): string {
  const drawn = stems.map(({ lean, tall }, i) => {
    const next = random(i + 40)
    const [tx, ty] = [x + lean, y - tall]
    const stem = `M${at(x, y)}Q${at(x + lean * 0.25, y - tall * 0.6)} ${at(tx, ty)}`
    const hairs = Array.from({ length: 70 }, () => {
      const t = next()
      const [hx, hy] = [tx - lean * 0.2 * (1 - t), ty + tall * 0.3 * (1 - t)]
      const side = (next() - 0.5) * 2
      const long = 34 * Math.sin(Math.PI * (0.15 + 0.8 * t)) + 8
      return `M${at(hx, hy)}q${at(side * long * 0.5, -long * 0.3)} ${at(side * long * 0.8 + lean * 0.02, -long * 0.9)}`
    }).join('')
    return [
      path(stem, { stroke: deeper(colour, 0.3), 'stroke-width': 3 }),
      path(hairs, { stroke: deeper(colour, 0.25), 'stroke-width': 2.2, opacity: 0.55 }),
      path(hairs, {
        stroke: paler(colour, 0.3),
        'stroke-width': 1.5,
        opacity: 0.8,
        transform: 'translate(-2 -3)',
      }),
    ].join('')
  })
  return group({ fill: 'none', 'stroke-linecap': 'round' }, ...drawn)
}

/** A bush: twigs that fan out from one foot. */
export function bush(
  x: number,
  y: number,
  tall: number,
  spread: number,
  twigs: number,
  leaf: Leaf,
  seed: number,
): string {
  const next = random(seed)
  const order = Array.from({ length: twigs }, (_, i) => (i % 2 ? 1 : -1) * (1 - i / twigs))
  return order
    .map((side, i) => {
      const lean = side * spread * (0.8 + 0.4 * next())
      const rise = tall * (1 - 0.35 * Math.abs(side)) * (0.85 + 0.25 * next())
      const foot: Point = [x + side * spread * 0.14, y + (next() - 0.5) * 8]
      const points: Point[] = [
        foot,
        [x + lean * 0.35, y - rise * 0.4],
        [x + lean * 0.75, y - rise * 0.75],
        [x + lean, y - rise],
      ]
      return branch(points, leaf, seed + i)
    })
    .join('')
}
