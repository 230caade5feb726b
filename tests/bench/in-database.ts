import { database, rows } from '../../src/platform/database.ts'

interface Statement {
  sql: string
  bind: unknown[]
}

interface Explained {
  'QUERY PLAN': { 'Planning Time': number; 'Execution Time': number }[]
}

/**
 * How many milliseconds PostgreSQL itself needs for the statements of a read: each is run once more, under `explain`,
 * which tells what planning and running took. With `only`, of those that have this in them.
 */
export async function inDatabase(read: () => Promise<unknown>, only = ''): Promise<number> {
  let sum = 0
  for (const { sql, bind } of await statementsOf(read)) {
    if (!sql.includes(only)) continue
    const [plan] = await rows<Explained>(`explain (analyze, timing off, format json) ${sql}`, bind)
    const { 'Planning Time': planning, 'Execution Time': execution } = plan!['QUERY PLAN'][0]!
    sum += planning + execution
  }
  return sum
}

async function statementsOf(read: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = []
  database.addHook('beforeQuery', 'capture', (_options, query) => {
    const { run } = query as unknown as { run: (sql: string, bind?: unknown[]) => unknown }
    Object.assign(query, {
      run(sql: string, bind: unknown[] = []) {
        if (/^\s*(select|with)\b/i.test(sql)) statements.push({ sql, bind })
        return run.call(query, sql, bind)
      },
    })
  })
  try {
    await read()
  } finally {
    database.removeHook('beforeQuery', 'capture')
  }
  return statements
}
