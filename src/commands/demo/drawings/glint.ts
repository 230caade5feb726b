import { outline, path, stops } from './markup.ts'
import type { Knot } from './profile.ts'
import { type Place, project, type Studio } from './studio.ts'

/** The window, mirrored in a glossy wall: a pale band that follows the profile. */
export function glint(room: Studio, place: Place, line: readonly Knot[], sheen: number): string {
  const top = Math.max(...line.map(([, height]) => height))
  const foot = Math.min(...line.map(([, height]) => height))
  const [low, high] = [foot + (top - foot) * 0.3, foot + (top - foot) * 0.9]
  const span = line.filter(([, height], i) => i % 4 === 0 && height > low && height < high)
  if (span.length < 3) return ''
  const edge = (u: number) =>
    span.map(([radius, height]) => project(room, place, [radius * u, height, radius * Math.sqrt(1 - u * u)]))
  const fade = stops([
    [0, '#fffdf6', 1],
    [0.45, '#fffdf6', 0.7],
    [1, '#fffdf6', 0],
  ])
  const fill = `url(#${room.define('radialGradient', { cy: 0.4, r: 0.6 }, fade)})`
  return path(outline([...edge(-0.78), ...edge(-0.42).reverse()]), { fill, opacity: sheen * 0.42 })
}
