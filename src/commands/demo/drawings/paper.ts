import type { Material } from './light.ts'
import { path, stops, tag } from './markup.ts'
import { prism, rounded } from './prism.ts'
import type { Place, Studio } from './studio.ts'

/** A pile of sheets; sizes in centimetres. */
export function sheets(
  room: Studio,
  place: Place,
  width: number,
  depth: number,
  thick: number,
  turn: number,
  paper: Material,
  base = 0,
): string {
  return prism(room, place, {
    shape: rounded(width, depth, 0.05),
    height: thick,
    base,
    turn,
    material: paper,
  })
}

/** An envelope that lies with its flap up. */
export function envelope(
  room: Studio,
  place: Place,
  width: number,
  depth: number,
  turn: number,
  paper: Material,
  base = 0,
): string {
  const [w, d] = [width * 5, depth * 5]
  const flap = `M${-w} ${-d}L0 ${d * 0.12}L${w} ${-d}Z`
  const folds = [
    path(`M${-w} ${d}L${-w * 0.12} ${-d * 0.02}M${w} ${d}L${w * 0.12} ${-d * 0.02}`, {
      stroke: '#6b5a42',
      'stroke-width': 0.5,
      opacity: 0.35,
    }),
    path(flap, { fill: '#4a3a26', opacity: 0.12, transform: 'translate(1 2)' }),
    path(flap, { fill: paper.colour }),
    path(flap, { fill: '#ffffff', opacity: 0.18 }),
    path(`M${-w} ${-d}L0 ${d * 0.12}L${w} ${-d}`, {
      fill: 'none',
      stroke: '#6b5a42',
      'stroke-width': 0.5,
      opacity: 0.4,
    }),
  ].join('')
  return prism(room, place, {
    shape: rounded(width, depth, 0.1),
    height: 0.12,
    base,
    turn,
    material: paper,
    top: folds,
  })
}

/** A flat brass ruler with its marks, `length` in centimetres. */
export function ruler(room: Studio, place: Place, length: number, turn: number, brass: Material): string {
  const marks = Array.from({ length: length * 10 - 9 }, (_, mm) => {
    const long = mm % 10 === 0 ? 9 : mm % 5 === 0 ? 6.5 : 4
    return `M${mm + 5 - length * 5} -15v${long}`
  })
  const brushed = Array.from(
    { length: 26 },
    (_, i) => `M${-length * 5} ${-14 + i * 1.15}H${length * 5}`,
  ).join('')
  const shine = stops([
    [0, '#fff6da', 0],
    [0.3, '#fff6da', 0.5],
    [0.42, '#fff6da', 0.1],
    [0.7, '#3c2b10', 0.14],
    [1, '#fff6da', 0.2],
  ])
  const sheen = `url(#${room.define('linearGradient', { y2: 0.3 }, shine)})`
  const top = [
    tag('rect', { x: -length * 5, y: -15, width: length * 10, height: 30, fill: sheen }),
    path(brushed, { stroke: '#fff3cf', 'stroke-width': 0.25, opacity: 0.35 }),
    path(marks.filter((_, i) => i % 10).join(''), { stroke: '#3c2b10', 'stroke-width': 0.3, opacity: 0.85 }),
    path(marks.filter((_, i) => i % 10 === 0).join(''), { stroke: '#2c1e08', 'stroke-width': 0.45 }),
    tag('circle', {
      cx: length * 5 - 8,
      cy: 5,
      r: 3.2,
      fill: '#e9e2d6',
      stroke: '#6e5220',
      'stroke-width': 0.8,
    }),
  ].join('')
  return prism(room, place, { shape: rounded(length, 3, 0.15), height: 0.16, turn, material: brass, top })
}
