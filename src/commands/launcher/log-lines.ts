import { styleText } from 'node:util'

interface Entry {
  time: number
  level: string
  msg?: string
  err?: { stack?: string; message?: string }
  req?: { method: string; path: string }
  res?: { status: number }
  responseTime?: number
}

const COLOURS = { fatal: 'red', error: 'red', warn: 'yellow' } as const

/** A line of a structured log as a person likes to read it; any other line as it is. */
export function readable(line: string): string {
  const entry = entryIn(line)
  if (!entry) return line
  const { level, msg, err, req, res, responseTime } = entry
  const time = new Date(entry.time).toTimeString().slice(0, 8)
  const request = req && `${req.method} ${req.path} ${res?.status ?? ''} in ${responseTime ?? '?'} ms`
  const text = [request ?? msg, err && (err.stack ?? err.message)].filter(Boolean).join(' ')
  const colour = COLOURS[level as keyof typeof COLOURS]
  return `${styleText('dim', time)} ${colour ? styleText(colour, text) : text}`
}

function entryIn(line: string): Entry | undefined {
  if (!line.startsWith('{')) return undefined
  try {
    const entry = JSON.parse(line)
    return typeof entry.time === 'number' && entry.level ? entry : undefined
  } catch {
    return undefined
  }
}
