import {
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type ReceiveMessageCommandOutput,
  SQSClient,
} from '@aws-sdk/client-sqs'
import { logger } from '../logger.ts'
import { within } from './patience.ts'

interface QueueOptions {
  /** How long one try may take; there are two more. */
  milliseconds?: number
}

/** How many messages Amazon hands over at once at the most. */
const BATCH = 10

/**
 * A queue of Amazon's. Region, credentials and address are found by Amazon's SDK where it always looks; whoever reads needs
 * ReceiveMessage and DeleteMessage for it.
 */
export function openQueue(url: string, { milliseconds = 5_000 }: QueueOptions = {}) {
  const client = new SQSClient({
    maxAttempts: 3,
    requestHandler: within(milliseconds),
    useQueueUrlAsEndpoint: false,
  })
  const next = async (): Promise<Message[]> => {
    const question = new ReceiveMessageCommand({
      QueueUrl: url,
      MaxNumberOfMessages: BATCH,
      WaitTimeSeconds: 0,
    })
    const { Messages = [] }: ReceiveMessageCommandOutput = await client.send(question)
    return Messages
  }
  return {
    /**
     * Hands over what waits, one after another, until nothing waits or there were `most`. A message that `handle` throws at
     * stays: Amazon hands it over again later, and lays it aside when that has gone wrong too often.
     * @returns how many were handled.
     * @throws whatever goes wrong with the queue itself.
     */
    async drain(handle: (text: string) => Promise<void>, most = 1_000): Promise<number> {
      let seen = 0
      let handled = 0
      while (seen < most) {
        const messages = await next()
        if (messages.length === 0) break
        seen += messages.length
        for (const { Body = '', MessageId, ReceiptHandle } of messages) {
          try {
            await handle(Body)
          } catch (error) {
            logger.error(
              { queue: url, message: MessageId, fault: (error as Error).message },
              'a message is left in its queue',
            )
            continue
          }
          await client.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle }))
          handled += 1
        }
      }
      return handled
    },
  }
}
