import { group, stops, tag } from './markup.ts'
import { type Studio, studio } from './studio.ts'
import { grain } from './wood.ts'

/** The paper behind and the table below. */
export interface Stage {
  wall: string
  shade: string
  table: string
  front: string
  /** The table is of wood: it shows its edge and its grain. */
  planks?: boolean
}

export const stages = {
  paper: { wall: '#f5f1ea', shade: '#e9e2d7', table: '#f3eee6', front: '#e7dfd2' },
  linen: { wall: '#efe7da', shade: '#e2d7c6', table: '#eee5d8', front: '#ddd1bf' },
  sage: { wall: '#e6e9de', shade: '#d6dbcd', table: '#e9e9e0', front: '#d5d6c8' },
  blush: { wall: '#f1e4d9', shade: '#e5d3c5', table: '#f1e6dc', front: '#dfcdbe' },
  mist: { wall: '#e7eaea', shade: '#d6dbdc', table: '#ebebe8', front: '#d6d8d6' },
  evening: { wall: '#efe8dc', shade: '#ddd3c2', table: '#e6dccb', front: '#d3c7b3' },
  oak: { wall: '#f1ece3', shade: '#e5ddd0', table: '#dcc5a2', front: '#c4a77f', planks: true },
} satisfies Record<string, Stage>

export interface Sitting {
  elevation?: number
  stage?: Stage
  /** Where the wall meets the table, in units from the top. */
  horizon?: number
  width?: number
  height?: number
}

/** A complete picture: the plate, its light, and what is arranged on it from back to front. */
export function picture(sitting: Sitting, arrange: (room: Studio) => string[]): string {
  const { elevation = 14, stage = stages.paper, width = 960, height = 1200 } = sitting
  const room = studio(elevation)
  const things = arrange(room).join('')
  const back =
    elevation > 45
      ? tabletop(room, stage, width, height)
      : wallAndTable(room, stage, width, height, sitting.horizon ?? height * 0.66)
  const body = `${tag('defs', {}, room.definitions())}${back}${things}`
  return tag(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height },
    body,
  )
}

function wallAndTable(room: Studio, stage: Stage, width: number, height: number, horizon: number): string {
  const h = (y: number) => y / height
  const wall = stops([
    [0, stage.wall],
    [h(horizon - 60), stage.shade],
    [h(horizon + 10), stage.shade],
    [h(horizon + 90), stage.planks ? stage.shade : stage.table],
    [1, stage.planks ? stage.shade : stage.front],
  ])
  const fill = room.define('linearGradient', { x2: 0, y2: 1 }, wall)
  const back = tag('rect', { width, height, fill: `url(#${fill})` })
  return (
    back + (stage.planks ? planks(room, stage, width, height, horizon) : '') + daylight(room, width, height)
  )
}

function tabletop(room: Studio, stage: Stage, width: number, height: number): string {
  if (stage.planks) return planks(room, stage, width, height, 0) + daylight(room, width, height)
  const across = stops([
    [0, stage.wall],
    [1, stage.front],
  ])
  const fill = room.define('linearGradient', { x2: 0.8, y2: 1 }, across)
  return tag('rect', { width, height, fill: `url(#${fill})` }) + daylight(room, width, height)
}

function planks(room: Studio, stage: Stage, width: number, height: number, from: number): string {
  const fall = stops([
    [0, stage.table],
    [1, stage.front],
  ])
  const fill = room.define('linearGradient', { x2: 0.6, y2: 1 }, fall)
  const depth = height - from
  const middle = `translate(${width / 2} ${from + depth / 2}) scale(1.6 ${from ? 0.8 : 1.4})`
  const lines = group({ transform: middle }, grain(width, depth * (from ? 1.25 : 0.72), stage.table, 31))
  const top = tag('rect', { y: from, width, height: depth, fill: `url(#${fill})` })
  const edge = from ? tag('rect', { y: from, width, height: 3, fill: '#fff4dd', opacity: 0.5 }) : ''
  return top + lines + edge
}

function daylight(room: Studio, width: number, height: number): string {
  const fall = stops([
    [0, '#fffdf8', 0.75],
    [0.3, '#fffdf8', 0.3],
    [0.55, '#fffdf8', 0],
    [0.56, '#7a6448', 0],
    [1, '#7a6448', 0.15],
  ])
  const fill = `url(#${room.define('radialGradient', { cx: 0.2, cy: 0.14, r: 1.02 }, fall)})`
  return tag('rect', { width, height, fill })
}
