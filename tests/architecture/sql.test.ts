import { expect, test } from 'vitest'
import { foreignTables, misplacedChanges, type OwnSql, pastedSql } from '../support/house/sql.ts'
import { made, readTree } from '../support/house/tree.ts'

const sources = readTree(['src'], '.ts')

/** SQL made of pieces of SQL: each of these holds words of ours, chosen in the source and never sent by anybody. */
const ownSql: OwnSql = {
  'src/catalogue/category-page.ts': ['category', 'order'],
  'src/catalogue/home-page.ts': ['condition'],
  'src/catalogue/picture-view.ts': ['picture'],
  'src/catalogue/product-state.ts': ['entries'],
  // A table as the database itself names it, quoted.
  'src/commands/trace/traces-of.ts': ['name'],
  'src/sandbox/payments/objects.ts': [
    'field',
    'comparison',
    "['kind = ?', ...wanted].join(' AND ')",
    'nearestFirst',
  ],
}

test('data is bound to SQL, never pasted into it', () => {
  expect(pastedSql(sources, ownSql)).toEqual([])
})

test.each([
  [`rows(\`select * from basket.baskets where id = \${id}\`)`, `SQL with \${id}, data is bound ($name)`],
  [`row(\`update basket.baskets set x = \${f(id)}\`)`, `SQL with \${f(id)}, data is bound ($name)`],
  ["rows('select * from a where b = ' + sku)", 'SQL glued together with +'],
  ['order: [Sequelize.literal(sort)]', 'Sequelize.literal pastes SQL'],
  ["database.query('select 1')", 'statements go through rows() and row(), which bind'],
])('it notices %s', (source, why) => {
  expect(pastedSql(made({ 'src/basket/basket.ts': source }), {})).toEqual([`src/basket/basket.ts: ${why}`])
})

test('it lets SQL be made of constants and of calls with constants, and bound by a tag', () => {
  const source = `
    rows(\`select \${columns} from a where b in (\${STATES}) and c = \${pictureJson('d', SIZE)} and e = $f\`)
    sql\`select * from a where b = \${c}\`
    say(\`\${count} lines\`)
  `
  expect(pastedSql(made({ 'src/basket/basket.ts': source }), {})).toEqual([])
})

test('it notices an exception that nobody needs any more', () => {
  const tree = made({ 'src/basket/basket.ts': 'rows(`select 1`)' })
  expect(pastedSql(tree, { 'src/basket/basket.ts': ['order'] })).toEqual([
    `src/basket/basket.ts: has no SQL with \${order} any more`,
  ])
})

test('every module reads and writes its own tables only', () => {
  expect(foreignTables(sources)).toEqual([])
})

test('it notices the table of another module, but lets a published view be joined', () => {
  const tree = made({
    'src/inventory/index.ts': '/** Owns stock. Others may join `inventory.availability (variant_id)`. */',
    'src/basket/basket.ts': `
      rows('select * from basket.baskets b join inventory.availability using (variant_id)')
      rows(\`select 1
        from basket.baskets b join inventory.stock_levels using (variant_id)\`)
      rows('update orders.orders set state = $state')`,
  })
  expect(foreignTables(tree)).toEqual([
    'src/basket/basket.ts: orders.orders is a table of orders, ask its public face',
    'src/basket/basket.ts: inventory.stock_levels is a table of inventory, ask its public face',
  ])
})

test('a transaction begins in a change, and a route knows no SQL', () => {
  expect(misplacedChanges(sources)).toEqual([])
})

test.each([
  [
    'src/basket/routes.ts',
    'await transaction(async (tx) => {})',
    'begins a transaction: a route calls a change, which begins one',
  ],
  [
    'src/checkout/address-routes.ts',
    'transaction<void>(work)',
    'begins a transaction: a route calls a change, which begins one',
  ],
  [
    'src/basket/basket-view.ts',
    'return transaction((tx) => 1)',
    'begins a transaction: a read changes nothing',
  ],
  [
    'src/basket/add-line.ts',
    "import type { Request } from 'express'\ntransaction(work)",
    'begins a transaction and knows HTTP: a change is asked by a route',
  ],
  [
    'src/orders/routes.ts',
    "import { row, type Transaction } from '../platform/database.ts'",
    'knows SQL: a route calls changes and reads',
  ],
])('it notices in %s: %s', (path, source, what) => {
  expect(misplacedChanges(made({ [path]: source }))).toEqual([`${path} ${what}`])
})

test('it lets a change begin a transaction', () => {
  const tree = made({
    'src/basket/add-line.ts': 'return transaction(async (tx) => 1)',
    'src/basket/routes.ts': '// transaction( in words\nconst text = "transaction("',
  })
  expect(misplacedChanges(tree)).toEqual([])
})
