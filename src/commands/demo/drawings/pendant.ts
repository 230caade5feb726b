import { glow } from './glow.ts'
import type { Material } from './light.ts'
import { group, path, stops, tag } from './markup.ts'
import { type Glaze, metals } from './palette.ts'
import { type Knot, profile } from './profile.ts'
import type { Place, Studio } from './studio.ts'
import { ring, turned } from './turned.ts'

const bell: readonly Knot[] = [
  [12, 0],
  [11.7, 0.8],
  [9.8, 5],
  [7.2, 9.6],
  [5.2, 13.2],
  [3.4, 15.2],
  [1.6, 16.2],
  [1.2, 16.4],
]

/** A bell that hangs from the ceiling, seen from a little below; `place` is the middle of its lower edge. */
export function bellPendant(room: Studio, place: Place, glaze: Glaze): string {
  const rx = bell[0]![0] * place.scale
  return [
    cord(place, 18.4),
    glow(room, place.x, place.y + 10 * place.scale, 26 * place.scale, 24 * place.scale, 0.7),
    turned(room, place, {
      outside: profile([
        [1.1, 16.2],
        [1.1, 18.6],
      ]),
      material: metals.brass,
      floats: true,
    }),
    turned(room, place, {
      outside: profile(bell),
      material: glaze.body,
      waves: 0.35,
      speckle: glaze.speckle,
      floats: true,
    }),
    mouth(room, place.x, place.y, rx, rx * 0.13, glaze.body.colour),
  ].join('')
}

/** A round paper shade with its ribs, lit. */
export function paperGlobe(room: Studio, place: Place, radius: number, paper: Material): string {
  const line = profile(
    Array.from({ length: 15 }, (_, i): Knot => {
      const turn = (-78 + (156 / 14) * i) * (Math.PI / 180)
      return [radius * Math.cos(turn), radius * (1 + Math.sin(turn))]
    }),
    6,
  )
  const centre = place.y - radius * place.scale * room.cos
  const r = radius * place.scale
  const ribs = Array.from({ length: 21 }, (_, i) => {
    const height = radius * (1 + Math.sin(((-75 + 7.5 * i) * Math.PI) / 180))
    const width = Math.sqrt(Math.max(0, radius ** 2 - (height - radius) ** 2))
    return ring(room, place, width, height, { stroke: '#8f744a', opacity: 0.3, 'stroke-width': 1.5 })
  })
  return [
    cord(place, 2 * radius - 0.4),
    glow(room, place.x, centre, r * 2, r * 2, 0.8),
    turned(room, place, { outside: line, material: { ...paper, glow: 0.3 }, floats: true }),
    glow(room, place.x - r * 0.05, centre + r * 0.05, r * 0.9, r * 0.9, 0.75),
    ...ribs,
  ].join('')
}

function cord(place: Place, height: number): string {
  const x = place.x
  const bottom = place.y - height * place.scale
  return path(`M${x} -5V${Math.round(bottom)}`, { stroke: '#3a342c', 'stroke-width': 4.5 })
}

function mouth(room: Studio, cx: number, cy: number, rx: number, ry: number, colour: string): string {
  const light = stops([
    [0, '#fffbee'],
    [0.3, '#fff0cd'],
    [0.75, '#f0d5a0'],
    [1, '#c7a56c'],
  ])
  const fill = `url(#${room.define('radialGradient', { cy: 0.7 }, light)})`
  return group({}, tag('ellipse', { cx, cy, rx, ry, fill, stroke: colour, 'stroke-width': 5 }))
}
