import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { settings } from '../../src/platform/config.ts'
import { settingBreaches } from '../support/house/settings.ts'
import { root } from '../support/house/tree.ts'

test('.env.example shows every setting of the shop and no other', () => {
  const example = readFileSync(join(root, '.env.example'), 'utf8')
  expect(settingBreaches(Object.keys(settings.shape), example)).toEqual([])
})

test('it notices a setting that is not shown, one that nobody reads, and one shown twice', () => {
  const example =
    '# The port.\nPORT=3000\n\n# REDIS_URL=redis://localhost\n#OLD=1\nPORT=1\n# See BASE_URL below\n'
  expect(settingBreaches(['PORT', 'REDIS_URL', 'BASE_URL'], example)).toEqual([
    '.env.example does not show BASE_URL',
    '.env.example shows OLD, which nobody reads',
    '.env.example shows PORT twice',
  ])
})
