import { afterAll, afterEach, expect, test } from 'vitest'
import { database, rows, transaction } from '../../src/platform/database.ts'
import { enqueue, publish, type Subscriptions, work } from '../../src/platform/queue.ts'
import { until } from '../support/running-shop.ts'

type Numbered = { n: number }

let stop: (() => Promise<void>) | undefined
afterEach(async () => {
  await stop?.()
  stop = undefined
  await rows('delete from graphile_worker._private_jobs')
})
afterAll(() => database.close())

/** Runs the queue until the end of the test. */
async function working(subscriptions: Subscriptions): Promise<void> {
  const runner = await work(subscriptions, {})
  stop = () => runner.stop()
}

/** Publishes an event in a change of its own. */
function happens(event: string, n: number): Promise<void> {
  return transaction((tx) => publish(tx, event, { n }))
}

test('what follows a change runs once after it, and never when the change is refused or fails', async () => {
  const ran: number[] = []
  await working({ 'mug.sold': { count: async ({ n }: Numbered) => void ran.push(n) } })

  await happens('mug.sold', 1)
  await transaction(async (tx) => {
    await publish(tx, 'mug.sold', { n: 2 })
    return { refused: 'short' as const }
  })
  const failed = transaction(async (tx) => {
    await publish(tx, 'mug.sold', { n: 3 })
    throw new Error('no power')
  })
  await expect(failed).rejects.toThrow('no power')
  await happens('mug.sold', 4)

  await until('the last one has run', async () => ran.includes(4))
  await until('the queue is empty', async () => (await waiting()).length === 0)
  expect(ran.sort()).toEqual([1, 4])
})

test('what a worker was at that has died is done by another, and a living one keeps its own', async () => {
  const ran: number[] = []
  const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>()
  await working({
    'mug.sold': {
      count: async ({ n }: Numbered) => {
        ran.push(n)
        if (n === 1) await mayEnd
      },
    },
  })
  await happens('mug.sold', 1)
  await until('the long job runs', async () => ran.includes(1))
  await rows(
    `update graphile_worker._private_jobs set locked_at = now() - interval '1 minute' where locked_at is not null`,
  )
  await transaction(async (tx) => {
    await publish(tx, 'mug.sold', { n: 2 })
    await rows(
      `update graphile_worker._private_jobs set locked_by = 'worker-killed', locked_at = now() - interval '11 seconds'
       where locked_at is null`,
      [],
      tx,
    )
  })
  await until('the abandoned one has run', async () => ran.includes(2)).finally(end)
  expect(ran).toEqual([1, 2])
  await until('the queue is empty', async () => (await waiting()).length === 0)
})

test('a job waits for the commit', async () => {
  const ran: number[] = []
  await working({ 'mug.sold': { count: async ({ n }: Numbered) => void ran.push(n) } })
  await transaction(async (tx) => {
    await publish(tx, 'mug.sold', { n: 1 })
    await happens('mug.sold', 2)
    await until('the other one has run', async () => ran.includes(2))
    expect(ran).toEqual([2])
  })
  await until('this one has run', async () => ran.includes(1))
})

test('a job that fails is tried again, alone: the others of its event have run and stay so', async () => {
  const ran: string[] = []
  const failsOnce = async () => {
    ran.push('mail')
    if (ran.filter((name) => name === 'mail').length === 1) throw new Error('the mail server sleeps')
  }
  await working({ 'order.sealed': { sendMail: failsOnce, countOrder: async () => void ran.push('count') } })

  await happens('order.sealed', 1)
  const failed = await until('the mail has failed', async () =>
    (await waiting()).find(({ attempts, error }) => attempts === 1 && error),
  )
  expect(failed).toMatchObject({ task: 'sendMail', error: expect.stringContaining('the mail server sleeps') })
  await rows('select graphile_worker.reschedule_jobs(array[$id::bigint], now())', { id: failed.id })

  await until('the queue is empty', async () => (await waiting()).length === 0)
  expect(ran.sort()).toEqual(['count', 'mail', 'mail'])
})

test('an event to which nobody listens is done with', async () => {
  await working({ 'mug.broken': {} })
  await happens('mug.broken', 1)
  await until('the queue is empty', async () => (await waiting()).length === 0)
})

test('jobs with one key are one job, at the time that was said last', async () => {
  const runAt = new Date('2030-01-01T00:00:00Z')
  await transaction(async (tx) => {
    await enqueue(tx, 'remind', { n: 1 }, { key: 'remind 1' })
    await enqueue(tx, 'remind', { n: 2 }, { key: 'remind 1', runAt })
  })
  expect(await waiting()).toMatchObject([{ task: 'remind', runAt }])
})

/** The jobs that are not done. */
function waiting() {
  return rows<{ id: number; task: string; attempts: number; error: string | null; runAt: Date }>(
    `select id, task_identifier as task, attempts, last_error as error, run_at as "runAt" from graphile_worker.jobs`,
  )
}
