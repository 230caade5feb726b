import type { Worker } from 'node:worker_threads'
import { logger } from '../platform/logger.ts'
import type { FromAnswering, ToAnswering } from './answering-thread.ts'
import type { Answer, Question, Source } from './source.ts'
import { queryFor, suggestionsIn } from './source.ts'
import { openThread } from './thread.ts'

const PATIENCE_MS = 250
const AGAIN_AFTER_MS = 10_000
const APPENDS_EVERY_MS = 30_000

/**
 * The model in this very process, in a thread that begins with the first question.
 * @param options How often visits that have ended are read, in milliseconds.
 */
export function openEmbeddedModel({ appendsEvery = APPENDS_EVERY_MS } = {}): Source {
  const waiting = new Map<number, (answer: Answer | undefined) => void>()
  let thread: Worker | undefined
  let diedAt = 0
  let asked = 0

  function begin(): Worker | undefined {
    if (thread || Date.now() - diedAt < AGAIN_AFTER_MS) return thread
    thread = openThread('answering-thread', { appendsEvery })
    thread.unref()
    thread.on('message', ({ id, version, found }: FromAnswering) =>
      waiting.get(id)?.(version === undefined ? undefined : { version, suggestions: suggestionsIn(found) }),
    )
    thread.once('error', (error) => logger.error({ err: error }, 'the model has died'))
    thread.once('exit', () => {
      thread = undefined
      diedAt = Date.now()
    })
    return thread
  }

  async function ask(question: Question): Promise<Answer | undefined> {
    const asking = begin()
    if (!asking) return undefined
    const id = ++asked
    const { promise, resolve } = Promise.withResolvers<Answer | undefined>()
    waiting.set(id, resolve)
    const limit = setTimeout(() => resolve(undefined), PATIENCE_MS)
    asking.postMessage({ id, query: queryFor(question) } satisfies ToAnswering)
    return promise.finally(() => {
      clearTimeout(limit)
      waiting.delete(id)
    })
  }

  return { ask, close: async () => void (await thread?.terminate()) }
}
