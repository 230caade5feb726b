import { parentPort, workerData } from 'node:worker_threads'
import { logger } from '../platform/logger.ts'
import { unpackArtifact } from './engine/artifact.ts'
import { type Query, type Recommendation, Recommender } from './engine/recommender.ts'
import { runningArtifact, runningModel } from './model-record.ts'
import { type Place, visitsAfter } from './visits-in-order.ts'

/** What is asked of the thread, and what it answers: nothing, as long as nothing has been learnt. */
export type ToAnswering = { id: number; query: Query }
export type FromAnswering = { id: number; version?: string; found: Recommendation[] }

const LOOKS_EVERY_MS = 2_000
const { appendsEvery } = workerData as { appendsEvery: number }

let recommender: Recommender | undefined
let model = 0
let read: Place = { lastAt: new Date(0), id: 0 }
let lookedAt = 0
let appendedAt = 0
let looking: Promise<void> | undefined

/** In a thread of its own, so that neither reading a model nor asking it holds up a page. */
parentPort!.on('message', async ({ id, query }: ToAnswering) => {
  if (Date.now() - lookedAt > LOOKS_EVERY_MS) looking ??= look()
  if (!recommender) await looking
  const found = recommender?.recommend(query) ?? []
  parentPort!.postMessage({ id, found, ...(recommender && { version: `model-${model}` }) })
})

/** Sees whether another model runs now, and what has been done since. */
async function look(): Promise<void> {
  try {
    const running = await runningModel()
    if (running && running.id !== model) await load()
    if (recommender && Date.now() - appendedAt > appendsEvery) await append(recommender)
  } catch (error) {
    logger.warn({ err: error }, 'the model could not be looked after')
  } finally {
    lookedAt = Date.now()
    looking = undefined
  }
}

async function load(): Promise<void> {
  const kept = await runningArtifact()
  if (!kept) return
  recommender = new Recommender(unpackArtifact(kept.bytes))
  model = kept.id
  read = { lastAt: new Date(recommender.report.window[1] * 1_000), id: 0 }
  logger.info({ model, ...recommender.report }, 'a model answers')
}

/** Visits that have ended since count at once. */
async function append(to: Recommender): Promise<void> {
  appendedAt = Date.now()
  for await (const { events, place } of visitsAfter(read)) {
    to.observe(events)
    read = place
  }
}
