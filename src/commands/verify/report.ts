import { styleText } from 'node:util'
import type { Checked } from './find-breaches.ts'

/** What was checked, a line each, and under what does not hold the rows that break it. */
export function describe(checked: Checked[]): string {
  const held = checked.filter(({ broken }) => broken.length === 0).length
  return [
    ...checked.flatMap(describeOne),
    '',
    held === checked.length
      ? `All ${held} invariants hold.`
      : `${checked.length - held} of ${checked.length} invariants are broken.`,
  ].join('\n')
}

function describeOne({ name, sentence, broken }: Checked): string[] {
  if (broken.length === 0) return [`${styleText('green', '✓')} ${name}: ${sentence}`]
  return [`${styleText('red', '✗')} ${name}: ${sentence}`, ...broken.map((row) => `    ${describeRow(row)}`)]
}

function describeRow(row: Record<string, unknown>): string {
  return Object.entries(row)
    .map(([column, value]) => `${column} ${shown(value)}`)
    .join(' · ')
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '–'
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
