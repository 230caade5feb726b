import { once } from 'node:events'
import { connect } from 'node:net'
import { beforeAll, expect, test } from 'vitest'
import { config } from '../../src/platform/config.ts'
import { row, rows, transaction } from '../../src/platform/database.ts'
import { runningProcess, until } from '../support/running-shop.ts'
import { openShop } from '../support/shop.ts'

beforeAll(openShop)

/** Somebody waits for a lock on the products. */
const waits = () =>
  row(
    `select 1 from pg_locks where not granted and relation = 'catalogue.products'::regclass
     and database = (select oid from pg_database where datname = current_database())`,
  )

async function isShut(): Promise<boolean> {
  const visitor = connect(config.port, '127.0.0.1')
  const isLetIn = await once(visitor, 'connect').then(
    () => true,
    () => false,
  )
  visitor.destroy()
  return !isLetIn
}

test('a server that is asked to go answers what is under way, and waits for nobody who asks nothing', async () => {
  const server = await runningProcess('server')
  const spare = connect(config.port, '127.0.0.1')
  await once(spare, 'connect')
  let answer: Promise<Response> | undefined
  let gone: Promise<void> | undefined
  await transaction(async (tx) => {
    await rows('lock table catalogue.products in access exclusive mode', [], tx)
    answer = fetch(`${server.url}/products/oat-mug`)
    await until('the page waits for its product', waits)
    gone = server.stop()
    await until('nobody else is let in', isShut)
  })
  expect((await answer!).status).toBe(200)
  const began = Date.now()
  await gone
  expect(Date.now() - began).toBeLessThan(5_000)
  spare.destroy()
})
