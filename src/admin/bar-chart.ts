import { scaleBand, scaleLinear } from 'd3-scale'

const WIDTH = 720
const HEIGHT = 220
const LEFT = 72
const BELOW = 24
/** So many bars stand between two that are named. */
const EACH_NAMED = 7

/** A chart as bars and lines in user units, to be drawn by a template that knows how to write names and values. */
export interface BarChart {
  width: number
  height: number
  bars: { x: number; y: number; width: number; height: number; name: string; value: number }[]
  lines: { y: number; value: number }[]
  /** The bars that are named below. */
  names: { x: number; name: string }[]
}

/** Values from nought upwards, the first one on the left; each has a name of its own. */
export function barChart(values: { name: string; value: number }[]): BarChart {
  const most = Math.max(...values.map(({ value }) => value)) || 1
  const across = scaleBand(
    values.map(({ name }) => name),
    [LEFT, WIDTH],
  ).padding(0.2)
  const up = scaleLinear([0, most], [HEIGHT - BELOW, 8]).nice(4)
  const xOf = (name: string) => rounded(across(name) ?? LEFT)
  const isNamed = (place: number) => values.length <= EACH_NAMED || place % EACH_NAMED === 1
  return {
    ...{ width: WIDTH, height: HEIGHT },
    bars: values.map(({ name, value }) => ({
      ...{ name, value, x: xOf(name), y: rounded(up(value)) },
      width: rounded(across.bandwidth()),
      height: rounded(up(0) - up(value)),
    })),
    lines: up.ticks(4).map((value) => ({ value, y: rounded(up(value)) })),
    names: values
      .filter((_value, place) => isNamed(place))
      .map(({ name }) => ({ name, x: rounded(xOf(name) + across.bandwidth() / 2) })),
  }
}

function rounded(length: number): number {
  return Math.round(length * 10) / 10
}
