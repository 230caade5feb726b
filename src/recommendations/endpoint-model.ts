import {
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleAll,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel'
import { z } from 'zod'
import type { openEndpoint } from '../platform/aws/sagemaker.ts'
import { logger } from '../platform/logger.ts'
import { type Answer, type Question, queryFor, type Source, suggestionsIn } from './source.ts'

const PATIENCE_MS = 150
/** After so many failures in a row nobody waits for the endpoint any more, until one try has shown that it is back. */
const FAILURES = 3
const TRIES_AFTER_MS = 10_000

const product = z.string().regex(/^\d{1,15}$/)
const answered = z
  .object({ items: z.array(product).max(1_000), because: z.array(product.nullable()).max(1_000) })
  .refine(({ items, because }) => items.length === because.length)

/** The model at SageMaker: asked within a time limit, and not at all while it fails. */
export function openEndpointModel(
  endpoint: ReturnType<typeof openEndpoint>,
  { triesAfter = TRIES_AFTER_MS } = {},
): Source & { isOpen: () => boolean } {
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: triesAfter,
    breaker: new ConsecutiveBreaker(FAILURES),
  })
  breaker.onStateChange((state) => logger.warn({ state: CircuitState[state] }, 'the endpoint of the model'))
  const policy = wrap(breaker, timeout(PATIENCE_MS, TimeoutStrategy.Aggressive))

  async function ask(question: Question): Promise<Answer | undefined> {
    try {
      return await policy.execute(async ({ signal }) => {
        const { answer, variant } = await endpoint.invoke(queryFor(question), signal)
        const { items, because } = answered.parse(answer)
        const found = items.map((item, place) => ({ item, because: because[place] ?? undefined }))
        return { version: `endpoint-${variant}`.slice(0, 80), suggestions: suggestionsIn(found) }
      })
    } catch (error) {
      if (breaker.state === CircuitState.Closed)
        logger.warn({ err: error }, 'the endpoint of the model failed')
      return undefined
    }
  }
  return { ask, close: async () => endpoint.close(), isOpen: () => breaker.state === CircuitState.Open }
}
