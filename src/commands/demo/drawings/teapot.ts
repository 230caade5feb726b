import { ball } from './ball.ts'
import { lit } from './light.ts'
import { at, path, stops } from './markup.ts'
import type { Glaze } from './palette.ts'
import { type Knot, lip, profile } from './profile.ts'
import { type Place, project, type Studio } from './studio.ts'
import { smoothLine, tube } from './tube.ts'
import { turned } from './turned.ts'

const belly: Knot[] = [
  [4.6, 0],
  [4.9, 0.15],
  [7.2, 2],
  [8.6, 5.4],
  [7.8, 9],
  [5.2, 11.4],
  [3.9, 11.9],
]
const lid: Knot[] = [
  [4.2, 11.7],
  [4.3, 12, 'sharp'],
  [4.1, 12.3],
  [2.6, 13.1],
  [0.7, 13.5],
]

/** A round teapot with a cane handle above; spout to the left. */
export function teapot(room: Studio, place: Place, glaze: Glaze): string {
  const p = (x: number, y: number, z = 0) => project(room, place, [x, y, z])
  const cane = { colour: '#b98f58', sheen: 0.2 }
  const [x, y] = p(0, 14.2)
  const arch = smoothLine([
    p(-6.4, 10.4),
    p(-6.9, 13.6),
    p(-4.88, 18.97),
    p(0, 21.2),
    p(4.88, 18.97),
    p(6.9, 13.6),
    p(6.4, 10.4),
  ])
  const wraps = Array.from({ length: 21 }, (_, i) => {
    const turn = Math.PI * (0.2 + (0.6 * i) / 20)
    const [wx, wy] = p(-6.9 * Math.cos(turn), 13.6 + 7.6 * Math.sin(turn))
    const [dx, dy] = [
      -Math.cos(turn + 0.25) * 0.36 * place.scale,
      -Math.sin(turn + 0.25) * 0.36 * place.scale,
    ]
    return `M${at(wx - dx, wy - dy)}L${at(wx + dx, wy + dy)}`
  }).join('')
  return [
    spout(room, place, glaze),
    turned(room, place, {
      outside: lip(belly, 0.3),
      material: glaze.body,
      zones: [{ upTo: 0.7, material: glaze.clay }],
      waves: 0.7,
      speckle: glaze.speckle,
    }),
    turned(room, place, {
      outside: profile(lid),
      material: glaze.body,
      speckle: glaze.speckle,
      floats: true,
      seed: 21,
    }),
    ball(room, x, y, 1.15 * place.scale, 0.95 * place.scale, glaze.body),
    ...[-6.3, 6.3].map((side) =>
      ball(room, ...p(side, 10.3, 1), 0.9 * place.scale, 0.9 * place.scale, glaze.body),
    ),
    tube(room, arch, place.scale * 0.85, cane),
    path(wraps, { stroke: '#5e4220', 'stroke-width': 2.2, opacity: 0.55, 'stroke-linecap': 'round' }),
  ].join('')
}

function spout(room: Studio, place: Place, glaze: Glaze): string {
  const p = (x: number, y: number) => project(room, place, [x, y, 0])
  const d = `M${at(...p(-6.6, 8.4))}C${at(...p(-9.4, 8))} ${at(...p(-10.2, 10.8))} ${at(...p(-12.6, 12))}L${at(...p(-13.4, 11.1))}C${at(...p(-12, 8))} ${at(...p(-11, 4.4))} ${at(...p(-7, 3))}Z`
  const round = [0, 0.3, 0.6, 1].map((t) => {
    const turn = (65 - 140 * t) * (Math.PI / 180)
    return [
      t,
      lit(glaze.body, [0.35 * Math.sin(turn) - 0.3, Math.sin(turn) * 0.85, Math.cos(turn)], room.view),
    ] as const
  })
  const [from, to] = [p(-9.6, 9.6), p(-11, 5)]
  const across = { gradientUnits: 'userSpaceOnUse', x1: from[0], y1: from[1], x2: to[0], y2: to[1] }
  const [mx, my] = p(-13, 11.55)
  const hole = `M${at(mx + 0.5 * place.scale, my - 0.5 * place.scale)}L${at(mx - 0.45 * place.scale, my + 0.5 * place.scale)}`
  return (
    path(d, { fill: `url(#${room.define('linearGradient', across, stops(round))})` }) +
    path(hole, {
      stroke: lit(glaze.body, [0, -0.5, 0.4], room.view, 0.2),
      'stroke-width': 0.34 * place.scale,
      'stroke-linecap': 'round',
    })
  )
}
