import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { within } from './patience.ts'

export interface Announcement {
  event: string
  /** The same for the same happening, however often it is told. */
  key: string
  payload: object
}

interface TopicOptions {
  /** How long one try may take; there are two more. */
  milliseconds?: number
}

/**
 * A topic of Amazon's notification service. Region, credentials and address are found by Amazon's SDK where it always looks;
 * whoever announces needs Publish for the topic. Whoever listens hears everything at least once and knows by `key` what it has
 * heard before; a topic whose name ends in `.fifo` sees to that by itself.
 * @returns a function that throws whatever goes wrong.
 */
export function openTopic(arn: string, { milliseconds = 5_000 }: TopicOptions = {}) {
  const client = new SNSClient({
    maxAttempts: 3,
    requestHandler: within(milliseconds),
  })
  return async ({ event, key, payload }: Announcement): Promise<void> => {
    const text = (StringValue: string) => ({ DataType: 'String', StringValue })
    await client.send(
      new PublishCommand({
        TopicArn: arn,
        Message: JSON.stringify({ event, key, ...payload }),
        MessageAttributes: { event: text(event), key: text(key) },
        ...(arn.endsWith('.fifo') && {
          MessageGroupId: event,
          MessageDeduplicationId: key.replaceAll(' ', '-'),
        }),
      }),
    )
  }
}
