import { relative } from 'node:path'
import { styleText } from 'node:util'
import { config } from '../../platform/config.ts'
import { needsSandbox } from './environment.ts'

/** What the launcher says once the shop is open: where everything is, and how to end it. */
export function welcome(): string {
  const sandbox = `http://localhost:${config.sandbox.port}`
  const rows = [
    ['Shop', config.baseUrl],
    ...(needsSandbox
      ? [
          ['Sandbox', `${sandbox}  (pretended payments and identities)`],
          ['Outbox', `${sandbox}/outbox  (every mail the shop sends)`],
        ]
      : []),
    ['Data', relative('', config.dataDir)],
  ]
  const table = rows.map(([name, value]) => `  ${styleText('dim', name!.padEnd(9))}${value}`)
  return [
    '',
    `  ${styleText('bold', 'Purveyor is open.')}`,
    '',
    ...table,
    '',
    '  Ctrl-C stops all of it.',
    '',
  ].join('\n')
}
