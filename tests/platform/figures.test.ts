import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { config } from '../../src/platform/config.ts'
import { transaction } from '../../src/platform/database.ts'
import { enqueue, publish } from '../../src/platform/queue.ts'
import { jobsOf } from '../support/bought.ts'
import { runningProcess, until } from '../support/running-shop.ts'
import { openShop } from '../support/shop.ts'

/** What Amazon takes in, by the rules of its embedded metric format. */
const line = z
  .object({
    _aws: z.strictObject({
      Timestamp: z.int(),
      LogGroupName: z.literal('/shop/figures'),
      CloudWatchMetrics: z.tuple([
        z.strictObject({
          Namespace: z.literal('Purveyor'),
          Dimensions: z.array(z.array(z.string()).max(30)),
          Metrics: z
            .array(z.strictObject({ Name: z.string(), Unit: z.enum(['Count', 'Seconds', 'Milliseconds']) }))
            .min(1)
            .max(100),
        }),
      ]),
    }),
  })
  .catchall(z.union([z.string(), z.number(), z.array(z.number()).min(1).max(100)]))

const agent = createSocket('udp4')
const heard: string[] = []
let told: NodeJS.ProcessEnv
beforeAll(async () => {
  agent.on('message', (message) => heard.push(message.toString()))
  agent.bind(0, '127.0.0.1')
  await once(agent, 'listening')
  const METRICS_ADDRESS = `udp://127.0.0.1:${agent.address().port}`
  told = { METRICS_LOG_GROUP: '/shop/figures', METRICS_ADDRESS }
  await openShop()
})
afterAll(() => void agent.close())

/** The last line, which names every figure that it holds, and what it is of. */
function figures() {
  expect(heard.at(-1)).toMatch(/^\{.*\}\n$/)
  const read = line.parse(JSON.parse(heard.at(-1)!))
  const { Metrics, Dimensions } = read._aws.CloudWatchMetrics[0]
  const named = [...Metrics.map(({ Name }) => Name), ...Dimensions.flat()]
  expect(Object.keys(read).sort()).toEqual([...named, '_aws'].sort())
  expect(read.Shop).toBe(new URL(config.baseUrl).hostname)
  return read
}

test('the shop tells how many asked, how many in vain, and how long it took', async () => {
  const shop = await runningProcess('server', config.port, told)
  try {
    for (let time = 0; time < 130; time++) await (await fetch(`${shop.url}/imprint`)).text()
    for (let time = 0; time < 5; time++) await fetch(`${shop.url}/health/live`)
  } finally {
    await shop.stop()
  }
  await until('they are told', async () => heard.length > 0)
  const { Requests, ServerErrors, Duration } = figures()
  expect([Requests, ServerErrors]).toEqual([130, 0])
  expect(Duration).toHaveLength(100)
  expect(Math.min(...(Duration as number[]))).toBeGreaterThan(0)
})

test('the worker tells what became of orders, and how the queue is', async () => {
  await transaction(async (tx) => {
    await publish(tx, 'order.expired', { orderId: 0 })
    await publish(tx, 'payment.lost', { orderId: 0 })
    await enqueue(tx, 'measureQueue', {})
  })
  heard.length = 0
  const worker = await runningProcess('worker', config.port, told)
  try {
    await until('all of it is done', async () => {
      const waiting = await Promise.all(['order.expired', 'payment.lost', 'measureQueue'].map(jobsOf))
      return waiting.every((jobs) => jobs === 0)
    })
  } finally {
    await worker.stop()
  }
  await until('it is told', async () => heard.length > 0)
  const { PaymentsFailed, QueueAge } = figures()
  expect(PaymentsFailed).toBe(2)
  expect(QueueAge).toBeGreaterThanOrEqual(0)
})

test('nobody is told without a log group, and an agent that is away is no trouble', async () => {
  heard.length = 0
  for (const settings of [{}, { ...told, METRICS_ADDRESS: 'udp://127.0.0.1:9' }]) {
    const shop = await runningProcess('server', config.port, settings)
    await fetch(`${shop.url}/imprint`)
    await shop.stop()
  }
  expect(heard).toEqual([])
})
