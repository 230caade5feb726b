import { glow } from './glow.ts'
import { group, path } from './markup.ts'
import { type Knot, profile } from './profile.ts'
import { clipTo, silhouette } from './silhouette.ts'
import type { Place, Studio } from './studio.ts'
import { ring, turned } from './turned.ts'
import { slub } from './weave.ts'

/** A shade of linen with the lamp lit behind it: radius below and above, the height of both edges. */
export interface Shade {
  below: number
  above: number
  from: number
  to: number
  colour: string
}

/** Draws a lit linen shade; what carries it is drawn before. */
export function linenShade(room: Studio, place: Place, shade: Shade): string {
  const wall: Knot[] = [
    [shade.below, shade.from],
    [shade.above, shade.to],
  ]
  const line = profile(wall)
  const height = shade.to - shade.from
  const y = (part: number) => place.y - (shade.from + height * part) * place.scale * room.cos
  const clip = clipTo(room, silhouette(room, place, line))
  const bulb = glow(
    room,
    place.x - shade.below * 0.08 * place.scale,
    y(0.45),
    shade.below * 1.15 * place.scale,
    height * 0.75 * place.scale,
    0.85,
  )
  const cloth = path(silhouette(room, place, line), { fill: slub(room) })
  const material = { colour: shade.colour, sheen: 0, glow: 0.34 }
  const inside = [...line]
    .reverse()
    .map(([r, h]): Knot => [r - 0.15, h])
    .filter((_, i) => i % 4 === 0)
  const seams = [shade.from + 0.25, shade.to - 0.2].map((h, i) =>
    ring(room, place, (i ? shade.above : shade.below) * 0.999, h, {
      stroke: '#7a5d38',
      opacity: 0.3,
      'stroke-width': 2,
    }),
  )
  const lining = { colour: '#f6e7c6', sheen: 0, glow: 0.6 }
  return (
    turned(room, place, { outside: line, material, inside, lining, floats: true }) +
    group({ 'clip-path': clip }, bulb, cloth) +
    seams.join('')
  )
}
