import { deeper, paler } from './colour.ts'
import type { Material } from './light.ts'
import { group, path, tag } from './markup.ts'
import { turned as around, facing, prism, prismShadow, rounded } from './prism.ts'
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

/** An open box of planks with gaps between them; sizes in centimetres. */
export function crate(
  room: Studio,
  place: Place,
  width: number,
  depth: number,
  height: number,
  wood: Material,
  turn: number,
  inside = '',
): string {
  const t = 1
  const rows = 3
  const gap = 0.9
  const tall = (height - gap * (rows - 1)) / rows
  const planks = (shape: Point[], seed: number) =>
    Array.from({ length: rows }, (_, i) =>
      plank(room, place, shape, i * (tall + gap), tall, wood, turn, seed + i),
    ).join('')
  const at = (w: number, d: number, x: number, z: number): Point[] =>
    rounded(w, d).map(([px, pz]): Point => [px + x, pz + z])
  const back = at(width, t, 0, -depth / 2 + t / 2)
  const front = at(width, t, 0, depth / 2 - t / 2)
  const left = at(t, depth - 2 * t, -width / 2 + t / 2, 0)
  const right = at(t, depth - 2 * t, width / 2 - t / 2, 0)
  const floor = prism(room, place, {
    shape: rounded(width, depth),
    height: 0.8,
    turn,
    material: { ...wood, colour: deeper(wood.colour, 0.5) },
    shadow: false,
  })
  const shadow = prismShadow(
    room,
    place,
    rounded(width, depth).map((point) => around(point, turn)),
    0,
    height,
  )
  return [shadow, floor, planks(back, 3), planks(left, 7), planks(right, 11), inside, planks(front, 21)].join(
    '',
  )
}

function plank(
  room: Studio,
  place: Place,
  shape: Point[],
  base: number,
  height: number,
  wood: Material,
  turn: number,
  seed: number,
): string {
  const body = prism(room, place, { shape, base, height, turn, material: wood, shadow: false })
  const corners = shape.map((point) => around(point, turn))
  const faces = corners.map((from, i) => {
    const to = corners[(i + 1) % corners.length]!
    const length = Math.hypot(to[0] - from[0], to[1] - from[1])
    if (length < 3 || to[0] <= from[0]) return ''
    const clip = room.define('clipPath', {}, tag('rect', { width: length * 10, height: height * 10 }))
    const lines = group(
      { transform: `translate(${length * 5} ${height * 5})` },
      grain(length * 10, height * 10, wood.colour, seed),
    )
    return facing(room, place, from, to, base + height, group({ 'clip-path': `url(#${clip})` }, lines))
  })
  return body + faces.join('')
}
