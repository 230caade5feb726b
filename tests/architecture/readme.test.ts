import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importTable } from '../support/house/import-table.ts'
import { readmeBreaches } from '../support/house/readme.ts'
import { root } from '../support/house/tree.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')

test('src/README.md tells the import table as it is, and why each dependency is here', () => {
  const { dependencies } = JSON.parse(read('package.json'))
  expect(readmeBreaches(read('src/README.md'), importTable, Object.keys(dependencies))).toEqual([])
})

test('it notices arrows and dependencies that are told otherwise', () => {
  const readme = [
    '| module | may import | because |',
    '| `pricing`, `payments` | nothing | so |',
    '| `basket` | pricing | so |',
    'Every dependency is a guest: `express` carries, `moment` tells the time.',
  ].join('\n')
  const table = { pricing: [], payments: ['pricing'], basket: ['pricing', 'payments'] }
  expect(readmeBreaches(readme + '\n'.repeat(200).concat('.'), table, ['express', 'zod'])).toEqual([
    '204 lines, more than 130',
    'payments may import pricing, not ',
    'basket may import pricing, payments, not pricing',
    'does not say why zod is here',
    'says why moment is here, which it is not',
  ])
})
