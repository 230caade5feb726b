import { deeper } from './colour.ts'
import { lit, type Material } from './light.ts'
import { at, group, path, px, stops, tag } from './markup.ts'
import { prismShadow, rounded } from './prism.ts'
import { random } from './random.ts'
import { clipTo } from './silhouette.ts'
import { type Place, project, type Studio } from './studio.ts'
import { unit } from './vector.ts'

/** A folded cloth: size on the table, and its layers from below. */
export interface Folded {
  width: number
  depth: number
  layers: number
  thick: number
  cloth: Material
  /** A fill to lay over the cloth: its weave. */
  weave?: string
  /** Bands woven across the front, in centimetres from the left edge: where, how wide, which colour. */
  stripes?: readonly { x: number; width: number; colour: string }[]
  /** Bands woven the other way, seen on each fold. */
  cross?: string
  base?: number
  seed?: number
}

/** A folded cloth that lies on the table, its folds to the front. */
export function folded(room: Studio, place: Place, cloth: Folded): string {
  const { width, depth, layers, thick, base = 0 } = cloth
  const next = random(cloth.seed ?? 5)
  const bars = Array.from({ length: layers }, (_, i) => {
    const slack = () => (next() - 0.5) * Math.min(0.7, thick * 0.35)
    const low = base + i * thick
    return bar(
      room,
      place,
      cloth,
      [-width / 2 + slack(), width / 2 + slack()],
      low,
      low + thick * (1 + 0.04 * next()),
    )
  })
  const shadow = base ? '' : prismShadow(room, place, rounded(width, depth), 0, layers * thick)
  return shadow + top(room, place, cloth) + bars.join('')
}

function bar(
  room: Studio,
  place: Place,
  cloth: Folded,
  [left, right]: [number, number],
  low: number,
  high: number,
): string {
  const z = cloth.depth / 2
  const round = ((high - low) / 2) * place.scale * 0.96
  const [x0, y0] = project(room, place, [left, low, z])
  const [x1, y1] = project(room, place, [right, high, z])
  const sag = round * 0.1
  const d = `M${at(x0 + round, y1)}Q${at((x0 + x1) / 2, y1 + sag)} ${at(x1 - round, y1)}Q${at(x1, y1)} ${at(x1, (y0 + y1) / 2)}T${at(x1 - round, y0)}Q${at((x0 + x1) / 2, y0 + sag)} ${at(x0 + round, y0)}Q${at(x0, y0)} ${at(x0, (y0 + y1) / 2)}T${at(x0 + round, y1)}Z`
  const roll = [0, 0.12, 0.3, 0.5, 0.7, 0.86, 1].map((t) => {
    const turn = (78 - 150 * t) * (Math.PI / 180)
    const open = t > 0.8 ? 0.75 : 1
    return [
      t,
      lit(cloth.cloth, [0, Math.sin(turn), Math.cos(turn)], room.view, t > 0.86 ? 0.7 : 1, open),
    ] as const
  })
  const fill = `url(#${room.define('linearGradient', { x2: 0, y2: 1 }, stops(roll))})`
  const ends = stops([
    [0, '#20140a', 0.05],
    [0.06, '#20140a', 0],
    [0.8, '#20140a', 0.02],
    [0.96, '#20140a', 0.16],
    [1, '#20140a', 0.3],
  ])
  const bands = (cloth.stripes ?? []).map(({ x, width, colour }) => {
    const [from] = project(room, place, [x - cloth.width / 2, 0, 0])
    return path(`M${at(from, y1 - 2)}h${width * place.scale}V${y0 + 4}h${-width * place.scale}Z`, {
      fill: colour,
      opacity: 0.8,
    })
  })
  return group(
    {},
    path(d, { fill }),
    bands.length ? group({ 'clip-path': clipTo(room, d) }, ...bands) : '',
    cloth.cross
      ? group(
          { 'clip-path': clipTo(room, d) },
          crossBand(x0, y0 - (y0 - y1) * 0.62, x1 - x0, (y0 - y1) * 0.4, cloth.cross),
        )
      : '',
    cloth.weave ? path(d, { fill: cloth.weave }) : '',
    path(d, { fill: `url(#${room.define('linearGradient', {}, ends)})` }),
    path(d, { fill: 'none', stroke: deeper(cloth.cloth.colour, 0.6), 'stroke-width': 1.2, opacity: 0.3 }),
  )
}

function top(room: Studio, place: Place, cloth: Folded): string {
  const { width, depth, layers, thick, base = 0 } = cloth
  const height = base + layers * thick
  const [left, near] = project(room, place, [-width / 2, height, depth / 2 - thick * 0.4])
  const [right, far] = project(room, place, [width / 2, height, -depth / 2])
  const r = thick * place.scale * 0.5
  const lip = near + r * 0.9
  const inset = (right - left) * 0.035
  const d = `M${at(left + 2, lip)}L${at(left + inset, far + r)}Q${at(left + inset + 2, far)} ${at(left + inset + r * 1.6, far)}H${px(right - inset - r * 1.6)}Q${at(right - inset - 2, far)} ${at(right - inset, far + r)}L${at(right - 2, lip)}Z`
  const fall = stops([
    [0, lit(cloth.cloth, unit([-0.3, 1, -0.5]), room.view)],
    [0.25, lit(cloth.cloth, unit([-0.1, 1, 0]), room.view)],
    [1, lit(cloth.cloth, unit([0.15, 1, 0.25]), room.view)],
  ])
  const fill = `url(#${room.define('linearGradient', { x2: 1, y2: 0.6 }, fall)})`
  const bands = (cloth.stripes ?? []).map(({ x, width: wide, colour }) =>
    path(`M${at(left + x * place.scale, far)}h${wide * place.scale}V${lip}h${-wide * place.scale}Z`, {
      fill: colour,
      opacity: 0.85,
    }),
  )
  const deep = (lip - far) / 5
  const cross = cloth.cross
    ? [0.7, 2.7].map((i) => crossBand(left, far + i * deep, right - left, deep, cloth.cross!))
    : []
  return group(
    {},
    path(d, { fill }),
    group({ 'clip-path': clipTo(room, d) }, ...bands, ...cross),
    cloth.weave ? path(d, { fill: cloth.weave }) : '',
  )
}

const crossBand = (x: number, y: number, width: number, height: number, fill: string) =>
  tag('rect', { x, y, width, height, fill, opacity: 0.6 })
