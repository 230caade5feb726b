import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { startPostgres } from '../support/services/postgres.ts'
import type { Reading } from './measure.ts'
import { drawn, written } from './report.ts'

// What `npm run bench` does: the same reads of the catalogue at several sizes, side by side. `-- --sizes 1000,10000`.
const { values } = parseArgs({ options: { sizes: { type: 'string', default: '1000,10000,100000' } } })
const sizes = values.sizes.split(',').map(Number)

await using opened = new AsyncDisposableStack()
const postgres = opened.adopt(await startPostgres(), (service) => service.stop())
const folder = mkdtempSync(join(tmpdir(), 'bench-'))
opened.defer(() => rmSync(folder, { recursive: true }))
const readings = new Map<number, Reading[]>()
for (const size of sizes) readings.set(size, await measureAt(size))

const table = written(readings)
console.log(`\n${table}`)
const results = join(import.meta.dirname, 'results')
mkdirSync(results, { recursive: true })
writeFileSync(join(results, 'catalogue.md'), `${table}\n`)
writeFileSync(join(results, 'catalogue.svg'), drawn(readings))

async function measureAt(size: number): Promise<Reading[]> {
  const url = await newDatabase(`bench_${size}`)
  run(url, 'src/commands/migrate.ts')
  run(url, 'src/commands/seed.ts', '--products', String(size))
  await settle(url)
  return JSON.parse(run(url, 'tests/bench/measure.ts')) as Reading[]
}

async function newDatabase(name: string): Promise<string> {
  const client = new pg.Client(postgres.url)
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const url = new URL(postgres.url)
  url.pathname = `/${name}`
  return url.href
}

/** As a database is that has been at rest for a night. */
async function settle(url: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query('vacuum analyze')
  await client.end()
}

/** Runs a script of ours on that database; what it prints is its answer, what it tells people is shown. */
function run(url: string, script: string, ...args: string[]): string {
  const { status, stdout } = spawnSync(process.execPath, [script, ...args], {
    env: { ...process.env, DATABASE_URL: url, DATA_DIR: folder, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(`${script} ended with ${status}`)
  return stdout
}
