import { lit, type Material } from './light.ts'
import { at, ellipse, px, stops } from './markup.ts'
import type { Knot } from './profile.ts'
import type { Place, Studio } from './studio.ts'

/** A piece of a turned wall that is straight enough for one gradient; `angle` is its lean from upright. */
export interface Band {
  from: Knot
  to: Knot
  angle: number
}

/** Joins the steps of a profile into bands that turn by less than the eye can tell. */
export function bands(line: readonly Knot[], tallest: number): Band[] {
  const found: Band[] = []
  for (let i = 1; i < line.length; i++) {
    const [from, to] = [line[i - 1]!, line[i]!]
    if (Math.hypot(to[0] - from[0], to[1] - from[1]) < 1e-4) continue
    const angle = (Math.atan2(from[0] - to[0], to[1] - from[1]) * 180) / Math.PI
    const last = found.at(-1)
    const joins = last && Math.abs(last.angle - angle) < 0.7 && Math.abs(to[1] - last.from[1]) < tallest
    if (joins) last.to = to
    else found.push({ from, to, angle })
  }
  return found
}

/**
 * The outline of one band. Upright ones end at the middle of their upper disc, which the next band covers: what is
 * filled costs by its box, and discs filled whole would cost twice as much.
 */
export function frustum(room: Studio, place: Place, { from, to, angle }: Band): string {
  const [r0, r1] = [from[0] * place.scale, to[0] * place.scale]
  const y0 = place.y - from[1] * place.scale * room.cos
  const y1 = place.y - to[1] * place.scale * room.cos
  if (room.sin * (r0 - r1) >= y0 - y1) return ellipse(place.x, y0, r0, r0 * room.sin)
  const arc = (r: number, x: number, y: number) => `A${at(r, r * room.sin)} 0 0 0 ${at(x, y)}`
  const front = `M${at(place.x - r0, y0)}${arc(r0, place.x + r0, y0)}L${at(place.x + r1, y1)}`
  return angle > 8 ? `${front}${arc(r1, place.x - r1, y1)}Z` : `${front}H${px(place.x - r1)}Z`
}

const across = [-1, -0.92, -0.74, -0.48, -0.16, 0.16, 0.48, 0.74, 0.92, 1]
const closely = [-1, -0.97, -0.88, -0.72, -0.52, -0.28, 0, 0.28, 0.52, 0.72, 0.88, 0.97, 1]

/** The fill of a wall that leans by so many degrees: light and shade from its left edge to its right. */
export function wall(room: Studio, material: Material, angle: number): string {
  const [up, out] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)]
  const list = (material.sheen > 0.35 ? closely : across).map((u) => {
    const colour = lit(material, [out * u, up, out * Math.sqrt(1 - u * u)], room.view)
    return [(u + 1) / 2, colour] as const
  })
  return `url(#${room.define('linearGradient', {}, stops(list))})`
}
