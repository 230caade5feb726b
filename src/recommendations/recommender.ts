import { config } from '../platform/config.ts'
import { openEmbeddedModel } from './embedded-model.ts'
import type { Source } from './source.ts'

/** Amazon's SDK takes its time to load: only who has an endpoint waits for it. */
const amazon = config.recommendations.endpoint
  ? {
      ...(await import('../platform/aws/sagemaker.ts')),
      ...(await import('./endpoint-model.ts')),
    }
  : undefined

/** Who is asked what could be wanted next: the endpoint that the settings name, and where it fails the model in this process. */
export function openRecommender(): Source {
  const { endpoint } = config.recommendations
  const embedded = openEmbeddedModel()
  if (!amazon || !endpoint) return embedded
  return insteadOf(amazon.openEndpointModel(amazon.openEndpoint(endpoint)), embedded)
}

/** Asks the other where the first one has no answer. */
export function insteadOf(first: Source, other: Source): Source {
  return {
    ask: async (question) => (await first.ask(question)) ?? other.ask(question),
    close: async () => {
      await Promise.all([first.close(), other.close()])
    },
  }
}
