import { expect, test } from 'vitest'
import { wholeTable } from '../support/house/import-table.ts'
import { importBreaches, importsOf, roundIn } from '../support/house/imports.ts'
import { made, readTree } from '../support/house/tree.ts'

const sources = readTree(['src'], '.ts', '.mjs')

test('every import follows the table, through the public face of the other module', () => {
  expect(importBreaches(sources, wholeTable)).toEqual([])
})

test.each([
  [
    'src/basket/add-line.ts',
    '../orders/index.ts',
    'basket may know identity, catalogue, inventory, pricing, credit',
  ],
  ['src/basket/add-line.ts', '../catalogue/product.ts', 'the public face of catalogue is its index.ts'],
  ['src/pricing/tax.ts', '../basket/index.ts', 'pricing may know no other module'],
  ['src/gifts/wrap.ts', '../basket/index.ts', 'gifts has no row in the table'],
  ['src/platform/pages.ts', '../basket/index.ts', 'the platform knows nothing of the shop'],
  ['src/sandbox/app.ts', '../payments/index.ts', 'the sandbox knows the platform only'],
  ['src/payments/stripe.ts', '../sandbox/sandbox.ts', 'only commands know the sandbox'],
  ['src/deps.ts', './sandbox/sandbox.ts', 'only commands know the sandbox'],
  ['src/deps.ts', './payments/stripe.ts', 'the public face of payments is its index.ts'],
  ['src/orders/order.ts', '../deps.ts', 'a module knows nothing above it'],
  ['src/orders/order.ts', '../commands/import.ts', 'nobody imports what people or machines start'],
  ['src/orders/order.ts', '../../tests/support/shop.ts', 'it is not in src/'],
])('it notices that %s imports %s', (path, specifier, why) => {
  const tree = made({ [path]: `import { something } from '${specifier}'\n` })
  expect(importBreaches(tree, wholeTable)).toEqual([`${path} imports ${specifier}: ${why}`])
})

test.each([
  ['src/app.ts', './basket/index.ts'],
  ['src/commands/import.ts', '../catalogue/index.ts'],
  ['src/commands/demo/seed.ts', '../../sandbox/sandbox.ts'],
  ['src/lambda/send-mail.ts', '../deps.ts'],
  ['src/basket/add-line.ts', '../platform/database.ts'],
  ['src/admin/orders.ts', '../orders/index.ts'],
])('it lets %s import %s', (path, specifier) => {
  const tree = made({ [path]: `import { something } from '${specifier}'\n` })
  expect(importBreaches(tree, wholeTable)).toEqual([])
})

test('it reads every form of import, and none in a comment or a text', () => {
  const source = `
    import './a.ts'
    import b, { type C } from './b.ts'
    import {
      d,
    } from './d.ts'
    export type { E } from './e.ts'
    export * from './f.ts'
    const g = await import('./g.ts')
    // import h from './h.ts'
    const text = "import i from './i.ts'"
  `
  expect(importsOf(source)).toEqual(['./a.ts', './b.ts', './d.ts', './e.ts', './f.ts', './g.ts'])
})

test('no arrow of the table leads back', () => {
  expect(roundIn(wholeTable)).toBeUndefined()
  expect(roundIn({ orders: ['payments'], payments: ['pricing'], pricing: ['orders'] })).toEqual([
    'orders',
    'payments',
    'pricing',
    'orders',
  ])
})
