import { deeper, paler } from './colour.ts'
import { lit, type Material, window } from './light.ts'
import { at, group, path, stops, tag } from './markup.ts'
import type { Studio } from './studio.ts'
import { unit } from './vector.ts'

/** The fill of a round thing, whatever its outline: light at the upper left, shade at the lower right. */
export function roundFill(room: Studio, material: Material): string {
  const away = [0.8, -0.45, 0.1] as const
  const list = Array.from({ length: 8 }, (_, i) => {
    const t = i / 7
    const normal = unit([
      window[0] * (1 - t) + away[0] * t,
      window[1] * (1 - t) + away[1] * t,
      window[2] * (1 - t) + away[2] * t + 0.9 * Math.sin(Math.PI * t),
    ])
    return [t, lit(material, normal, room.view)] as const
  })
  return `url(#${room.define('radialGradient', { cx: 0.33, cy: 0.28, r: 0.78 }, stops(list))})`
}

/** A round or oval thing. */
export function ball(
  room: Studio,
  x: number,
  y: number,
  rx: number,
  ry: number,
  material: Material,
  turn = 0,
): string {
  const transform = turn ? `rotate(${turn} ${x} ${y})` : undefined
  return tag('ellipse', { cx: x, cy: y, rx, ry, fill: roundFill(room, material), transform })
}

/** A ball of wool, wound in three directions. */
export function yarn(room: Studio, x: number, y: number, r: number, colour: string): string {
  const winds = [-55, 10, 68].flatMap((turn, k) =>
    [-0.55, -0.36, -0.18, 0, 0.18, 0.36, 0.55].map((offset) => {
      const half = Math.sqrt(1 - offset * offset) * (k === 1 ? 0.98 : 0.72)
      const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)]
      const p = (a: number, b: number) => at(r * (a * cos - b * sin), r * (a * sin + b * cos))
      return `M${p(-half, offset * 0.8)}Q${p(0, offset * 1.5 + 0.12)} ${p(half, offset * 0.8)}`
    }),
  )
  const look = { fill: 'none', 'stroke-linecap': 'round' }
  return group(
    { transform: `translate(${at(x, y)})` },
    ball(room, 0, 0, r, r, { colour, sheen: 0 }),
    path(winds.join(''), { ...look, stroke: deeper(colour, 0.5), 'stroke-width': r * 0.035, opacity: 0.4 }),
    path(winds.join(''), {
      ...look,
      stroke: paler(colour, 0.45),
      'stroke-width': r * 0.03,
      opacity: 0.5,
      transform: 'translate(-2 -3)',
    }),
  )
}
