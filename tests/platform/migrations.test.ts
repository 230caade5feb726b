import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { expect, test } from 'vitest'
import { emptyDatabase } from '../support/house/database.ts'
import { root } from '../support/house/tree.ts'

const names = readdirSync(join(root, 'migrations')).filter((name) => /^\d{4}-[a-z-]+\.sql$/.test(name))

test('two processes that start at once migrate once', async () => {
  await using database = await emptyDatabase('raced')
  const told = await Promise.all([migrate(database.url), migrate(database.url)])
  const done = told.flatMap(({ stdout }) => stdout.match(/^\d{4}-.+$/gm) ?? [])
  expect(done.sort()).toEqual(names)

  expect(await noted(database.url)).toEqual(names)
  expect((await migrate(database.url)).stdout).toBe('The database is up to date.\n')
})

test('a migration and the note of it are one transaction, so that a crash cannot part them', async () => {
  await using database = await emptyDatabase('noted')
  await migrate(database.url)
  const together = await ask<{ isOne: boolean }>(
    database.url,
    `select bool_and(note.xmin = schema.xmin) as "isOne" from platform.migrations note
     join pg_namespace schema on note.name ~ ('^\\d{4}-' || schema.nspname || '\\.sql$')
     where schema.nspname not in ('platform')`,
  )
  expect(together).toEqual([{ isOne: true }])
})

function migrate(url: string) {
  const env = { ...process.env, DATABASE_URL: url }
  return promisify(execFile)(process.execPath, ['src/commands/migrate.ts'], { cwd: root, env })
}

async function noted(url: string): Promise<string[]> {
  const notes = await ask<{ name: string }>(url, 'select name from platform.migrations order by name')
  return notes.map(({ name }) => name)
}

async function ask<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query<Row>(sql)
  await client.end()
  return rows
}
