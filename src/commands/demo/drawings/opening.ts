import { at, group, tag } from './markup.ts'
import { type Place, project, type Studio } from './studio.ts'

/** Hides behind the near rim whatever stands in a vessel: its mouth is so wide (radius) at a height. */
export function standingIn(
  room: Studio,
  place: Place,
  radius: number,
  height: number,
  ...things: string[]
): string {
  const [x, y] = project(room, place, [0, height, 0])
  const [rx, ry] = [radius * place.scale, radius * place.scale * room.sin]
  const above = `M-900 -900H2400V${Math.round(y)}H${Math.round(x + rx)}A${at(rx, ry)} 0 0 1 ${at(x - rx, y)}H-900Z`
  const clip = room.define('clipPath', {}, tag('path', { d: above }))
  return group({ 'clip-path': `url(#${clip})` }, ...things)
}
