import { lit, type Material } from './light.ts'
import { at, group, path, stops } from './markup.ts'
import { softened } from './shadow.ts'
import type { Studio } from './studio.ts'
import { type Point, smoothLine } from './tube.ts'
import { unit } from './vector.ts'

/** A long round thing that lies on the table: how thick (half) it is at places along it, in units. */
export interface Rod {
  girth: readonly Point[]
  material: Material
  /** Straight lines between the places instead of a smooth one. */
  straight?: boolean
  /** How far its shadow falls, in units; 0 for none. */
  shadow?: number
}

/** Draws a lying rod from a point, turned by so many degrees. */
export function rod(room: Studio, x: number, y: number, turn: number, form: Rod): string {
  const half = Math.max(...form.girth.map(([, r]) => r))
  const [sin, cos] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)]
  const list = [-1, -0.9, -0.7, -0.4, -0.1, 0.2, 0.5, 0.75, 0.92, 1].map((v) => {
    const rise = Math.sqrt(1 - v * v)
    const normal = unit([-sin * v, rise * 0.8 - cos * v * 0.5, rise * 0.6 + cos * v * 0.5])
    return [(v + 1) / 2, lit(form.material, normal, room.view)] as const
  })
  const across = { gradientUnits: 'userSpaceOnUse', x1: 0, y1: -half, x2: 0, y2: half }
  const fill = `url(#${room.define('linearGradient', across, stops(list))})`
  const [over, under] = [
    form.girth.map(([a, r]): Point => [a, -r]),
    form.girth.map(([a, r]): Point => [a, r]).reverse(),
  ]
  const d = form.straight
    ? `M${[...over, ...under].map((point) => at(...point)).join('L')}Z`
    : `${smoothLine(over)}L${smoothLine(under).slice(1)}Z`
  const place = (point: Point): Point => [
    x + point[0] * cos - point[1] * sin,
    y + point[0] * sin + point[1] * cos,
  ]
  const far = form.shadow ?? half * 0.55
  const fallen = [...over, ...under].map(place).map(([px, py]): Point => [px + far, py + far * 0.35])
  const shadow = far ? softened(room, [fallen], Math.max(2, far * 0.45), 0.5) : ''
  return shadow + group({ transform: `translate(${at(x, y)}) rotate(${turn})` }, path(d, { fill }))
}
