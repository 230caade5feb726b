import { stops, tag } from './markup.ts'
import type { Studio } from './studio.ts'

/** Warm light in the air around a point, fading to nothing. */
export function glow(room: Studio, cx: number, cy: number, rx: number, ry: number, opacity: number): string {
  const fade = stops([
    [0, '#fff1cf', 1],
    [0.18, '#ffebc0', 0.72],
    [0.4, '#ffe3ad', 0.36],
    [0.7, '#ffdc9c', 0.1],
    [1, '#ffd890', 0],
  ])
  const fill = `url(#${room.define('radialGradient', {}, fade)})`
  return tag('ellipse', { cx, cy, rx, ry, fill, opacity })
}
