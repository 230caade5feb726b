import { deeper, paler } from './colour.ts'
import { bulge, type Cushion, edge, standing } from './cushion-body.ts'
import { at, path, stops, tag } from './markup.ts'
import type { Studio } from './studio.ts'
import { type Point, smoothLine } from './tube.ts'

/** A round cushion, pleated to a covered button. */
export function roundCushion(room: Studio, form: Cushion): string {
  const { x, y, half: h, cloth } = form
  const shape = Array.from({ length: 36 }, (_, i): Point => {
    const turn = (i * Math.PI) / 18
    return [h * Math.cos(turn), h * Math.sin(turn) * (Math.sin(turn) > 0 ? 0.95 : 0.98)]
  })
  const d = smoothLine(shape, true)
  const pleats = Array.from({ length: 28 }, (_, i) => {
    const turn = (i * Math.PI) / 14
    const [c, s] = [Math.cos(turn), Math.sin(turn)]
    const [cc, ss] = [Math.cos(turn + 0.06), Math.sin(turn + 0.06)]
    return `M${at(c * h * 0.07, s * h * 0.07)}Q${at(cc * h * 0.4, ss * h * 0.4)} ${at(c * h * 0.86, s * h * 0.86)}`
  }).join('')
  const button = { cx: 0, cy: 0, r: h * 0.085 }
  return standing(
    room,
    { ...form, grip: 0.5 },
    shape,
    [
      path(d, { fill: bulge(room, cloth) }),
      path(d, { fill: dimple(room) }),
      path(pleats, {
        fill: 'none',
        stroke: deeper(cloth.colour, 0.55),
        'stroke-width': h * 0.02,
        opacity: 0.3,
        'stroke-linecap': 'round',
      }),
      path(pleats, {
        fill: 'none',
        stroke: paler(cloth.colour, 0.3),
        'stroke-width': h * 0.016,
        opacity: 0.3,
        transform: `rotate(-4)`,
        'stroke-linecap': 'round',
      }),
      form.weave ? path(d, { fill: form.weave }) : '',
      path(d, { fill: edge(room) }),
      path(d, { fill: 'none', stroke: deeper(cloth.colour, 0.35), 'stroke-width': 5 }),
      tag('circle', { ...button, fill: deeper(cloth.colour, 0.5), opacity: 0.5, cx: 4, cy: 5, r: h * 0.1 }),
      tag('circle', { ...button, fill: bulge(room, cloth) }),
    ],
    x,
    y - h * 0.95,
  )
}

function dimple(room: Studio): string {
  const dark = stops([
    [0, '#1c120a', 0.42],
    [0.16, '#1c120a', 0.16],
    [0.4, '#1c120a', 0],
  ])
  return `url(#${room.define('radialGradient', {}, dark)})`
}
