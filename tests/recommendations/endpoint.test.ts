import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { serveModel } from '../../src/commands/sagemaker/serve-model.ts'
import { MODEL } from '../../src/commands/sagemaker/train-model.ts'
import { createDeps } from '../../src/deps.ts'
import { openEndpoint } from '../../src/platform/aws/sagemaker.ts'
import { config } from '../../src/platform/config.ts'
import { openEndpointModel } from '../../src/recommendations/endpoint-model.ts'
import { runningArtifact, trainModel } from '../../src/recommendations/index.ts'
import { insteadOf } from '../../src/recommendations/recommender.ts'
import { startSandbox } from '../../src/sandbox/sandbox.ts'
import { faults, faultyProxy, type Manner } from '../support/faulty-proxy.ts'
import { listening } from '../support/house/listening.ts'
import { nobodysAccount } from '../support/nobodys-account.ts'
import { pace } from '../support/pace.ts'
import { until } from '../support/running-shop.ts'
import { freePorts } from '../support/services/ports.ts'
import { openShop, products } from '../support/shop.ts'
import { plantVisits, productId } from './planted.ts'

const TRIES_AFTER_MS = 300
const slowness = pace()
const deps = createDeps()
const stack = new AsyncDisposableStack()
let proxy: Awaited<ReturnType<typeof faultyProxy>>
let mug: number
let lamp: number

/** The container program with what the shop has learnt, the sandbox as SageMaker's runtime before it, faults before that. */
beforeAll(async () => {
  await openShop()
  mug = await productId(products.mug)
  lamp = await productId(products.lastLamp)
  await plantVisits(80, [mug, lamp])
  await trainModel()

  const root = await mkdtemp(join(tmpdir(), 'opt-ml-'))
  stack.defer(() => rm(root, { recursive: true }))
  await mkdir(join(root, 'model'))
  await writeFile(join(root, MODEL), (await runningArtifact())!.bytes)
  const port = await freePorts(1)
  await serveModel(root, port)

  const sandbox = await startSandbox({
    ...{ port: 0, smtpPort: 0, folder: join(root, 'sandbox'), shopUrl: config.baseUrl },
    ...{ secretKey: 'sk_test', webhookSecret: 'whsec', identity: config.identity },
    modelUrl: `http://127.0.0.1:${port}`,
  })
  stack.defer(() => sandbox.close())
  proxy = stack.use(await faultyProxy(sandbox.url))
  process.env.AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME = proxy.url
  Object.assign(process.env, nobodysAccount)
})
afterEach(() => proxy.is('sound'))
afterAll(async () => {
  await stack.disposeAsync()
  await deps.close()
})

function openModel(options: { triesAfter?: number } = { triesAfter: TRIES_AFTER_MS }) {
  const model = openEndpointModel(openEndpoint('purveyor'), options)
  return { ...model, [Symbol.asyncDispose]: model.close }
}
const question = () => ({ trail: [mug], count: 3 })

async function timed<T>(work: () => Promise<T>) {
  const begun = performance.now()
  const outcome = await work()
  return { outcome, milliseconds: performance.now() - begun }
}

test('SageMaker’s own client gets what the container has learnt, with the reason and the variant', async () => {
  await using model = openModel()
  const answer = await until('the endpoint answers', () => model.ask(question()))
  expect(answer.version).toBe('endpoint-AllTraffic')
  expect(answer.suggestions[0]).toEqual({ productId: lamp, because: mug })
})

describe.each(faults)('while the endpoint is %s', (fault) => {
  test('nobody waits longer than 150 ms, soon nobody asks it any more, and it is asked again when it is back', async () => {
    await using model = openModel()
    await until('the endpoint answers', () => model.ask(question()))
    proxy.is(fault)
    for (let time = 0; time < 3; time++) {
      const { outcome, milliseconds } = await timed(() => model.ask(question()))
      expect(outcome).toBeUndefined()
      expect(milliseconds).toBeLessThan(150 + 60 * slowness)
    }
    expect(model.isOpen()).toBe(true)
    const asked = proxy.asked()
    const { outcome, milliseconds } = await timed(() => model.ask(question()))
    expect(outcome).toBeUndefined()
    expect(milliseconds).toBeLessThan(20 * slowness)
    expect(proxy.asked()).toBe(asked)

    proxy.is('sound')
    await until('it is asked again', () => model.ask(question()))
    expect(model.isOpen()).toBe(false)
  })
})

test('while nobody listens there, nobody waits either', async () => {
  process.env.AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME = 'http://127.0.0.1:9'
  await using model = openModel()
  for (let time = 0; time < 4; time++) {
    const { outcome, milliseconds } = await timed(() => model.ask(question()))
    expect(outcome).toBeUndefined()
    expect(milliseconds).toBeLessThan(150 + 60 * slowness)
  }
  expect(model.isOpen()).toBe(true)
  process.env.AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME = proxy.url
})

test('pages and suggestions come at most 50 ms later than with a sound endpoint, of a hundred ninety-five', async () => {
  const addresses = ['/products/oat-mug', '/recommendations/product?product=oat-mug']
  const embedded = deps.recommender
  await until('the embedded model answers', () => embedded.ask(question()))
  const p95 = async (manner: Manner) => {
    await using model = openModel({})
    await until('the endpoint answers', () => model.ask(question()))
    await using shop = await listening(
      createApp({ ...deps, recommender: insteadOf(model, embedded), limits: () => async () => {} }),
    )
    for (const address of addresses) await (await fetch(shop.url + address)).text()
    proxy.is(manner)
    const taken: Record<string, number[]> = {}
    for (let time = 0; time < 120; time++) {
      for (const address of addresses) {
        const { outcome, milliseconds } = await timed(async () => (await fetch(shop.url + address)).text())
        if (address.startsWith('/recommendations')) expect(outcome).toContain('Last lamp')
        taken[address] = [...(taken[address] ?? []), milliseconds]
      }
    }
    proxy.is('sound')
    return Math.max(
      ...Object.values(taken).map((times) => times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!),
    )
  }
  const sound = await p95('sound')
  for (const fault of faults) {
    expect(await p95(fault), fault).toBeLessThanOrEqual(sound + 50 * slowness)
  }
}, 60_000)
