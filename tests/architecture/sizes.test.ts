import { expect, test } from 'vitest'
import { sizeBreaches } from '../support/house/sizes.ts'
import { made, readTree } from '../support/house/tree.ts'

/** Why a file of more than 200 lines is one file. */
const reasons: Record<string, string> = {}

/** What the demo shop sells and shows: written as TypeScript, but lists. */
const LISTS = /^src\/commands\/demo\/(?:products|reviews|scenes)\//

test('sources and templates are small, and a long one has a reason', () => {
  const files = [...readTree(['src', 'views'], '.ts', '.eta')].filter(([path]) => !LISTS.test(path))
  expect(sizeBreaches(new Map(files), reasons)).toEqual([])
})

const long = (lines: number) => 'line\n'.repeat(lines)

test('it notices when files grow', () => {
  const tree = made({ 'src/a.ts': long(39), 'src/b.ts': long(41), 'src/c.ts': long(201) })
  expect(sizeBreaches(tree, {})).toEqual([
    'half of the files have more than 40 lines: the median is 41',
    'a tenth of the files has more than 110 lines: up from 201',
    'src/c.ts: 201 lines, more than 200 need a reason',
  ])
})

test('it lets a long file have its reason, and notices a reason without a long file', () => {
  const small = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`src/${index}.ts`, long(20)]))
  const tree = made({ ...small, 'src/c.ts': long(201) })
  expect(sizeBreaches(tree, { 'src/c.ts': 'a table' })).toEqual([])
  expect(sizeBreaches(made(small), { 'src/1.ts': 'was long once' })).toEqual([
    'src/1.ts: is not long, and needs no reason',
  ])
})
