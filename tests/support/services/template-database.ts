import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import pg from 'pg'

const TEMPLATE = 'purveyor_template'

/**
 * Migrates an empty database once; every test file then begins with a copy of it.
 * @param server The address of any database on the server.
 */
export async function createTemplate(server: string): Promise<void> {
  await onServer(server, [`drop database if exists ${TEMPLATE} with (force)`, `create database ${TEMPLATE}`])
  const environment = {
    ...process.env,
    NODE_ENV: 'test',
    BASE_URL: undefined,
    DATABASE_URL: databaseOn(server, TEMPLATE),
  }
  await promisify(execFile)(process.execPath, ['src/commands/migrate.ts'], { env: environment })
  await onServer(server, [`alter database ${TEMPLATE} allow_connections false`])
}

/** Makes a database of this name that is as empty as the template, whatever was there before. Returns its address. */
export async function copyTemplate(server: string, name: string): Promise<string> {
  await onServer(server, [
    `drop database if exists ${name} with (force)`,
    `create database ${name} template ${TEMPLATE}`,
  ])
  return databaseOn(server, name)
}

async function onServer(server: string, statements: string[]): Promise<void> {
  const client = new pg.Client(server)
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

function databaseOn(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
