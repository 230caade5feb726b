import pg from 'pg'
import { config } from '../../../src/platform/config.ts'

/** A database of its own beside the one of this test file, without any table; gone when it is disposed of. */
export async function emptyDatabase(purpose: string) {
  const own = new URL(config.databaseUrl)
  const name = `${own.pathname.slice(1)}_${purpose}`
  await onServer(`drop database if exists ${name} with (force)`, `create database ${name}`)
  own.pathname = `/${name}`
  return {
    url: own.href,
    [Symbol.asyncDispose]: () => onServer(`drop database if exists ${name} with (force)`),
  }
}

async function onServer(...statements: string[]): Promise<void> {
  const client = new pg.Client(config.databaseUrl)
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}
