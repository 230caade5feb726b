import { roundFill } from './ball.ts'
import { at, group, path } from './markup.ts'
import { random } from './random.ts'
import type { Studio } from './studio.ts'

/** A lemon around a point, so many units long. */
export function lemon(room: Studio, x: number, y: number, size: number, turn: number): string {
  const s = size / 2
  const skin = `M${at(-s, 0)}C${at(-s * 0.92, -s * 0.1)} ${at(-s * 0.86, -s * 0.24)} ${at(-s * 0.72, -s * 0.36)}C${at(-s * 0.35, -s * 0.82)} ${at(s * 0.4, -s * 0.82)} ${at(s * 0.74, -s * 0.34)}C${at(s * 0.86, -s * 0.16)} ${at(s * 0.96, -s * 0.14)} ${at(s * 1.02, 0)}C${at(s * 0.96, s * 0.14)} ${at(s * 0.86, s * 0.16)} ${at(s * 0.74, s * 0.34)}C${at(s * 0.4, s * 0.82)} ${at(-s * 0.35, s * 0.82)} ${at(-s * 0.72, s * 0.36)}C${at(-s * 0.86, s * 0.24)} ${at(-s * 0.92, s * 0.1)} ${at(-s, 0)}Z`
  const next = random(Math.round(x + y))
  const pores = Array.from({ length: 60 }, () => `M${at((next() - 0.5) * s * 1.3, (next() - 0.5) * s * 0.9)}h.1`).join('')
  return group(
    { transform: `translate(${at(x, y)}) rotate(${turn})` },
    path(skin, { fill: roundFill(room, { colour: '#dfb548', sheen: 0.25 }) }),
    path(pores, { stroke: '#8a6516', 'stroke-width': 2, 'stroke-linecap': 'round', opacity: 0.18 }),
  )
}

/** A pear that stands, with its stalk; the point is the middle of its foot. */
export function pear(room: Studio, x: number, y: number, size: number, lean = 0): string {
  const s = size / 10
  const skin = `M${at(-1.4 * s, 0)}C${at(-4.4 * s, -0.6 * s)} ${at(-4.2 * s, -4.6 * s)} ${at(-2.4 * s, -6.4 * s)}C${at(-1.5 * s, -7.4 * s)} ${at(-1.5 * s, -9.6 * s)} ${at(0, -9.8 * s)}C${at(1.6 * s, -9.6 * s)} ${at(1.5 * s, -7.4 * s)} ${at(2.4 * s, -6.4 * s)}C${at(4.2 * s, -4.6 * s)} ${at(4.4 * s, -0.6 * s)} ${at(1.4 * s, 0)}Z`
  const stalk = `M${at(0, -9.6 * s)}q${at(0.2 * s, -1.2 * s)} ${at(1 * s, -1.9 * s)}`
  return group(
    { transform: `translate(${at(x, y)}) rotate(${lean})` },
    path(stalk, { fill: 'none', stroke: '#5d4530', 'stroke-width': 0.45 * s, 'stroke-linecap': 'round' }),
    path(skin, { fill: roundFill(room, { colour: '#a8a35c', sheen: 0.2 }) }),
  )
}
