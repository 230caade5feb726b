import { tag } from './markup.ts'
import type { Studio } from './studio.ts'

/** Threads over and under, so many units wide; a fill to lay over a lit cloth. */
export function plainWeave(room: Studio, thread: number, turn = 0): string {
  const t = thread
  const cell = [
    tag('rect', { width: t, height: t, fill: '#fff', 'fill-opacity': 0.1 }),
    tag('rect', { x: t, y: t, width: t, height: t, fill: '#fff', 'fill-opacity': 0.1 }),
    tag('path', {
      d: `M0 ${t}h${t}M${t} ${2 * t}h${t}`,
      stroke: '#2a1c10',
      'stroke-opacity': 0.22,
      'stroke-width': t * 0.28,
    }),
    tag('path', {
      d: `M${t} 0v${t}M${2 * t} ${t}v${t}`,
      stroke: '#2a1c10',
      'stroke-opacity': 0.06,
      'stroke-width': t * 0.28,
    }),
  ].join('')
  return pattern(room, 2 * t, 2 * t, turn, cell)
}

/** The diagonal ribs of a wool twill. */
export function twill(room: Studio, thread: number, turn = 0): string {
  const t = thread
  const d = `M${-t} ${t}L${t} ${-t}M0 ${4 * t}L${4 * t} 0M${3 * t} ${5 * t}L${5 * t} ${3 * t}`
  const dark = tag('path', { d, stroke: '#241a10', 'stroke-opacity': 0.13, 'stroke-width': t * 1.1 })
  const pale = tag('path', {
    d,
    stroke: '#fff',
    'stroke-opacity': 0.06,
    'stroke-width': t * 0.9,
    transform: `translate(${2 * t} 0)`,
  })
  return pattern(room, 4 * t, 4 * t, turn, dark + pale)
}

/** The square cells of a waffle cloth. */
export function waffle(room: Studio, cell: number, turn = 0): string {
  const c = cell
  const well = tag('rect', {
    x: c * 0.2,
    y: c * 0.2,
    width: c * 0.66,
    height: c * 0.66,
    fill: '#2a1c10',
    'fill-opacity': 0.11,
    rx: c * 0.12,
  })
  const shade = tag('path', {
    d: `M${c * 0.2} ${c * 0.86}V${c * 0.2}H${c * 0.86}`,
    fill: 'none',
    stroke: '#2a1c10',
    'stroke-opacity': 0.17,
    'stroke-width': c * 0.12,
  })
  const ridge = tag('path', {
    d: `M0 ${c * 0.04}H${c}M${c * 0.04} 0V${c}`,
    stroke: '#fff',
    'stroke-opacity': 0.3,
    'stroke-width': c * 0.12,
  })
  return pattern(room, c, c, turn, well + shade + ridge)
}

/** Fine lines of linen before a lamp. */
export function slub(room: Studio): string {
  const lines = tag('path', {
    d: 'M0 1.5h23M0 6h41M12 9.5h36M0 14h48M20 18.5h28M0 22h30M2 0v24M9 0v24M15.5 3v21M22 0v17M30 0v24M37 6v18M44 0v24',
    stroke: '#5a4326',
    'stroke-opacity': 0.06,
    'stroke-width': 1,
  })
  return pattern(room, 48, 24, 0, lines)
}

function pattern(room: Studio, width: number, height: number, turn: number, cell: string): string {
  const look = {
    width,
    height,
    patternUnits: 'userSpaceOnUse',
    patternTransform: turn ? `rotate(${turn})` : undefined,
  }
  return `url(#${room.define('pattern', look, cell)})`
}
