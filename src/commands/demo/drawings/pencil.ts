import { paler } from './colour.ts'
import { lit, type Material } from './light.ts'
import { at, group, path } from './markup.ts'
import { metals } from './palette.ts'
import { rod } from './rod.ts'
import { softened } from './shadow.ts'
import type { Studio } from './studio.ts'
import type { Point } from './tube.ts'

const cedar: Material = { colour: '#c99a6b', sheen: 0.05 }

/** A hexagonal pencil that lies on the table, from its blunt end; sizes in units. */
export function pencil(
  room: Studio,
  x: number,
  y: number,
  turn: number,
  length: number,
  half: number,
  paint: Material,
  shadow = true,
): string {
  const [sin, cos] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)]
  const tip = half * 4.6
  const body = length - tip
  const facet = (v: number, from: number, to: number) => {
    const normal = [-sin * v * 0.9, 0.75 - cos * v * 0.45, 0.5] as const
    return path(
      `M0 ${px(from)}H${px(body)}L${px(body + half * 0.3)} ${px((from + to) / 2)}L${px(body)} ${px(to)}H0Z`,
      { fill: lit(paint, normal, room.view) },
    )
  }
  const cone = rod(room, x, y, turn, {
    girth: [
      [body - 2, half],
      [length - tip * 0.28, half * 0.3],
    ],
    material: cedar,
    straight: true,
    shadow: 0,
  })
  const lead = rod(room, x, y, turn, {
    girth: [
      [length - tip * 0.3, half * 0.33],
      [length, half * 0.06],
    ],
    material: { colour: '#33322f', sheen: 0.5 },
    straight: true,
    shadow: 0,
  })
  const fallen: Point[] = (
    [
      [0, -half],
      [body, -half],
      [length, 0],
      [body, half],
      [0, half],
    ] as Point[]
  ).map(([a, b]) => [x + a * cos - b * sin + half * 0.7, y + a * sin + b * cos + half * 0.45])
  return [
    shadow ? softened(room, [fallen], half * 0.4, 0.5) : '',
    cone,
    lead,
    group(
      { transform: `translate(${at(x, y)}) rotate(${turn})` },
      facet(-1, -half, -half * 0.42),
      facet(-0.1, -half * 0.44, half * 0.44),
      facet(1, half * 0.42, half),
      path(`M${px(half * 2)} ${px(-half * 0.44)}H${px(body - half)}`, {
        stroke: paler(paint.colour, 0.5),
        'stroke-width': 1.2,
        opacity: 0.5,
      }),
      path(`M0 ${px(-half)}V${px(half)}H${px(half * 0.9)}V${px(-half)}Z`, {
        fill: lit(cedar, [-0.5, 0.7, 0.5], room.view),
      }),
    ),
  ].join('')
}

const px = (value: number) => String(Math.round(value * 10) / 10)

/** A pen from the lathe with brass rings, from its cap to its point. */
export function pen(
  room: Studio,
  x: number,
  y: number,
  turn: number,
  length: number,
  wood: Material,
): string {
  const s = length / 100
  const part = (girth: Point[], material: Material, shadow = 0) =>
    rod(room, x, y, turn, {
      girth: girth.map(([a, r]): Point => [a * s, r * s]),
      material,
      straight: true,
      shadow,
    })
  const soft = (girth: Point[], material: Material, shadow: number) =>
    rod(room, x, y, turn, { girth: girth.map(([a, r]): Point => [a * s, r * s]), material, shadow })
  return [
    soft(
      [
        [0, 2.4],
        [3, 3.5],
        [24, 4.3],
        [46, 4.6],
        [60, 4.4],
        [78, 3.6],
        [88, 2.6],
        [98, 0.8],
      ],
      wood,
      4 * s,
    ),
    soft(
      [
        [0, 2.2],
        [2, 3.4],
        [24, 4.4],
        [45, 4.7],
      ],
      wood,
      0,
    ),
    part(
      [
        [44, 4.85],
        [47, 4.85],
      ],
      metals.brass,
    ),
    soft(
      [
        [47, 4.4],
        [60, 4.3],
        [80, 3.4],
      ],
      wood,
      0,
    ),
    part(
      [
        [79.4, 3.5],
        [82, 3.3],
      ],
      metals.brass,
    ),
    part(
      [
        [82, 3.1],
        [93, 1.5],
        [99, 0.45],
      ],
      metals.brass,
    ),
    soft(
      [
        [-1.2, 1.2],
        [0.4, 2.6],
        [2, 3.2],
      ],
      metals.brass,
      0,
    ),
  ].join('')
}
