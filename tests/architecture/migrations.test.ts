import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import pg from 'pg'
import { expect, test } from 'vitest'
import { emptyDatabase } from '../support/house/database.ts'
import { wholeTable } from '../support/house/import-table.ts'
import { migrationBreaches } from '../support/house/migrations.ts'
import { made, readTree, root } from '../support/house/tree.ts'

const migrations = readTree(['migrations'], '.sql')
const schemas = [...Object.keys(wholeTable), 'platform', 'ledger']

test('migrations are numbered without a gap, can be taken back, and keep to one schema', () => {
  expect(migrationBreaches(migrations, schemas)).toEqual([])
})

test('it notices migrations that do not', () => {
  const tree = made({
    'migrations/0001-basket.sql': 'create table basket.baskets ()',
    'migrations/0001-basket.down.sql': 'drop schema basket cascade',
    'migrations/0003-basket-lines.sql':
      'create unique index i on basket.lines (id); alter table orders.orders add x int',
    'migrations/0004-orders.sql': 'create table orders.orders (basket_id int references basket.baskets)',
    'migrations/0004-orders.down.sql': '',
    'migrations/0005-gifts.sql': '',
    'migrations/0005-gifts.down.sql': '',
    'migrations/basket.sql': '',
    'migrations/basket.down.sql': '',
    'migrations/0009-orders.down.sql': '',
  })
  expect(migrationBreaches(tree, schemas)).toEqual([
    'migrations/0003-basket-lines.sql: has no way back (.down.sql)',
    'migrations/0009-orders.down.sql: goes back from nothing',
    'migrations/0003-basket-lines.sql: stands where 2 belongs, the numbers have no gap and no twin',
    'migrations/0003-basket-lines.sql: the table orders.orders is not in the schema basket',
    'migrations/0004-orders.sql: stands where 3 belongs, the numbers have no gap and no twin',
    "migrations/0004-orders.sql: orders is tied to basket.baskets, another module's table",
    'migrations/0005-gifts.sql: stands where 4 belongs, the numbers have no gap and no twin',
    'migrations/0005-gifts.sql: there is no module gifts',
    'migrations/basket.sql: is named NNNN-schema-change.sql',
  ])
})

test('an empty database goes up, down to nothing, and up to the same again', async () => {
  await using database = await emptyDatabase('updownup')
  await migrate(database.url)
  const first = await describe(database.url)
  expect(first.length).toBeGreaterThan(100)

  await migrate(database.url, '--down')
  const platformTables = ['platform.migrations.at', 'platform.migrations.name']
  expect(await describe(database.url)).toEqual(platformTables.map((name) => expect.stringContaining(name)))

  await migrate(database.url)
  expect(await describe(database.url)).toEqual(first)
})

async function migrate(url: string, ...args: string[]): Promise<void> {
  const env = { ...process.env, DATABASE_URL: url }
  await promisify(execFile)(process.execPath, ['src/commands/migrate.ts', ...args], { cwd: root, env })
}

/** Everything in the schemas of the shop: columns, constraints, indexes, functions and triggers, a line each. */
async function describe(url: string): Promise<string[]> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query<{ line: string }>(`
    with ours as (select oid, nspname from pg_namespace where nspname !~ '^(pg_|information_schema|graphile_worker|public)')
    select format('%s.%s.%s %s %s', table_schema, table_name, column_name, data_type, column_default) as line
      from information_schema.columns join ours on nspname = table_schema
    union all select format('%s %s', conname, pg_get_constraintdef(c.oid)) from pg_constraint c join ours on ours.oid = connamespace where contype <> 'p' or conrelid::regclass::text <> 'platform.migrations'
    union all select indexdef from pg_indexes join ours on nspname = schemaname where tablename <> 'migrations'
    union all select pg_get_functiondef(p.oid) from pg_proc p join ours on ours.oid = pronamespace
    union all select pg_get_triggerdef(t.oid) from pg_trigger t join pg_class on pg_class.oid = tgrelid join ours on ours.oid = relnamespace where not tgisinternal
    union all select pg_get_viewdef(c.oid) from pg_class c join ours on ours.oid = relnamespace where relkind = 'v'
    order by line`)
  await client.end()
  return rows.map(({ line }) => line)
}
