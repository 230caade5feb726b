import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { database, row, rows, type Transaction, transaction } from '../../src/platform/database.ts'

beforeAll(async () => {
  await rows('create schema trial')
  await rows('create table trial.jars (name text primary key, beans bigint not null check (beans >= 0))')
})
beforeEach(async () => {
  await rows('truncate trial.jars')
  await rows(`insert into trial.jars values ('left', 10), ('right', 10)`)
})
afterAll(() => database.close())

test('a change that ends well is kept', async () => {
  const outcome = await transaction(async (tx) => {
    await take(tx, 'left', 3)
    return { taken: 3, refused: undefined }
  })
  expect(outcome.taken).toBe(3)
  expect(await beansIn('left')).toBe(7)
})

test('a change that is refused leaves nothing behind, and says why', async () => {
  const outcome = await transaction(async (tx) => {
    await take(tx, 'left', 3)
    return { refused: 'short' as const, left: 7 }
  })
  expect(outcome).toEqual({ refused: 'short', left: 7 })
  expect(await beansIn('left')).toBe(10)
})

test('a change that fails leaves nothing behind, and is not tried again', async () => {
  let attempts = 0
  const change = transaction(async (tx) => {
    attempts++
    await take(tx, 'right', 3)
    await take(tx, 'left', 11)
  })
  await expect(change).rejects.toThrow('jars_beans_check')
  expect(await beansIn('right')).toBe(10)
  expect(attempts).toBe(1)
})

test('two changes that wait for each other both happen', async () => {
  const bothHoldOne = meeting(2)
  let attempts = 0
  const move = (from: string, to: string) =>
    transaction(async (tx) => {
      attempts++
      await take(tx, from, 1)
      await bothHoldOne()
      await take(tx, to, 1)
    })
  await Promise.all([move('left', 'right'), move('right', 'left')])
  expect(attempts).toBeGreaterThanOrEqual(3)
  expect([await beansIn('left'), await beansIn('right')]).toEqual([8, 8])
})

test('a change that was overtaken sees what has happened, and happens after it', async () => {
  let attempts = 0
  await transaction(async (tx) => {
    attempts++
    await rows('set transaction isolation level repeatable read', [], tx)
    const [seen] = await rows<{ beans: number }>(`select beans from trial.jars where name = 'left'`, [], tx)
    if (attempts === 1) await rows(`update trial.jars set beans = beans + 5 where name = 'left'`)
    await rows(`update trial.jars set beans = $beans where name = 'left'`, { beans: seen!.beans - 1 }, tx)
  })
  expect(attempts).toBe(2)
  expect(await beansIn('left')).toBe(14)
})

test('a change that never gets through is given up after three attempts', async () => {
  let attempts = 0
  const change = transaction(async (tx) => {
    attempts++
    await rows(`do 'begin raise exception ''crowded'' using errcode = ''40001''; end'`, [], tx)
  })
  await expect(change).rejects.toThrow('crowded')
  expect(attempts).toBe(3)
})

test('changes that are refused or fail give their connection back', async () => {
  for (let round = 0; round < 20; round++) {
    await transaction(async () => ({ refused: 'no' as const }))
    await transaction((tx) => take(tx, 'left', 11)).catch(() => {})
  }
  const answers = await Promise.all(Array.from({ length: 12 }, () => row<{ one: number }>('select 1 as one')))
  expect(answers).toHaveLength(12)
})

test('a statement that takes too long is cut, and what waits for it goes on', async () => {
  await expect(rows(`set statement_timeout = 50; select pg_sleep(5)`)).rejects.toMatchObject({
    original: { code: '57014' },
  })
})

test('values are bound, whatever is in them', async () => {
  const name = `'; drop table trial.jars; -- $name :name ? \\`
  const found = await row<{ name: string }>('select $name::text as name', { name })
  expect(found?.name).toBe(name)
  expect(await row('select name from trial.jars where name = $name', { name })).toBeUndefined()
})

test('large integers are exact, and those that cannot be are an error', async () => {
  expect(await row('select 9007199254740991::bigint as n')).toEqual({ n: Number.MAX_SAFE_INTEGER })
  await expect(row('select 9007199254740992::bigint as n')).rejects.toThrow('larger than an exact number')
})

async function take(tx: Transaction, name: string, beans: number): Promise<void> {
  await rows('update trial.jars set beans = beans - $beans where name = $name', { name, beans }, tx)
}

async function beansIn(name: string): Promise<number | undefined> {
  return (await row<{ beans: number }>('select beans from trial.jars where name = $name', { name }))?.beans
}

/** Lets nobody go on before this many have come. */
function meeting(size: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let come = 0
  return () => {
    if (++come === size) resolve()
    return promise
  }
}
