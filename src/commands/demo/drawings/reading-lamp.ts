import { ball } from './ball.ts'
import { glow } from './glow.ts'
import { lit, type Material } from './light.ts'
import { at, group, path, stops, tag } from './markup.ts'
import { metals } from './palette.ts'
import { profile } from './profile.ts'
import { type Place, project, type Studio } from './studio.ts'
import { smoothLine, tube } from './tube.ts'
import { turned } from './turned.ts'

/** A desk lamp with a bent stem and a small painted shade that looks down to the left. */
export function readingLamp(room: Studio, place: Place, paint: Material): string {
  const p = (x: number, y: number) => project(room, place, [x, y, 0])
  const s = place.scale
  const stem = smoothLine([p(4, 1), p(4, 12), p(4, 24), p(3, 32), p(-1.5, 36.6), p(-6.4, 35)])
  const [hx, hy] = p(-7.4, 33.8)
  const [lx, ly] = project(room, place, [-9, 0, 3])
  return [
    glow(room, lx, ly, 17 * s, 6 * s, 0.85),
    turned(
      room,
      { ...place, x: place.x + 4 * s },
      {
        outside: profile([
          [7, 0],
          [7, 0.9, 'sharp'],
          [6.5, 1.3],
          [0.6, 1.5],
        ]),
        material: paint,
      },
    ),
    tube(room, stem, 0.85 * s, metals.brass),
    glow(room, hx - 2.4 * s, hy + 7 * s, 9 * s, 11 * s, 0.75),
    head(room, hx, hy, s, paint),
    ball(room, ...p(4, 1.6), 0.9 * s, 0.55 * s, metals.brass),
  ].join('')
}

function head(room: Studio, x: number, y: number, s: number, paint: Material): string {
  const cone = `M${at(-1.6 * s, -1.4 * s)}Q0 ${at(-2.6 * s, 0).split(' ')[0]} ${at(1.6 * s, -1.4 * s)}C${at(3.4 * s, 0.8 * s)} ${at(5.4 * s, 4 * s)} ${at(6.2 * s, 8 * s)}A${at(6.2 * s, 1.3 * s)} 0 0 1 ${at(-6.2 * s, 8 * s)}C${at(-5.4 * s, 4 * s)} ${at(-3.4 * s, 0.8 * s)} ${at(-1.6 * s, -1.4 * s)}Z`
  const round = [-1, -0.8, -0.5, -0.2, 0.1, 0.4, 0.7, 0.9, 1].map((u) => {
    const normal = [u * 0.9 * 0.95, 0.35 + u * 0.25, 0.9 * Math.sqrt(1 - u * u)] as const
    return [(u + 1) / 2, lit(paint, normal, room.view)] as const
  })
  const inside = stops([
    [0, '#fffbee'],
    [0.4, '#fff0cd'],
    [1, '#d8b87e'],
  ])
  return group(
    { transform: `translate(${at(x, y)}) rotate(18)` },
    path(cone, { fill: `url(#${room.define('linearGradient', {}, stops(round))})` }),
    tag('ellipse', {
      cx: 0,
      cy: 8 * s,
      rx: 6.2 * s,
      ry: 1.3 * s,
      fill: `url(#${room.define('radialGradient', {}, inside)})`,
      stroke: paint.colour,
      'stroke-width': 3,
    }),
    ball(room, 0, -1.9 * s, 1.1 * s, 0.9 * s, metals.brass),
  )
}
