import { createSocket } from 'node:dgram'
import { config } from './config.ts'
import { logger } from './logger.ts'

type Unit = 'Count' | 'Seconds' | 'Milliseconds'

/** How many values of one figure Amazon takes in one line. */
const MOST_VALUES = 100
const EACH_MS = 60_000

interface Figure {
  unit: Unit
  values: number[]
  /** How many values there were; those that are kept stand for all of them. */
  seen: number
}

const isWanted = config.metrics.logGroup !== undefined
const kept = new Map<string, Figure>()

/** Something has happened so many times more since the figures were told last. */
export function count(name: string, times = 1): void {
  if (!isWanted) return
  const figure = figureOf(name, 'Count')
  figure.values[0] = (figure.values[0] ?? 0) + times
}

/** So much was measured. Of more than a hundred in a minute, a hundred are kept, each as likely as any other. */
export function measure(name: string, unit: Exclude<Unit, 'Count'>, value: number): void {
  if (!isWanted) return
  const figure = figureOf(name, unit)
  figure.seen += 1
  const at = figure.seen <= MOST_VALUES ? figure.seen - 1 : Math.floor(Math.random() * figure.seen)
  if (at < MOST_VALUES) figure.values[at] = value
}

function figureOf(name: string, unit: Unit): Figure {
  const known = kept.get(name)
  if (known) return known
  const fresh: Figure = { unit, values: [], seen: 0 }
  kept.set(name, fresh)
  return fresh
}

/** Tells CloudWatch's agent the figures of this process each minute, and what is left at the end. Without a log group, nobody. */
export function tellFigures(): { stop: () => Promise<void> } {
  if (!isWanted) return { stop: async () => {} }
  const timer = setInterval(() => void tell(), EACH_MS).unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await tell()
    },
  }
}

/**
 * One line in CloudWatch's embedded metric format, on the way to the agent of this machine, who may be away: figures are
 * worth no trouble.
 */
async function tell(): Promise<void> {
  if (kept.size === 0) return
  const { hostname, port } = new URL(config.metrics.address)
  const line = figuresLine(kept, new Date())
  kept.clear()
  const socket = createSocket(hostname.includes(':') ? 'udp6' : 'udp4').unref()
  await new Promise<void>((done) => {
    socket.send(line, Number(port), hostname, (error) => {
      if (error) logger.warn({ fault: error.message }, 'figures were not told')
      socket.close(() => done())
    })
  })
}

/** Source: "Specification: Embedded metric format" in CloudWatch's user guide. */
function figuresLine(figures: ReadonlyMap<string, Figure>, at: Date): string {
  const names = [...figures].map(([Name, { unit }]) => ({ Name, Unit: unit }))
  return `${JSON.stringify({
    _aws: {
      Timestamp: at.getTime(),
      LogGroupName: config.metrics.logGroup,
      CloudWatchMetrics: [{ Namespace: 'Purveyor', Dimensions: [['Shop']], Metrics: names }],
    },
    Shop: new URL(config.baseUrl).hostname,
    ...Object.fromEntries(
      [...figures].map(([name, { values }]) => [name, values.length === 1 ? values[0] : values]),
    ),
  })}\n`
}
