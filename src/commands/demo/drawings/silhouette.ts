import { at, tag } from './markup.ts'
import type { Knot } from './profile.ts'
import type { Place, Studio } from './studio.ts'

/** The outline of a whole turned form. */
export function silhouette(room: Studio, place: Place, line: readonly Knot[]): string {
  const y = (height: number) => place.y - height * place.scale * room.cos
  const side = (sign: 1 | -1) => line.map(([r, h]) => at(place.x + sign * r * place.scale, y(h)))
  const [foot, top] = [line[0]![0] * place.scale, line.at(-1)![0] * place.scale]
  const [left, right] = [side(-1).reverse(), side(1)]
  const under = `A${at(foot, foot * room.sin)} 0 0 0 ${right[0]}`
  const over = `A${at(top, top * room.sin)} 0 0 0 ${left[0]}`
  return `M${left.join('L')}${under}L${right.join('L')}${over}Z`
}

/** Keeps a drawing within an outline: the value of a `clip-path`. */
export const clipTo = (room: Studio, d: string) => `url(#${room.define('clipPath', {}, tag('path', { d }))})`
