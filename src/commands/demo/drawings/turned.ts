import { inner } from './hollow.ts'
import { type Material, lit } from './light.ts'
import { at, ellipse, path, px, stops, tag } from './markup.ts'
import type { Knot } from './profile.ts'
import type { Place, Studio } from './studio.ts'
import { turnedShadow } from './shadow.ts'
import { type Speckle, speckled } from './speckle.ts'

/** A form from the wheel or the lathe: lines of radius and height, and what it is made of at each height. */
export interface Turned {
  outside: readonly Knot[]
  inside?: readonly Knot[]
  material: Material
  lining?: Material
  /** Other materials up to a height in centimetres, from below: a bare foot, a dipped half. */
  zones?: readonly { upTo: number; material: Material }[]
  /** Small waves on the wall as a thumb leaves them, in degrees. */
  waves?: number
  speckle?: Speckle | undefined
  floats?: boolean
  seed?: number
}

/** Draws a turned form with its shadow, seen from the studio's camera. */
export function turned(room: Studio, place: Place, form: Turned): string {
  return [
    form.floats ? '' : turnedShadow(room, place, form.outside),
    outer(room, place, form),
    form.speckle ? speckled(room, place, glazed(form), form.speckle, form.seed ?? 7) : '',
    form.inside ? inner(room, place, form.inside, form.lining ?? form.material) : '',
  ].join('')
}

function glazed({ outside, zones }: Turned): Knot[] {
  const bare = zones?.[0]?.upTo ?? 0
  return outside.filter(([, height]) => height > bare)
}

interface Band {
  from: Knot
  to: Knot
  angle: number
}

function outer(room: Studio, place: Place, form: Turned): string {
  return bands(form.outside, Boolean(form.waves))
    .map((band) => {
      const height = (band.from[1] + band.to[1]) / 2
      const material = form.zones?.find((zone) => height < zone.upTo)?.material ?? form.material
      const wave = (form.waves ?? 0) * (Math.sin(height * 6.1) + 0.6 * Math.sin(height * 9.7 + 1) + 0.5 * Math.sin(height * 2.9))
      const fill = `url(#${wall(room, material, Math.round((band.angle + wave) * 0.8) / 0.8)})`
      return path(frustum(room, place, band), { fill })
    })
    .join('')
}

/** Joins the steps of a profile into bands that turn by less than the eye can tell. */
export function bands(line: readonly Knot[], rippled = false): Band[] {
  const found: Band[] = []
  for (let i = 1; i < line.length; i++) {
    const [from, to] = [line[i - 1]!, line[i]!]
    if (Math.hypot(to[0] - from[0], to[1] - from[1]) < 1e-4) continue
    const angle = (Math.atan2(from[0] - to[0], to[1] - from[1]) * 180) / Math.PI
    const last = found.at(-1)
    if (last && Math.abs(last.angle - angle) < 0.7 && Math.abs(to[1] - last.from[1]) < (rippled ? 0.13 : 0.6)) last.to = to
    else found.push({ from, to, angle })
  }
  return found
}

function frustum(room: Studio, place: Place, { from, to, angle }: Band): string {
  const [r0, r1] = [from[0] * place.scale, to[0] * place.scale]
  const y0 = place.y - from[1] * place.scale * room.cos
  const y1 = place.y - to[1] * place.scale * room.cos
  const shoulder = room.sin * (r0 - r1) >= y0 - y1
  if (shoulder) return ellipse(place.x, y0, r0, r0 * room.sin)
  const arc = (r: number, sweep: 0 | 1, x: number, y: number) => `A${at(r, r * room.sin)} 0 0 ${sweep} ${at(x, y)}`
  const front = `M${at(place.x - r0, y0)}${arc(r0, 0, place.x + r0, y0)}`
  if (angle > 40) return `${front}L${at(place.x + r1, y1)}${arc(r1, 0, place.x - r1, y1)}Z`
  return `${front}L${at(place.x + r1, y1 - 1.5)}${arc(r1, 1, place.x - r1, y1 - 1.5)}Z`
}

const across = [-1, -0.97, -0.88, -0.72, -0.52, -0.28, 0, 0.28, 0.52, 0.72, 0.88, 0.97, 1]

function wall(room: Studio, material: Material, angle: number): string {
  const [up, out] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)]
  const list = across.map((u) => {
    const colour = lit(material, [out * u, up, out * Math.sqrt(1 - u * u)], room.view)
    return [(u + 1) / 2, colour] as const
  })
  return room.define('linearGradient', {}, stops(list))
}

/** A line around the form at a height, on the side that is seen. */
export function ring(room: Studio, place: Place, radius: number, height: number, look: Record<string, string | number>) {
  const [r, y] = [radius * place.scale, place.y - height * place.scale * room.cos]
  return path(`M${at(place.x - r, y)}A${at(r, r * room.sin)} 0 0 0 ${at(place.x + r, y)}`, { fill: 'none', ...look })
}

/** The outline of the whole form, for clips and overlays. */
export function silhouette(room: Studio, place: Place, line: readonly Knot[]): string {
  const side = (sign: 1 | -1) =>
    line.map(([r, h]) => at(place.x + sign * r * place.scale, place.y - h * place.scale * room.cos))
  const [foot, top] = [line[0]![0] * place.scale, line.at(-1)![0] * place.scale]
  const [left, right] = [side(-1).reverse(), side(1)]
  return `M${left.join('L')}A${at(foot, foot * room.sin)} 0 0 0 ${right[0]}L${right.join('L')}A${at(top, top * room.sin)} 0 0 0 ${left[0]}Z`
}

export const clip = (room: Studio, d: string) => `url(#${room.define('clipPath', {}, tag('path', { d }))})`

export const rough = (value: number) => px(value)
