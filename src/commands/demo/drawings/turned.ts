import { bands, frustum, wall } from './bands.ts'
import { glint } from './glint.ts'
import { inner } from './hollow.ts'
import type { Material } from './light.ts'
import { at, path } from './markup.ts'
import type { Knot } from './profile.ts'
import { turnedShadow } from './shadow.ts'
import { type Speckle, speckled } from './speckle.ts'
import type { Place, Studio } from './studio.ts'

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
  /** Coffee, soup or water in the vessel, up to a height. */
  filled?: { height: number; colour: string } | undefined
  /** Specks show on the inside too. */
  lined?: boolean
  /** Hangs or lies on something else: casts no shadow on the table. */
  floats?: boolean
  seed?: number
}

/** Draws a turned form with its shadow, seen from the studio's camera. */
export function turned(room: Studio, place: Place, form: Turned): string {
  const { outside, inside, material, lining = material, speckle, seed = 7 } = form
  return [
    form.floats ? '' : turnedShadow(room, place, outside),
    outer(room, place, form),
    edges(room, place, form),
    speckle ? speckled(room, place, glazed(form), speckle, seed) : '',
    material.sheen >= 0.4 ? glint(room, place, glazed(form), material.sheen) : '',
    inside ? inner(room, place, inside, lining, form.filled) : '',
    inside && speckle && form.lined ? speckled(room, place, inside, speckle, seed + 1, true) : '',
  ].join('')
}

function outer(room: Studio, place: Place, form: Turned): string {
  const { outside, zones, waves = 0, material } = form
  const calm = material.sheen > 0.35 ? 0.35 : 1
  return bands(outside, waves || zones ? 0.14 : 0.6)
    .filter(({ angle }) => facesCamera(room, angle))
    .map((band) => {
      const height = (band.from[1] + band.to[1]) / 2
      const zone = zones?.find(({ upTo }) => height < upTo)
      const angle = band.angle + (zone ? 0 : waves * calm * ripple(height))
      const fill = wall(room, zone?.material ?? material, Math.round(angle * 1.6) / 1.6)
      return path(frustum(room, place, band), { fill })
    })
    .join('')
}

/** Walls that lean outwards hide below their own rim. */
function facesCamera(room: Studio, angle: number): boolean {
  const turn = (angle * Math.PI) / 180
  return Math.sin(turn) * room.sin + Math.cos(turn) * room.cos > -0.05
}

function ripple(height: number): number {
  return Math.sin(height * 6.1) + 0.6 * Math.sin(height * 9.7 + 1) + 0.5 * Math.sin(height * 2.9)
}

function edges(room: Studio, place: Place, { outside, zones = [] }: Turned): string {
  return zones
    .map(({ upTo }) => ring(room, place, radiusAt(outside, upTo), upTo, { stroke: '#2a1a0c', opacity: 0.28 }))
    .join('')
}

function glazed({ outside, zones }: Turned): Knot[] {
  const bare = zones?.[0]?.upTo ?? 0
  return outside.filter(([, height]) => height > bare)
}

/** How wide the form is at a height. */
export function radiusAt(line: readonly Knot[], height: number): number {
  return line.reduce((a, b) => (Math.abs(b[1] - height) < Math.abs(a[1] - height) ? b : a))[0]
}

/** A line around the form at a height, on the side that is seen. */
export function ring(
  room: Studio,
  place: Place,
  radius: number,
  height: number,
  look: Record<string, string | number>,
): string {
  const [r, y] = [radius * place.scale, place.y - height * place.scale * room.cos]
  const arc = `M${at(place.x - r, y)}A${at(r, r * room.sin)} 0 0 0 ${at(place.x + r, y)}`
  return path(arc, { fill: 'none', 'stroke-width': 1.6, ...look })
}
