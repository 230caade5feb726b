import { deeper, paler } from './colour.ts'
import { lit, type Material } from './light.ts'
import { at, group, path, stops } from './markup.ts'
import { metals } from './palette.ts'
import { rod } from './rod.ts'
import { softened } from './shadow.ts'
import type { Studio } from './studio.ts'
import { type Point, smoothLine } from './tube.ts'

/** A wooden spoon that lies on the table, from the end of its handle; `size` is its length in units. */
export function spoon(
  room: Studio,
  x: number,
  y: number,
  turn: number,
  size: number,
  wood: Material,
  kind: 'spoon' | 'spatula' = 'spoon',
): string {
  const s = size / 100
  const handle = rod(room, x, y, turn, {
    girth: [
      [0, 1.5 * s],
      [3 * s, 1.9 * s],
      [30 * s, 1.5 * s],
      [68 * s, 1.35 * s],
      [76 * s, 2 * s],
    ],
    material: wood,
  })
  const round: Point[] =
    kind === 'spoon'
      ? [
          [71, -1.4],
          [76, -4.4],
          [84, -6.8],
          [93, -6.2],
          [99, -2.6],
          [100, 0],
          [99, 2.6],
          [93, 6.2],
          [84, 6.8],
          [76, 4.4],
          [71, 1.4],
        ]
      : [
          [68, -1.4],
          [74, -3.4],
          [82, -5.2],
          [92, -6],
          [99, -6.2],
          [100, -5],
          [100, 0],
          [98, 5],
          [96, 5.6],
          [82, 5.2],
          [74, 3.4],
          [68, 1.4],
        ]
  const scaled = round.map(([px, py]): Point => [px * s, py * s])
  const head = smoothLine(scaled, true)
  const [sin, cos] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)]
  const fallen = scaled.map(
    ([px, py]): Point => [x + px * cos - py * sin + 2 * s, y + px * sin + py * cos + 1 * s],
  )
  const dip = smoothLine(
    scaled.map(([px, py]): Point => [(px - 87 * s) * 0.76 + 87 * s, py * 0.76]),
    true,
  )
  const hollow = stops([
    [0, lit(wood, [0.5, 0.6, 0.3], room.view, 0.6, 0.8)],
    [1, lit(wood, [-0.5, 0.8, 0.3], room.view)],
  ])
  const rim = stops([
    [0, lit(wood, [-0.3, 0.95, 0.2], room.view)],
    [1, lit(wood, [0.3, 0.7, 0.3], room.view)],
  ])
  const direction = { x1: 0.5 - cos / 2, y1: 0.5 + sin / 2, x2: 0.5 + cos / 2, y2: 0.5 - sin / 2 }
  const lines = `M${at(72 * s, -0.8 * s)}L${at(97 * s, -3 * s)}M${at(74 * s, 0.6 * s)}L${at(99 * s, 1 * s)}M${at(72 * s, 1 * s)}L${at(95 * s, 4 * s)}M${at(6 * s, 0.4 * s)}L${at(70 * s, 0.2 * s)}`
  return [
    softened(room, [fallen], 1.2 * s, 0.5),
    handle,
    group(
      { transform: `translate(${at(x, y)}) rotate(${turn})` },
      path(head, { fill: `url(#${room.define('linearGradient', direction, rim)})` }),
      kind === 'spoon'
        ? path(dip, { fill: `url(#${room.define('linearGradient', direction, hollow)})` })
        : '',
      path(lines, { stroke: deeper(wood.colour, 0.5), 'stroke-width': 1.1, opacity: 0.3, fill: 'none' }),
    ),
  ].join('')
}

/** A hand trowel that lies on the table, from the end of its handle. */
export function trowel(
  room: Studio,
  x: number,
  y: number,
  turn: number,
  size: number,
  wood: Material,
): string {
  const s = size / 100
  const blade: Point[] = [
    [56, -2],
    [58, -8.6],
    [63, -9.6],
    [78, -9],
    [90, -6],
    [98, -1.4],
    [99.4, 0],
    [98, 1.4],
    [90, 6],
    [78, 9],
    [63, 9.6],
    [58, 8.6],
    [56, 2],
  ]
  const scaled = blade.map(([px, py]): Point => [px * s, py * s])
  const [sin, cos] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)]
  const fallen = scaled.map(
    ([px, py]): Point => [x + px * cos - py * sin + 3 * s, y + px * sin + py * cos + 1.4 * s],
  )
  const steel = metals.steel
  const bent = [-1, -0.7, -0.35, 0, 0.35, 0.7, 1].map(
    (v) => [(v + 1) / 2, lit(steel, [sin * v * 0.8, 0.75, cos * -v * 0.4 + 0.2], room.view)] as const,
  )
  const across = { gradientUnits: 'userSpaceOnUse', x1: 0, y1: -9.6 * s, x2: 0, y2: 9.6 * s }
  return [
    softened(room, [fallen], 2 * s, 0.5),
    rod(room, x, y, turn, {
      girth: [
        [34 * s, 1.3 * s],
        [58 * s, 1.5 * s],
      ],
      material: steel,
      straight: true,
    }),
    rod(room, x, y, turn, {
      girth: [
        [0, 1.4 * s],
        [1.5 * s, 2.5 * s],
        [8 * s, 3 * s],
        [20 * s, 2.5 * s],
        [32 * s, 2.9 * s],
        [36 * s, 2.2 * s],
      ],
      material: wood,
    }),
    rod(room, x, y, turn, {
      girth: [
        [34.6 * s, 2.35 * s],
        [39 * s, 2.1 * s],
      ],
      material: metals.brass,
      straight: true,
    }),
    group(
      { transform: `translate(${at(x, y)}) rotate(${turn})` },
      path(smoothLine(scaled, true), { fill: `url(#${room.define('linearGradient', across, stops(bent))})` }),
      path(`M${at(57 * s, 0)}Q${at(78 * s, 0.6 * s)} ${at(95 * s, 0)}`, {
        fill: 'none',
        stroke: paler(steel.colour, 0.6),
        'stroke-width': 2,
        opacity: 0.7,
      }),
      path(
        `M${at(2 * s, -0.6 * s)}Q${at(18 * s, -1.4 * s)} ${at(34 * s, -0.6 * s)}M${at(2 * s, 0.8 * s)}Q${at(18 * s, 0.4 * s)} ${at(34 * s, 1 * s)}`,
        { fill: 'none', stroke: deeper(wood.colour, 0.5), 'stroke-width': 1.2, opacity: 0.3 },
      ),
    ),
  ].join('')
}
