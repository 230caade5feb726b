import { config } from '../platform/config.ts'
import { noteReturnedMail } from './note-returned-mail.ts'

/** Amazon's SDK takes its time to load: only who sends by it waits for it. */
const post = config.mail.configurationSet ? await import('../platform/aws/ses.ts') : undefined

/**
 * Reads what Amazon's mail service has told since the last time, where the settings name a queue. Only what Amazon has signed
 * counts; `certificateAt` fetches what its signatures are proved by.
 */
export async function readFeedback(
  queue = config.mail.feedbackQueue,
  certificateAt?: (address: string) => Promise<string>,
): Promise<void> {
  if (!queue) return
  const { openQueue } = await import('../platform/aws/sqs.ts')
  const { messageOfTopic } = await import('../platform/aws/topic-message.ts')
  const account = new URL(queue).pathname.split('/').at(-2) ?? ''
  await openQueue(queue).drain(async (text) =>
    noteReturnedMail(await messageOfTopic(text, account, certificateAt)),
  )
}

/** Has whoever delivers our mail forget that an address was shut out; a mail server keeps no such list. */
export async function forgetAtDeliverer({ email }: { email: string }): Promise<void> {
  await post?.trustAgain(email)
}
