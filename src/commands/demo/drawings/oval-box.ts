import { deeper, paler } from './colour.ts'
import type { Material } from './light.ts'
import { group, path, tag } from './markup.ts'
import { prism } from './prism.ts'
import { type Place, project, type Studio } from './studio.ts'
import { type Point, smoothLine } from './tube.ts'
import { grain } from './wood.ts'

/** A bentwood box, oval, with its lid; `width` and `depth` in centimetres. */
export function ovalBox(
  room: Studio,
  place: Place,
  width: number,
  depth: number,
  height: number,
  wood: Material,
  base = 0,
): string {
  const oval = (grow: number) =>
    Array.from({ length: 64 }, (_, i): Point => {
      const turn = (-i * Math.PI) / 32
      return [(width / 2 + grow) * Math.cos(turn), (depth / 2 + grow) * Math.sin(turn)]
    }).reverse()
  const lid = height * 0.27
  const body = prism(room, place, {
    shape: oval(0),
    base,
    height: height - lid,
    material: wood,
    shadow: base === 0,
  })
  const cover = prism(room, place, {
    shape: oval(0.18),
    base: base + height - lid,
    height: lid,
    material: { ...wood, colour: paler(wood.colour, 0.03) },
    top: grain(width * 10, depth * 10, wood.colour, 17),
    shadow: false,
  })
  const seam = bandLine(room, place, width, depth, base + height - lid)
  return (
    body +
    fingers(room, place, width, depth, base, height - lid, wood) +
    cover +
    path(seam, { fill: 'none', stroke: '#1c120a', 'stroke-width': 2.2, opacity: 0.4 }) +
    sideGrain(room, place, width, depth, base, height, wood)
  )
}

function bandLine(
  room: Studio,
  place: Place,
  width: number,
  depth: number,
  height: number,
  from = 0.02,
  to = 0.98,
): string {
  const points = Array.from({ length: 21 }, (_, i) => {
    const turn = Math.PI * (1 - (from + ((to - from) * i) / 20))
    return project(room, place, [
      (width / 2 + 0.02) * Math.cos(turn),
      height,
      (depth / 2 + 0.02) * Math.sin(turn),
    ])
  })
  return smoothLine(points)
}

function sideGrain(
  room: Studio,
  place: Place,
  width: number,
  depth: number,
  base: number,
  height: number,
  wood: Material,
): string {
  const lines = [0.08, 0.16, 0.2, 0.31, 0.37, 0.46, 0.52, 0.6, 0.82, 0.9].map((t) =>
    bandLine(room, place, width, depth, base + t * height),
  )
  return path(lines.join(''), {
    fill: 'none',
    stroke: deeper(wood.colour, 0.5),
    'stroke-width': 1,
    opacity: 0.22,
  })
}

function fingers(
  room: Studio,
  place: Place,
  width: number,
  depth: number,
  base: number,
  height: number,
  wood: Material,
): string {
  const on = (angle: number, h: number): Point => {
    const turn = (angle * Math.PI) / 180
    return project(room, place, [
      (width / 2) * Math.cos(turn),
      base + h * height,
      (depth / 2) * Math.sin(turn),
    ])
  }
  const tongue = (low: number, high: number) => {
    const mid = (low + high) / 2
    const shape = [
      on(74, high),
      on(84, high - 0.02),
      on(96, mid + 0.05),
      on(97, mid),
      on(96, mid - 0.05),
      on(84, low + 0.02),
      on(74, low),
    ]
    return { d: smoothLine(shape), tacks: [on(80, mid + 0.06), on(80, mid - 0.06), on(91, mid)] }
  }
  const both = [tongue(0.54, 0.94), tongue(0.06, 0.46)]
  const dots = both
    .flatMap(({ tacks }) => tacks)
    .map(([cx, cy]) => tag('circle', { cx, cy, r: 2.4, fill: '#8a5a35' }))
  return group(
    {},
    path(both.map(({ d }) => d).join(''), {
      fill: 'none',
      stroke: '#1c120a',
      'stroke-width': 4,
      opacity: 0.28,
      transform: 'translate(-1.5 1.5)',
    }),
    path(both.map(({ d }) => d).join(''), {
      fill: 'none',
      stroke: deeper(wood.colour, 0.45),
      'stroke-width': 1.6,
    }),
    ...dots,
  )
}
