import { InvokeEndpointCommand, SageMakerRuntimeClient } from '@aws-sdk/client-sagemaker-runtime'

/**
 * An endpoint of SageMaker's. Region, credentials and address are found by Amazon's SDK where it always looks. Whoever asks
 * needs InvokeEndpoint. It is asked once: who has little time has none for tries.
 */
export function openEndpoint(name: string) {
  const client = new SageMakerRuntimeClient({ maxAttempts: 1 })
  return {
    /** What the endpoint answers to some JSON, and which of its variants has answered. Throws whatever goes wrong. */
    async invoke(body: object, signal: AbortSignal): Promise<{ answer: unknown; variant: string }> {
      const { Body, InvokedProductionVariant } = await client.send(
        new InvokeEndpointCommand({
          EndpointName: name,
          ContentType: 'application/json',
          Accept: 'application/json',
          Body: JSON.stringify(body),
        }),
        { abortSignal: signal },
      )
      return {
        answer: JSON.parse(new TextDecoder().decode(Body)),
        variant: InvokedProductionVariant ?? 'all',
      }
    },
    close: () => client.destroy(),
  }
}
