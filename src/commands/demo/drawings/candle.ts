import { glow } from './glow.ts'
import type { Material } from './light.ts'
import { at, path, stops } from './markup.ts'
import { type Knot, lip, profile } from './profile.ts'
import { type Place, project, type Studio } from './studio.ts'
import { turned } from './turned.ts'
import { standingGrain } from './wood.ts'

/** A burning candle that stands at a height, so tall and so thick (radius), in centimetres. */
export function candle(
  room: Studio,
  place: Place,
  from: number,
  to: number,
  radius: number,
  wax: Material,
  burns = true,
) {
  const body: Knot[] = [
    [radius, from],
    [radius * 0.94, to],
  ]
  const [x, y] = project(room, place, [0, to + 0.1, 0])
  return [
    turned(room, place, {
      outside: [...lip(body, radius * 0.5), [0.02, to]],
      material: { ...wax, glow: burns ? 0.06 : 0 },
      floats: from > 0,
    }),
    path(`M${at(x, y + 2)}q1 -8 2 -14`, {
      fill: 'none',
      stroke: '#2c2218',
      'stroke-width': 2.6,
      'stroke-linecap': 'round',
    }),
    burns ? flame(room, x + 1.5, y - 8, place.scale) : '',
  ].join('')
}

function flame(room: Studio, x: number, y: number, scale: number): string {
  const s = scale * 0.62
  const shape = `M${at(x, y)}C${at(x - s * 0.75, y - s * 0.7)} ${at(x - s * 0.35, y - s * 2)} ${at(x, y - s * 3.1)}C${at(x + s * 0.4, y - s * 2)} ${at(x + s * 0.75, y - s * 0.7)} ${at(x, y)}Z`
  const heat = stops([
    [0, '#fff6d8'],
    [0.5, '#ffdf8e'],
    [0.85, '#f7b95a'],
    [1, '#9fb3c4', 0.5],
  ])
  const fill = `url(#${room.define('linearGradient', { x2: 0, y2: 1 }, heat)})`
  return glow(room, x, y - s * 1.4, scale * 6.5, scale * 6.5, 0.75) + path(shape, { fill })
}

/** A candlestick from the lathe, so tall in centimetres. */
export function candlestick(room: Studio, place: Place, tall: number, wood: Material): string {
  const t = tall
  const wall: Knot[] = [
    [4.4, 0],
    [4.5, 0.3],
    [4.4, 0.9, 'sharp'],
    [3.9, 1.2],
    [2.3, 1.7],
    [1.3, 2.7],
    [0.95, t * 0.5],
    [1.15, t - 3],
    [1.6, t - 2.3, 'sharp'],
    [1.25, t - 2],
    [1.7, t - 1.3],
    [2, t - 0.5],
    [1.9, t, 'sharp'],
    [1.1, t],
  ]
  return (
    turned(room, place, { outside: profile(wall), material: wood }) +
    standingGrain(room, place, wall.slice(5, 9), wood.colour, 4)
  )
}
