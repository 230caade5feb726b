import { ball, roundFill } from './ball.ts'
import type { Material } from './light.ts'
import { at, group, path, stops, tag } from './markup.ts'
import { random } from './random.ts'
import { dusk } from './shadow.ts'
import type { Studio } from './studio.ts'

/** A lemon around a point, so many units long. */
export function lemon(room: Studio, x: number, y: number, size: number, turn: number): string {
  const s = size / 2
  const skin = `M${at(-s, 0)}C${at(-s * 0.92, -s * 0.1)} ${at(-s * 0.86, -s * 0.24)} ${at(-s * 0.72, -s * 0.36)}C${at(-s * 0.35, -s * 0.82)} ${at(s * 0.4, -s * 0.82)} ${at(s * 0.74, -s * 0.34)}C${at(s * 0.86, -s * 0.16)} ${at(s * 0.96, -s * 0.14)} ${at(s * 1.02, 0)}C${at(s * 0.96, s * 0.14)} ${at(s * 0.86, s * 0.16)} ${at(s * 0.74, s * 0.34)}C${at(s * 0.4, s * 0.82)} ${at(-s * 0.35, s * 0.82)} ${at(-s * 0.72, s * 0.36)}C${at(-s * 0.86, s * 0.24)} ${at(-s * 0.92, s * 0.1)} ${at(-s, 0)}Z`
  const next = random(Math.round(x + y))
  const pores = Array.from(
    { length: 60 },
    () => `M${at((next() - 0.5) * s * 1.3, (next() - 0.5) * s * 0.9)}h.1`,
  ).join('')
  return (
    pool(room, x + s * 0.14, y + s * 0.5, s * 1.02, s * 0.42) +
    group(
      { transform: `translate(${at(x, y)}) rotate(${turn})` },
      path(skin, { fill: roundFill(room, { colour: '#dfb548', sheen: 0.25 }) }),
      path(pores, { stroke: '#8a6516', 'stroke-width': 2, 'stroke-linecap': 'round', opacity: 0.18 }),
    )
  )
}

/** A pear that stands, with its stalk; the point is the middle of its foot. */
export function pear(room: Studio, x: number, y: number, size: number, lean = 0): string {
  const s = size / 10
  const skin = `M${at(-1.4 * s, 0)}C${at(-4.4 * s, -0.6 * s)} ${at(-4.2 * s, -4.6 * s)} ${at(-2.4 * s, -6.4 * s)}C${at(-1.5 * s, -7.4 * s)} ${at(-1.5 * s, -9.6 * s)} ${at(0, -9.8 * s)}C${at(1.6 * s, -9.6 * s)} ${at(1.5 * s, -7.4 * s)} ${at(2.4 * s, -6.4 * s)}C${at(4.2 * s, -4.6 * s)} ${at(4.4 * s, -0.6 * s)} ${at(1.4 * s, 0)}Z`
  const stalk = `M${at(0, -9.6 * s)}q${at(0.2 * s, -1.2 * s)} ${at(1 * s, -1.9 * s)}`
  return (
    pool(room, x + s * 0.7, y - s * 0.3, s * 4, s * 1.3) +
    group(
      { transform: `translate(${at(x, y)}) rotate(${lean})` },
      path(stalk, { fill: 'none', stroke: '#5d4530', 'stroke-width': 0.45 * s, 'stroke-linecap': 'round' }),
      path(skin, { fill: roundFill(room, { colour: '#a8a35c', sheen: 0.2 }) }),
    )
  )
}

/** An apple seen from above its shoulder, with its stalk. */
export function apple(room: Studio, x: number, y: number, r: number, skin: Material): string {
  const stalk = `M${at(x + r * 0.05, y - r * 0.5)}q${at(r * 0.02, -r * 0.22)} ${at(r * 0.2, -r * 0.36)}`
  return [
    pool(room, x + r * 0.1, y + r * 0.5, r * 1.1, r * 0.8),
    ball(room, x, y, r, r * 0.94, skin),
    tag('ellipse', {
      cx: x + r * 0.06,
      cy: y - r * 0.5,
      rx: r * 0.26,
      ry: r * 0.13,
      fill: dusk,
      opacity: 0.3,
    }),
    path(stalk, { fill: 'none', stroke: '#4d3825', 'stroke-width': r * 0.09, 'stroke-linecap': 'round' }),
  ].join('')
}

function pool(room: Studio, cx: number, cy: number, rx: number, ry: number): string {
  const fade = stops([
    [0, dusk, 0.75],
    [0.55, dusk, 0.42],
    [0.8, dusk, 0.12],
    [1, dusk, 0],
  ])
  return tag('ellipse', { cx, cy, rx, ry, fill: `url(#${room.define('radialGradient', {}, fade)})` })
}
