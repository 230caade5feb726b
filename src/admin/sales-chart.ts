import { scaleBand, scaleLinear } from 'd3-scale'
import type { SalesDay } from '../orders/index.ts'

const WIDTH = 720
const HEIGHT = 220
const LEFT = 72
const BELOW = 24

/** A chart as bars and lines in user units, to be drawn by a template; amounts in minor units. */
export interface SalesChart {
  width: number
  height: number
  bars: { x: number; y: number; width: number; height: number; day: string; amount: number }[]
  lines: { y: number; amount: number }[]
  /** The days that are named below. */
  days: { x: number; day: string }[]
}

/** What was sold on each day, the first one on the left. */
export function salesChart(days: SalesDay[]): SalesChart {
  const most = Math.max(1, ...days.map(({ amount }) => amount))
  const across = scaleBand(
    days.map(({ day }) => day),
    [LEFT, WIDTH],
  ).padding(0.2)
  const up = scaleLinear([0, most], [HEIGHT - BELOW, 8]).nice(4)
  const xOf = (day: string) => rounded(across(day) ?? LEFT)
  return {
    ...{ width: WIDTH, height: HEIGHT },
    bars: days.map(({ day, amount }) => ({
      ...{ day, amount, x: xOf(day), y: rounded(up(amount)) },
      width: rounded(across.bandwidth()),
      height: rounded(up(0) - up(amount)),
    })),
    lines: up.ticks(4).map((amount) => ({ amount, y: rounded(up(amount)) })),
    days: days
      .filter((_day, index) => index % 7 === 1)
      .map(({ day }) => ({ day, x: rounded(xOf(day) + across.bandwidth() / 2) })),
  }
}

function rounded(length: number): number {
  return Math.round(length * 10) / 10
}
