import { inner } from './hollow.ts'
import { lit, type Material } from './light.ts'
import { at, group, path, stops, tag } from './markup.ts'
import { metals } from './palette.ts'
import { type Knot, lip } from './profile.ts'
import { type Place, project, type Studio } from './studio.ts'
import { smoothLine, tube } from './tube.ts'
import { ring, turned } from './turned.ts'

const wall: Knot[] = [
  [9, 0],
  [9.2, 0.15],
  [9.2, 0.6, 'sharp'],
  [9, 0.7],
  [8.6, 13],
  [8.5, 15.5],
]

/** A watering can of painted steel: long spout to the left, handle to the right. */
export function wateringCan(room: Studio, place: Place, paint: Material): string {
  const p = (x: number, y: number) => project(room, place, [x, y, 0])
  const s = place.scale
  const loop = smoothLine([p(4.6, 15.6), p(6, 21), p(10, 22.6), p(13.6, 18.4), p(13.4, 12), p(8.6, 6)])
  return [
    tube(room, loop, s * 1.05, paint),
    spout(room, place, paint),
    turned(room, place, { outside: lip(wall, 0.25), material: paint }),
    ...[0.7, 14.2].map((h) =>
      ring(room, place, h < 1 ? 9.2 : 8.58, h, { stroke: '#0a0a0a', opacity: 0.2, 'stroke-width': 2.5 }),
    ),
    inner(
      room,
      place,
      [
        [8.2, 15.5],
        [8.2, 10],
        [8.2, 2],
        [0, 1],
      ],
      { ...paint, sheen: 0.1 },
    ),
    rose(room, place),
  ].join('')
}

function spout(room: Studio, place: Place, paint: Material): string {
  const p = (x: number, y: number) => project(room, place, [x, y, 0])
  const [a, b, c, d] = [p(-7.5, 1.6), p(-18.2, 19), p(-19.4, 18.2), p(-7.5, 6.4)]
  const over = `M${at(...d)}C${at(...p(-12, 8))} ${at(...p(-15, 14))} ${at(...b)}`
  const under = `L${at(...c)}C${at(...p(-16, 12))} ${at(...p(-14, 4.5))} ${at(...a)}Z`
  const round = [0, 0.25, 0.5, 0.75, 1].map((t) => {
    const turn = (70 - 150 * t) * (Math.PI / 180)
    return [t, lit(paint, [-0.55 * Math.sin(turn), Math.sin(turn) * 0.8, Math.cos(turn)], room.view)] as const
  })
  const [from, to] = [p(-15.6, 12.4), p(-11, 6.2)]
  const across = { gradientUnits: 'userSpaceOnUse', x1: from[0], y1: from[1], x2: to[0], y2: to[1] }
  const brace = tube(room, `M${at(...p(-7.6, 14.4))}L${at(...p(-15.4, 15.2))}`, place.scale * 0.42, paint)
  return path(over + under, { fill: `url(#${room.define('linearGradient', across, stops(round))})` }) + brace
}

function rose(room: Studio, place: Place): string {
  const [x, y] = project(room, place, [-19.3, 19, 0])
  const s = place.scale
  const cone = `M${at(-0.7 * s, 0.9 * s)}L${at(0.7 * s, 0.9 * s)}L${at(2.1 * s, -1.6 * s)}H${at(-2.1 * s, 0).split(' ')[0]}Z`
  const shade = stops([
    [0, lit(metals.brass, [-0.8, 0.2, 0.5], room.view)],
    [0.35, lit(metals.brass, [-0.4, 0.5, 0.8], room.view)],
    [1, lit(metals.brass, [0.8, -0.2, 0.5], room.view)],
  ])
  const holes = Array.from({ length: 9 }, (_, i) => {
    const turn = (i * Math.PI * 2) / 9
    return `M${at(1.3 * s * Math.cos(turn), -1.6 * s + 0.34 * s * Math.sin(turn))}h.1`
  }).join('')
  return group(
    { transform: `translate(${at(x, y)}) rotate(-38)` },
    path(cone, { fill: `url(#${room.define('linearGradient', {}, shade)})` }),
    tag('ellipse', {
      cx: 0,
      cy: -1.6 * s,
      rx: 2.1 * s,
      ry: 0.62 * s,
      fill: lit(metals.brass, [-0.3, 0.9, 0.3], room.view),
    }),
    path(`${holes}M0 ${at(-1.6 * s, 0).split(' ')[0]}h.1`, {
      stroke: '#3a2a12',
      'stroke-width': s * 0.2,
      'stroke-linecap': 'round',
      opacity: 0.7,
    }),
  )
}
