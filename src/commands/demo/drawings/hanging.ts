import { deeper } from './colour.ts'
import { lit, type Material } from './light.ts'
import { at, group, line, path, stops } from './markup.ts'
import { random } from './random.ts'
import { softened } from './shadow.ts'
import { clipTo } from './silhouette.ts'
import type { Studio } from './studio.ts'
import type { Point } from './tube.ts'
import { unit } from './vector.ts'

/** A cloth that hangs before the wall, in units of the picture. */
export interface Hanging {
  x: number
  y: number
  width: number
  length: number
  cloth: Material
  weave?: string
  /** How deep its folds are (0 a board, 1 a curtain) and how many. */
  folds?: { deep: number; count: number }
  /** Bands across: how far from the lower edge, how wide, which colour. */
  bands?: readonly { up: number; width: number; colour: string }[]
  /** Lines from top to bottom: where (0–1), how wide, which colour. */
  lines?: readonly { at: number; width: number; colour: string }[]
  fringe?: number
  /** It hangs by a loop from one peg, and its upper edge is drawn together there. */
  gathered?: boolean
  seed?: number
}

/** A towel or blanket over a rail, with soft upright folds. */
export function hanging(room: Studio, form: Hanging): string {
  const wave = foldsOf(form)
  const steps = Array.from({ length: 41 }, (_, i) => i / 40)
  const hem = (up: number): Point[] =>
    steps.map((t) => [form.x + t * form.width, form.y + form.length - up + wave.depth(t) * 16])
  const shape: Point[] = [...upperEdge(form), ...hem(0).reverse()]
  const d = line(shape)
  const across = (up: number, width: number, look: Record<string, string | number>) =>
    path(line(hem(up)), { fill: 'none', 'stroke-width': width, ...look })
  return [
    wallShadow(room, shape),
    form.fringe ? fringe(form, hem(0)) : '',
    path(d, { fill: foldFill(room, form.cloth, wave, form.x, form.width) }),
    group(
      { 'clip-path': clipTo(room, d) },
      ...(form.lines ?? []).map((stripe) =>
        path(`M${at(form.x + stripe.at * form.width, form.y)}v${form.length + 40}`, {
          stroke: stripe.colour,
          'stroke-width': stripe.width,
          opacity: 0.72,
        }),
      ),
      ...(form.bands ?? []).map((band) =>
        across(band.up, band.width, { stroke: band.colour, opacity: 0.78 }),
      ),
    ),
    form.weave ? path(d, { fill: form.weave }) : '',
    form.fringe
      ? ''
      : across(9, 1.6, { stroke: deeper(form.cloth.colour, 0.5), opacity: 0.35, 'stroke-dasharray': '6 3' }),
    path(d, { fill: overRail(room) }),
    form.gathered ? gathers(form) : '',
  ].join('')
}

function upperEdge(form: Hanging): Point[] {
  const { x, y, width } = form
  if (!form.gathered)
    return [
      [x, y + 8],
      [x + 10, y],
      [x + width - 10, y],
      [x + width, y + 8],
    ]
  const flare = (t: number) => (width / 2) * (0.07 + 0.93 * Math.sin((t * Math.PI) / 2) ** 0.8)
  const steps = [0, 0.06, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 1]
  const side = (sign: number) =>
    steps.map((t): Point => [x + width / 2 + sign * flare(t), y + t ** 1.5 * width * 0.8])
  return [...side(-1).reverse(), ...side(1)]
}

function gathers(form: Hanging): string {
  const [x, y] = [form.x + form.width / 2, form.y + 10]
  const folds = [-0.4, -0.24, -0.1, 0.06, 0.2, 0.36].map((part) => {
    const far = part * form.width
    return `M${at(x + far * 0.08, y)}Q${at(x + far * 0.7, y + form.width * 0.4)} ${at(x + far, y + form.width * (1.1 - Math.abs(part)))}`
  })
  const look = { fill: 'none', 'stroke-linecap': 'round', stroke: deeper(form.cloth.colour, 0.6) }
  return [10, 6, 2.5]
    .map((width) => path(folds.join(''), { ...look, 'stroke-width': width, opacity: 0.11 }))
    .join('')
}

interface Wave {
  depth: (t: number) => number
  slope: (t: number) => number
}

export function foldsOf(form: Pick<Hanging, 'folds' | 'seed'>): Wave {
  const { deep, count } = form.folds ?? { deep: 0.4, count: 4 }
  const next = random(form.seed ?? 3)
  const parts = [1, 0.55, 0.3].map((size, i) => ({
    size,
    rate: count * (i + 1) * (0.82 + 0.3 * next()),
    phase: next() * 6.3,
  }))
  const sum = (f: (part: { size: number; rate: number; phase: number }) => number) =>
    parts.reduce((total, part) => total + f(part), 0)
  return {
    depth: (t) => deep * sum(({ size, rate, phase }) => size * Math.sin(rate * t * 6.283 + phase)),
    slope: (t) =>
      deep * sum(({ size, rate, phase }) => (size * rate * Math.cos(rate * t * 6.283 + phase)) / count),
  }
}

/** The light on upright folds, as a fill from one x on, so many units wide. */
export function foldFill(room: Studio, cloth: Material, wave: Wave, x: number, width: number): string {
  const list = Array.from({ length: 41 }, (_, i) => {
    const t = i / 40
    const open = 0.9 + 0.1 * Math.max(-1, Math.min(1, wave.depth(t)))
    return [t, lit(cloth, unit([-wave.slope(t) * 0.75 - 0.05, 0.12, 1]), room.view, 1, open)] as const
  })
  const along = { gradientUnits: 'userSpaceOnUse', x1: x, y1: 0, x2: x + width, y2: 0 }
  return `url(#${room.define('linearGradient', along, stops(list))})`
}

/** The shadow of something flat that hangs close before the wall. */
export function wallShadow(room: Studio, shape: Point[], far = 22): string {
  const moved = shape.map(([x, y]): Point => [x + far, y + far * 0.8])
  return softened(room, [moved], far * 0.62, 0.34, '#4a3826')
}

function overRail(room: Studio): string {
  const bend = stops([
    [0, '#fffaf0', 0.35],
    [0.02, '#fffaf0', 0.12],
    [0.05, '#20140a', 0.1],
    [0.12, '#20140a', 0],
    [0.75, '#20140a', 0],
    [1, '#20140a', 0.1],
  ])
  return `url(#${room.define('linearGradient', { x2: 0, y2: 1 }, bend)})`
}

function fringe(form: Hanging, hem: Point[]): string {
  const next = random(9)
  const long = form.fringe!
  const threads = Array.from({ length: Math.round(form.width / 9) }, (_, i) => {
    const t = (i + 0.5) / Math.round(form.width / 9)
    const y = hem[Math.round(t * 40)]![1]
    return `M${at(form.x + t * form.width, y - 3)}q${at((next() - 0.5) * 6, long * 0.5)} ${at((next() - 0.5) * 7, long * (0.85 + 0.2 * next()))}`
  }).join('')
  const look = { fill: 'none', 'stroke-linecap': 'round' }
  return (
    path(threads, { ...look, stroke: deeper(form.cloth.colour, 0.35), 'stroke-width': 5.5 }) +
    path(threads, { ...look, stroke: form.cloth.colour, 'stroke-width': 3.2 })
  )
}
