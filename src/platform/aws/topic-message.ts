import { verify } from 'node:crypto'
import { z } from 'zod'

const envelope = z.object({
  Type: z.literal('Notification'),
  MessageId: z.string(),
  TopicArn: z.string(),
  Subject: z.string().optional(),
  Message: z.string(),
  Timestamp: z.string(),
  SignatureVersion: z.enum(['1', '2']),
  Signature: z.base64(),
  SigningCertURL: z.url(),
})

type Envelope = z.infer<typeof envelope>

/** Amazon's own hosts of the notification service, in any region, and nobody else's. */
const AMAZON = /^sns\.[a-z0-9-]{3,30}\.amazonaws\.com(\.cn)?$/
const SIGNED = ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'] as const
const DIGESTS = { '1': 'RSA-SHA1', '2': 'RSA-SHA256' }
const PATIENCE_MS = 3_000
const CERTIFICATE_BYTES = 20_000

/**
 * What a topic of Amazon's notification service has said, out of the JSON in which its queue keeps it, once it is proved that
 * Amazon has signed it, and that the topic is of the account that is named.
 * Source: "Verifying the signatures of Amazon SNS messages" in the service's developer guide.
 * @throws Error when it is no such message, or is signed by somebody else.
 */
export async function messageOfTopic(
  text: string,
  account: string,
  certificateAt = amazonCertificate,
): Promise<string> {
  const parsed = envelope.safeParse(JSON.parse(text))
  if (!parsed.success) throw new Error(`No message of a topic: ${z.prettifyError(parsed.error)}`)
  const message = parsed.data
  if (message.TopicArn.split(':')[4] !== account) throw new Error(`Of another account: ${message.TopicArn}`)
  const address = new URL(message.SigningCertURL)
  if (address.protocol !== 'https:' || !AMAZON.test(address.host) || !address.pathname.endsWith('.pem'))
    throw new Error(`Signed by somebody else: ${address.host}`)
  const digest = DIGESTS[message.SignatureVersion]
  const isSound = verify(
    digest,
    wordsOf(message),
    await certificateAt(address.href),
    Buffer.from(message.Signature, 'base64'),
  )
  if (!isSound) throw new Error('The signature is not of this message')
  return message.Message
}

function wordsOf(message: Envelope): Buffer {
  const lines = SIGNED.filter((name) => message[name] !== undefined).map(
    (name) => `${name}\n${message[name]}\n`,
  )
  return Buffer.from(lines.join(''))
}

/** Amazon changes it about once a year, under another address. */
const kept = new Map<string, string>()

async function amazonCertificate(address: string): Promise<string> {
  const known = kept.get(address)
  if (known) return known
  const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) })
  const certificate = await answer.text()
  if (!answer.ok || certificate.length > CERTIFICATE_BYTES) throw new Error(`No certificate at ${address}`)
  kept.clear()
  kept.set(address, certificate)
  return certificate
}
