import { deeper, paler } from './colour.ts'
import { bulge, type Cushion, edge, standing } from './cushion-body.ts'
import type { Material } from './light.ts'
import { at, group, path, stops } from './markup.ts'
import { random } from './random.ts'
import { clipTo } from './silhouette.ts'
import type { Studio } from './studio.ts'
import { type Point, smoothLine } from './tube.ts'

/** A square cushion, well filled, with a piped seam. */
export function cushion(room: Studio, form: Cushion): string {
  const { x, y, half: h, cloth } = form
  const shape = squareOutline(h)
  const d = smoothLine(shape, true)
  const clip = clipTo(room, d)
  return standing(
    room,
    form,
    shape,
    [
      path(d, { fill: bulge(room, cloth) }),
      group({ 'clip-path': clip }, ...stripes(form), puckers(h, shape, cloth), creases(h, cloth)),
      path(d, { fill: swell(room) }),
      form.weave ? path(d, { fill: form.weave }) : '',
      path(d, { fill: edge(room) }),
      path(d, { fill: 'none', stroke: deeper(cloth.colour, 0.35), 'stroke-width': 5 }),
      path(d, {
        fill: 'none',
        stroke: paler(cloth.colour, 0.25),
        'stroke-width': 2,
        transform: 'translate(-1 -1)',
      }),
    ],
    x,
    y - h,
  )
}

function squareOutline(h: number): Point[] {
  const side: Point[] = [
    [-0.975, -0.9],
    [-0.985, -0.965],
    [-0.93, -0.98],
    [-0.6, -0.955],
    [0, -0.945],
    [0.6, -0.955],
    [0.93, -0.975],
  ]
  const right: Point[] = [
    [0.985, -0.965],
    [0.978, -0.9],
    [0.95, -0.5],
    [0.945, 0],
    [0.955, 0.5],
    [0.978, 0.9],
  ]
  const below: Point[] = [
    [0.99, 0.965],
    [0.93, 0.99],
    [0.6, 0.985],
    [0, 0.99],
    [-0.6, 0.985],
    [-0.93, 0.99],
  ]
  const left: Point[] = [
    [-0.99, 0.965],
    [-0.978, 0.9],
    [-0.955, 0.5],
    [-0.945, 0],
    [-0.95, -0.5],
  ]
  return [...side, ...right, ...below, ...left].map(([x, y]): Point => [x * h, y * h])
}

function swell(room: Studio): string {
  const pale = stops([
    [0, '#fffaf0', 0.13],
    [0.5, '#fffaf0', 0.05],
    [1, '#fffaf0', 0],
  ])
  return `url(#${room.define('radialGradient', { cx: 0.4, cy: 0.4, r: 0.42 }, pale)})`
}

function puckers(h: number, shape: Point[], cloth: Material): string {
  const next = random(17)
  const folds = shape.flatMap(([x, y], i) => {
    const [x2, y2] = shape[(i + 1) % shape.length]!
    const count = Math.max(1, Math.round(Math.hypot(x2 - x, y2 - y) / (h * 0.055)))
    return Array.from({ length: count }, (_, k) => {
      const t = (k + next()) / count
      const [px, py] = [x + (x2 - x) * t, y + (y2 - y) * t]
      const [long, bend] = [0.05 + 0.1 * next() ** 2, (next() - 0.5) * h * 0.03]
      return `M${at(px, py)}q${at((-px * long) / 2 + bend, (-py * long) / 2)} ${at(-px * long, -py * long)}`
    })
  })
  const look = { fill: 'none', 'stroke-linecap': 'round' }
  return (
    path(folds.join(''), {
      ...look,
      stroke: deeper(cloth.colour, 0.5),
      'stroke-width': h * 0.012,
      opacity: 0.16,
    }) +
    path(folds.join(''), {
      ...look,
      stroke: paler(cloth.colour, 0.5),
      'stroke-width': h * 0.009,
      opacity: 0.1,
      transform: `translate(${at(-h * 0.01, -h * 0.006)})`,
    })
  )
}

function creases(h: number, cloth: Material): string {
  const fold = (d: string, width: number, opacity: number) => {
    const soft = [1.5, 1, 0.5].map((part) => path(d, { 'stroke-width': width * part }))
    const shade = group({ stroke: deeper(cloth.colour, 0.5), 'stroke-opacity': opacity / 2.4 }, ...soft)
    const lift = {
      stroke: paler(cloth.colour, 0.4),
      'stroke-opacity': opacity / 3,
      transform: `translate(${at(-width, -width)})`,
    }
    return shade + group(lift, ...soft)
  }
  const corner = (sx: number, sy: number) =>
    fold(
      `M${at(sx * h * 0.93, sy * h * 0.9)}Q${at(sx * h * 0.78, sy * h * 0.8)} ${at(sx * h * 0.6, sy * h * 0.72)}`,
      h * 0.03,
      0.2,
    ) +
    fold(
      `M${at(sx * h * 0.95, sy * h * 0.85)}Q${at(sx * h * 0.86, sy * h * 0.66)} ${at(sx * h * 0.8, sy * h * 0.46)}`,
      h * 0.024,
      0.16,
    )
  const look = { fill: 'none', 'stroke-linecap': 'round' }
  return group(look, corner(-1, -1), corner(1, -1), corner(-1, 1), corner(1, 1))
}

function stripes(form: Cushion): string[] {
  const h = form.half
  return (form.stripes ?? []).map(({ at: where, width, colour }) => {
    const bow = where * h * 0.09
    return path(`M${at(where * h, -h)}Q${at(where * h + bow, 0)} ${at(where * h, h)}`, {
      fill: 'none',
      stroke: colour,
      'stroke-width': width,
      opacity: 0.8,
    })
  })
}
