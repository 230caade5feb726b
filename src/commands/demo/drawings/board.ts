import { deeper } from './colour.ts'
import type { Material } from './light.ts'
import { path, tag } from './markup.ts'
import { prism } from './prism.ts'
import { profile } from './profile.ts'
import { type Place, project, type Studio } from './studio.ts'
import { type Point, smoothLine } from './tube.ts'
import { turned } from './turned.ts'
import { grain } from './wood.ts'

/** A bread board with a short handle and a hole to hang it by; `turn` in degrees. */
export function board(room: Studio, place: Place, wood: Material, turn: number, seed = 4): string {
  const body: Point[] = [
    ...arc(-13, 9.5, 2.5, 180, 90),
    ...arc(11, 9.5, 3, 90, 20),
    [16, 5.2],
    [18, 3.6],
    ...arc(23.4, 0, 3.4, 80, -80),
    [18, -3.6],
    [16, -5.2],
    ...arc(11, -9.5, 3, -20, -90),
    ...arc(-13, -9.5, 2.5, -90, -180),
  ]
  const shape = body.reverse()
  const hole =
    tag('circle', { cx: 236, cy: 0, r: 13, fill: deeper(wood.colour, 0.55) }) +
    tag('ellipse', { cx: 238, cy: 3, rx: 11, ry: 10, fill: '#e6dccd' })
  return prism(room, place, {
    shape,
    height: 1.9,
    turn,
    material: wood,
    top: grain(440, 250, wood.colour, seed) + hole,
  })
}

function arc(x: number, z: number, radius: number, from: number, to: number): Point[] {
  return Array.from({ length: 9 }, (_, i): Point => {
    const turn = ((from + ((to - from) * i) / 8) * Math.PI) / 180
    return [x + radius * Math.cos(turn), z + radius * Math.sin(turn)]
  })
}

/** A round loaf with flour in its scores. */
export function loaf(room: Studio, place: Place, size: number): string {
  const s = size / 10
  const crust = profile([
    [7.6 * s, 0],
    [9 * s, 0.8 * s],
    [9.8 * s, 3 * s],
    [8.4 * s, 5.8 * s],
    [5 * s, 7.4 * s],
    [1.6 * s, 7.9 * s],
    [0.02, 8 * s],
  ])
  const p = (x: number, y: number, z: number) => project(room, place, [x * s, y * s, z * s])
  const cut = (x: number, wide: number) =>
    smoothLine(
      [
        p(x - 2.6, 4.6 - Math.abs(x) * 0.1, 7.2),
        p(x - 1.1 - wide, 7.2 - Math.abs(x) * 0.2, 3),
        p(x + 0.5 - wide, 7.75 - Math.abs(x) * 0.24, -0.8),
        p(x + 2, 6.9 - Math.abs(x) * 0.2, -5),
        p(x + 0.5 + wide, 7.7 - Math.abs(x) * 0.24, -0.6),
        p(x - 1 + wide, 7.15 - Math.abs(x) * 0.2, 3.2),
      ],
      true,
    )
  const scores = (wide: number) => [-4, -1.3, 1.5, 4.2].map((x) => cut(x, wide)).join('')
  return [
    turned(room, place, {
      outside: crust,
      material: { colour: '#a9733f', sheen: 0.12 },
      waves: 2,
      speckle: { density: 260, colour: '#f6ead2', size: 0.1 },
    }),
    path(scores(0.62), { fill: '#7d4e27', opacity: 0.55 }),
    path(scores(0.46), { fill: '#d9b27a' }),
    path(scores(0.2), { fill: '#efdcb4', opacity: 0.8 }),
  ].join('')
}
