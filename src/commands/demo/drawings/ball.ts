import { type Material, lit, window } from './light.ts'
import { stops, tag } from './markup.ts'
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
export function ball(room: Studio, x: number, y: number, rx: number, ry: number, material: Material, turn = 0): string {
  const transform = turn ? `rotate(${turn} ${x} ${y})` : undefined
  return tag('ellipse', { cx: x, cy: y, rx, ry, fill: roundFill(room, material), transform })
}
