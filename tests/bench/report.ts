import type { Reading } from './measure.ts'

type Readings = Map<number, Reading[]>

const count = new Intl.NumberFormat('en')

/** A table in Markdown: a row a read, and p50 and p99 in SQL for each size, with what the caller waited in brackets. */
export function written(readings: Readings): string {
  const sizes = [...readings.keys()]
  const head = [
    'milliseconds in PostgreSQL, p50 · p99 (p50 · p99 of the call)',
    ...sizes.map((size) => count.format(size)),
  ]
  const names = readings.get(sizes[0]!)!.map(({ name }) => name)
  const body = names.map((name, index) => [name, ...sizes.map((size) => cell(readings.get(size)![index]!))])
  return [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function cell({ sql, call }: Reading): string {
  const pair = ({ p50, p99 }: Reading['sql']) => `${p50.toFixed(2)} · ${p99.toFixed(2)}`
  return `${pair(sql)} (${pair(call)})`
}

const ROW = 26
const LEFT = 330
const WIDTH = 620
const MOST_MS = 100
const LEAST_MS = 0.01

/** The medians in SQL on a logarithmic scale: a row a read, a dot a size, the smallest lightest. */
export function drawn(readings: Readings): string {
  const sizes = [...readings.keys()]
  const names = readings.get(sizes[0]!)!.map(({ name }) => name)
  const height = (names.length + 2) * ROW
  const x = (ms: number) =>
    LEFT + (Math.log(Math.max(ms, LEAST_MS) / LEAST_MS) / Math.log(MOST_MS / LEAST_MS)) * WIDTH
  const scale = [0.01, 0.1, 1, 10, 100].map(
    (ms) =>
      `<line x1="${x(ms)}" x2="${x(ms)}" y1="${ROW}" y2="${height - ROW}" stroke="#d9d3c7"/><text x="${x(ms)}" y="16" text-anchor="middle">${ms} ms</text>`,
  )
  const dots = names.flatMap((name, index) => [
    `<text x="${LEFT - 12}" y="${(index + 1.65) * ROW}" text-anchor="end">${name}</text>`,
    ...sizes.map(
      (size, order) =>
        `<circle cx="${x(readings.get(size)![index]!.sql.p50).toFixed(1)}" cy="${(index + 1.5) * ROW}" r="6" fill="#0b5a4e" fill-opacity="${(order + 1) / sizes.length}"><title>${count.format(size)} products</title></circle>`,
    ),
  ])
  const legend = `<text x="${LEFT}" y="${height - 8}">medians in PostgreSQL; from light to dark: ${sizes.map((size) => count.format(size)).join(', ')} products</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LEFT + WIDTH + 60} ${height}" font-family="system-ui" font-size="13" fill="#1d2023"><title>How long reads of the catalogue take in PostgreSQL</title><rect width="100%" height="100%" fill="#fbf9f5"/>${[...scale, ...dots, legend].join('')}</svg>\n`
}
