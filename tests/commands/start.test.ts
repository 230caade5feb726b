import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isFree } from '../../src/commands/launcher/ports.ts'
import { emptyFolder, settings, startShop } from '../support/services/embedded-shop.ts'
import { freePorts } from '../support/services/ports.ts'

describe('npm start', () => {
  const { folder, remove } = emptyFolder()
  let port: number
  let otherPorts: number
  let shop: ReturnType<typeof startShop>

  beforeAll(async () => {
    port = await freePorts(4)
    otherPorts = await freePorts(4)
    onDatabase('tests/support/services/without-goods.ts')
  })

  afterAll(async () => {
    await shop?.stop()
    remove()
  })

  test('opens the shop and says where', async () => {
    shop = startShop(folder, port)
    await shop.open
    const answer = await fetch(`http://localhost:${port}/health/ready`)
    expect(answer.status).toBe(200)
    expect(shop.words()).toContain(`http://localhost:${port}`)
  })

  test('keeps its secrets where only their owner reads them', () => {
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
  })

  test('refuses to open the same folder twice', async () => {
    const second = startShop(folder, otherPorts)
    expect(await second.ended).toBe(1)
    expect(second.words()).toContain(`The shop runs already on the data in ${folder}`)
  })

  test('names the port that is taken', async () => {
    const other = emptyFolder()
    const squatter = createServer().listen(otherPorts + 1)
    const second = startShop(other.folder, otherPorts)
    expect(await second.ended).toBe(1)
    expect(second.words()).toContain(`Port ${otherPorts + 1}, meant for the sandbox, is in use`)
    squatter.close()
    other.remove()
  })

  test('lets commands run on the database of the open shop', async () => {
    const said = onDatabase('src/commands/migrate.ts')
    expect(said).toContain('The database is up to date.')
  })

  test('stops clean when it is asked to', async () => {
    await query("comment on database purveyor is 'kept'")
    expect(await shop.stop()).toBe(0)
    expect(await Promise.all([0, 1, 2, 3].map((i) => isFree(port + i)))).toEqual([true, true, true, true])
  })

  test('opens again with the same data', async () => {
    shop = startShop(folder, port)
    await shop.open
    expect(await commentOnDatabase()).toBe('kept')
  })

  test('opens again after it was killed hard, while its processes are still about', async () => {
    await shop.kill()
    shop = startShop(folder, port)
    await shop.open
    expect(await commentOnDatabase()).toBe('kept')
  })

  test('stops the rest, and says why, when one process ends by itself', async () => {
    execFileSync('pkill', ['-KILL', '-P', String(shop.pid), '-f', 'src/worker.ts'])
    expect(await shop.ended).toBe(1)
    expect(shop.words()).toContain('The worker ended by itself (SIGKILL)')
    expect(await isFree(port)).toBe(true)
  })

  function onDatabase(script: string): string {
    const env = settings({ DATA_DIR: folder, PORT: String(otherPorts) })
    return execFileSync(process.execPath, ['src/commands/on-database.ts', script], { env, encoding: 'utf8' })
  }

  async function query(sql: string) {
    const { databasePassword } = JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8'))
    const client = new pg.Client(`postgres://postgres:${databasePassword}@127.0.0.1:${port + 3}/purveyor`)
    await client.connect()
    const { rows } = await client.query(sql)
    await client.end()
    return rows
  }

  async function commentOnDatabase(): Promise<string> {
    const rows = await query(
      "select shobj_description(oid, 'pg_database') as comment from pg_database where datname = 'purveyor'",
    )
    return rows[0].comment
  }
})
