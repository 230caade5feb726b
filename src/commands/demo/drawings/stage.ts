import { stops, tag } from './markup.ts'
import { type Studio, studio } from './studio.ts'

/** The paper behind and the table below. */
export interface Stage {
  wall: string
  shade: string
  table: string
  front: string
}

export const paper: Stage = { wall: '#f5f1ea', shade: '#e9e2d7', table: '#f3eee6', front: '#e7dfd2' }

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
  const { elevation = 14, stage = paper, width = 960, height = 1200 } = sitting
  const room = studio(elevation)
  const things = arrange(room).join('')
  const back = elevation > 45 ? tabletop(room, stage, width, height) : wallAndTable(room, stage, width, height, sitting.horizon ?? height * 0.66)
  const body = `${tag('defs', {}, room.definitions())}${back}${things}`
  return tag('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height }, body)
}

function wallAndTable(room: Studio, stage: Stage, width: number, height: number, horizon: number): string {
  const h = (y: number) => y / height
  const fill = room.define(
    'linearGradient',
    { x2: 0, y2: 1 },
    stops([
      [0, stage.wall],
      [h(horizon - 60), stage.shade],
      [h(horizon + 10), stage.shade],
      [h(horizon + 90), stage.table],
      [1, stage.front],
    ]),
  )
  return tag('rect', { width, height, fill: `url(#${fill})` }) + daylight(room, width, height)
}

function tabletop(room: Studio, stage: Stage, width: number, height: number): string {
  const fill = room.define('linearGradient', { x2: 0.8, y2: 1 }, stops([[0, stage.wall], [1, stage.front]]))
  return tag('rect', { width, height, fill: `url(#${fill})` }) + daylight(room, width, height)
}

function daylight(room: Studio, width: number, height: number): string {
  const glow = room.define('radialGradient', { cx: 0.18, cy: 0.1, r: 0.95 }, stops([[0, '#fffdf8', 0.75], [0.5, '#fffdf8', 0.18], [1, '#fffdf8', 0]]))
  const corner = room.define('radialGradient', { cx: 0.3, cy: 0.35, r: 0.95 }, stops([[0.55, '#7a6448', 0], [1, '#7a6448', 0.14]]))
  return [glow, corner].map((id) => tag('rect', { width, height, fill: `url(#${id})` })).join('')
}
