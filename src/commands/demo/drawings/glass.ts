import { glint } from './glint.ts'
import { group, path, stops, tag } from './markup.ts'
import { type Knot, profile } from './profile.ts'
import { turnedShadow } from './shadow.ts'
import { silhouette } from './silhouette.ts'
import { type Place, project, type Studio } from './studio.ts'
import { ring } from './turned.ts'

/** Blown glass: a back and a front, so that what stands within is drawn between them. */
export function glass(
  room: Studio,
  place: Place,
  wall: readonly Knot[],
  tint: string,
): { back: string; front: string } {
  const line = profile(wall)
  const [mouth, top] = line.at(-1)!
  const [x, y] = project(room, place, [0, top, 0])
  const r = mouth * place.scale
  const rim = { cx: x, cy: y, rx: r, ry: r * room.sin, fill: 'none', stroke: '#ffffff' }
  const outline = silhouette(room, place, line)
  const back = [
    group({ opacity: 0.4 }, turnedShadow(room, place, line)),
    path(outline, { fill: tint, 'fill-opacity': 0.16 }),
    tag('ellipse', { ...rim, stroke: tint, 'stroke-width': 2.5, opacity: 0.7 }),
  ]
  const front = [
    path(outline, { fill: body(room, tint) }),
    path(outline, { fill: 'none', stroke: tint, 'stroke-width': 2, opacity: 0.5 }),
    ring(room, place, line[0]![0] * 0.93, 0.5, { stroke: '#ffffff', 'stroke-width': 3, opacity: 0.65 }),
    ring(room, place, line[0]![0], 0.1, { stroke: tint, 'stroke-width': 4, opacity: 0.55 }),
    glint(room, place, line, 1.5),
    tag('ellipse', { ...rim, 'stroke-width': 3, opacity: 0.85 }),
  ]
  return { back: back.join(''), front: front.join('') }
}

function body(room: Studio, tint: string): string {
  const across = stops([
    [0, tint, 0.55],
    [0.06, tint, 0.22],
    [0.2, '#ffffff', 0.22],
    [0.5, '#ffffff', 0.03],
    [0.8, tint, 0.1],
    [0.92, '#ffffff', 0.28],
    [0.96, tint, 0.3],
    [1, tint, 0.6],
  ])
  return `url(#${room.define('linearGradient', {}, across)})`
}

/** Water in blown glass, up to a height. */
export function water(room: Studio, place: Place, wall: readonly Knot[], height: number): string {
  const line = profile(wall)
    .filter(([, h]) => h <= height && h > 0.4)
    .map(([r, h]): Knot => [r - 0.18, h])
  const [radius] = line.at(-1)!
  const [cx, cy] = project(room, place, [0, height, 0])
  const rx = radius * place.scale
  const depth = stops([
    [0, '#a9c3c4', 0.5],
    [0.3, '#d5e3e2', 0.3],
    [0.75, '#b4cbcb', 0.32],
    [1, '#8fafb1', 0.6],
  ])
  return (
    path(silhouette(room, place, line), { fill: `url(#${room.define('linearGradient', {}, depth)})` }) +
    tag('ellipse', {
      cx,
      cy,
      rx,
      ry: rx * room.sin,
      fill: '#e6efee',
      'fill-opacity': 0.55,
      stroke: '#ffffff',
      'stroke-width': 1.6,
    })
  )
}
