import { deeper, paler } from './colour.ts'
import { inner } from './hollow.ts'
import { at, group, path } from './markup.ts'
import { hollow, type Knot, lip, profile } from './profile.ts'
import { random } from './random.ts'
import { type Place, project, type Studio } from './studio.ts'
import { smoothLine, tube } from './tube.ts'
import { radiusAt, turned } from './turned.ts'

export interface Basket {
  wall: readonly Knot[]
  colour: string
  /** Height of one row and width of one stitch, in centimetres. */
  row: number
  stitch: number
  handles?: boolean
}

export const baskets = {
  willow: {
    wall: [
      [10, 0],
      [10.4, 0.3],
      [12.2, 6],
      [13.6, 14],
      [14.2, 21],
    ],
    colour: '#a9814f',
    row: 0.85,
    stitch: 2.1,
    handles: true,
  },
  seagrass: {
    wall: [
      [11, 0],
      [12, 0.4],
      [15.4, 6],
      [16, 11],
      [14, 17],
      [12.2, 22],
    ],
    colour: '#c2a873',
    row: 0.8,
    stitch: 1.7,
    handles: true,
  },
  bread: {
    wall: [
      [9, 0],
      [9.4, 0.2],
      [11.4, 3.4],
      [12.4, 6.6],
    ],
    colour: '#bb9862',
    row: 0.62,
    stitch: 1.5,
  },
} satisfies Record<string, Basket>

/** A woven basket: rows of rods over and under the stakes, on a turned ground. */
export function basket(room: Studio, place: Place, form: Basket): string {
  const ground = { colour: form.colour, sheen: 0.08 }
  const [mouth, rim] = form.wall.at(-1)!
  const body = turned(room, place, { outside: lip(form.wall, 0.7), material: ground })
  const inside = inner(room, place, hollow(form.wall, 0.7), { ...ground, colour: deeper(form.colour, 0.25) })
  return [
    body,
    stitches(room, place, form),
    inside,
    rings(room, place, form),
    braid(room, place, mouth, rim + 0.15, form.colour),
    form.handles ? grips(room, place, form) : '',
  ].join('')
}

function stitches(room: Studio, place: Place, form: Basket): string {
  const line = profile(form.wall)
  const top = form.wall.at(-1)![1]
  const next = random(4)
  const parts = { gap: [] as string[], under: [] as string[], light: [] as string[] }
  const count = Math.round((2 * Math.PI * form.wall.at(-1)![0]) / form.stitch / 2) * 2
  const rows = Math.floor(top / form.row)
  for (let j = 0; j < rows; j++) {
    const height = ((j + 0.5) * top) / rows
    const radius = radiusAt(line, height) * 1.004
    const half = (top / rows / 2) * 0.92
    for (let i = 0; i < count / 2; i++) {
      const from = Math.PI * ((2 * (i + (j % 2) / 2)) / count) * 1 - 0.02
      const point = (t: number, rise: number) => {
        const turn = Math.PI - (from + ((t * 2 * Math.PI) / count) * 0.98)
        return project(room, place, [radius * Math.cos(turn), height + rise, radius * Math.sin(turn)])
      }
      if (from > Math.PI || from + (2 * Math.PI) / count < 0) continue
      const jitter = (next() - 0.5) * half * 0.3
      parts.gap.push(
        smoothLine([point(0, -half * 0.2), point(0.3, -half), point(0.7, -half), point(1, -half * 0.2)]),
      )
      parts.under.push(`M${at(...point(0.01, half * 0.75))}L${at(...point(0.01, -half * 0.75))}`)
      parts.light.push(
        smoothLine([
          point(0.22, half * 0.35 + jitter),
          point(0.5, half * 0.55 + jitter),
          point(0.8, half * 0.35 + jitter),
        ]),
      )
    }
  }
  const w = (top / rows) * place.scale * room.cos
  return group(
    { fill: 'none', 'stroke-linecap': 'round' },
    path(parts.gap.join(''), { stroke: deeper(form.colour, 0.72), 'stroke-width': w * 0.2, opacity: 0.6 }),
    path(parts.under.join(''), { stroke: deeper(form.colour, 0.68), 'stroke-width': w * 0.22, opacity: 0.5 }),
    path(parts.light.join(''), { stroke: paler(form.colour, 0.5), 'stroke-width': w * 0.2, opacity: 0.42 }),
  )
}

function rings(room: Studio, place: Place, form: Basket): string {
  const [mouth, rim] = form.wall.at(-1)!
  const lines = Array.from({ length: 5 }, (_, i) => {
    const height = rim - 0.9 - i * form.row
    const radius = radiusAt(form.wall, height) - 0.8
    const arc = Array.from({ length: 17 }, (_, k) => {
      const turn = Math.PI * (1.08 + (k * 0.84) / 16)
      return project(room, place, [radius * Math.cos(turn), height, radius * Math.sin(turn)])
    })
    return smoothLine(arc)
  })
  const [x, y] = project(room, place, [0, rim, 0])
  const [rx, ry] = [(mouth - 0.75) * place.scale, (mouth - 0.75) * place.scale * room.sin]
  const clip = room.define(
    'clipPath',
    {},
    `<ellipse cx="${x}" cy="${Math.round(y)}" rx="${Math.round(rx)}" ry="${Math.round(ry)}"/>`,
  )
  const look = {
    fill: 'none',
    stroke: deeper(form.colour, 0.75),
    'stroke-width': form.row * place.scale * 0.16,
    opacity: 0.55,
  }
  return group({ 'clip-path': `url(#${clip})` }, path(lines.join(''), look))
}

function braid(room: Studio, place: Place, radius: number, height: number, colour: string): string {
  const strand = (offset: number, lift: number) =>
    Array.from({ length: 46 }, (_, i) => {
      const turn = (i * 2 * Math.PI) / 46 + offset
      const a = project(room, place, [radius * Math.cos(turn), height - 0.45, radius * Math.sin(turn)])
      const b = project(room, place, [
        (radius - 0.45) * Math.cos(turn + 0.12),
        height + lift,
        (radius - 0.45) * Math.sin(turn + 0.12),
      ])
      return `M${at(...a)}L${at(...b)}`
    }).join('')
  const width = 0.62 * place.scale
  return group(
    { 'stroke-linecap': 'round' },
    path(strand(0, 0.4), { stroke: deeper(colour, 0.5), 'stroke-width': width * 1.25 }),
    path(strand(0, 0.42), { stroke: paler(colour, 0.08), 'stroke-width': width }),
    path(strand(-0.02, 0.46), { stroke: paler(colour, 0.4), 'stroke-width': width * 0.35, opacity: 0.7 }),
  )
}

function grips(room: Studio, place: Place, form: Basket): string {
  const [mouth, rim] = form.wall.at(-1)!
  const grip = (sign: 1 | -1) => {
    const p = (x: number, y: number, z: number) => project(room, place, [sign * x, y, z])
    const line = smoothLine([
      p(mouth - 0.4, rim - 1.4, 3.4),
      p(mouth + 0.5, rim + 1.8, 3),
      p(mouth + 0.9, rim + 3.4, 1),
      p(mouth + 0.9, rim + 3.4, -1),
      p(mouth + 0.5, rim + 1.8, -3),
      p(mouth - 0.4, rim, -3.4),
    ])
    return tube(room, line, place.scale * 0.95, { colour: form.colour, sheen: 0.1 })
  }
  return grip(-1) + grip(1)
}
