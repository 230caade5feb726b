import {
  DeleteSuppressedDestinationCommand,
  NotFoundException,
  SESv2Client,
  SendEmailCommand,
} from '@aws-sdk/client-sesv2'
import { within } from './patience.ts'

interface SesOptions {
  /** How long Amazon may take to accept a letter. */
  milliseconds: number
}

/**
 * Hands letters over to Amazon's mail service, version 2. Region, credentials and address are found by Amazon's SDK where it
 * always looks; whoever sends needs SendEmail for the identity and the configuration set. A letter is offered once: an
 * answer that was lost is no reason to send it twice at once, and the queue tries again later.
 */
export function sesTransport({ milliseconds }: SesOptions) {
  const sesClient = new SESv2Client({
    maxAttempts: 1,
    requestHandler: within(milliseconds),
  })
  return { SES: { sesClient, SendEmailCommand } }
}

/**
 * Takes an address off the list of those to whom Amazon delivers nothing; one that is not on it is fine. Whoever asks needs
 * DeleteSuppressedDestination.
 * @throws whatever else goes wrong.
 */
export async function trustAgain(email: string, { milliseconds = 5_000 } = {}): Promise<void> {
  const client = new SESv2Client({ maxAttempts: 3, requestHandler: within(milliseconds) })
  try {
    await client.send(new DeleteSuppressedDestinationCommand({ EmailAddress: email }))
  } catch (error) {
    if (!(error instanceof NotFoundException)) throw error
  } finally {
    client.destroy()
  }
}
