import { createSign } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { startFauxqs } from 'fauxqs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  findUnreachable,
  mailsOfOrder,
  reachAgain,
  readFeedback,
  sendOrderMail,
} from '../../src/notifications/index.ts'
import { openQueue } from '../../src/platform/aws/sqs.ts'
import { messageOfTopic } from '../../src/platform/aws/topic-message.ts'
import { rows } from '../../src/platform/database.ts'
import { bought } from '../support/bought.ts'
import { faults, faultyProxy } from '../support/faulty-proxy.ts'
import { nobodysAccount } from '../support/nobodys-account.ts'
import { certificateOfOurs } from '../support/services/certificate.ts'
import { openShop } from '../support/shop.ts'

const ACCOUNT = '000000000000'
const PATIENCE_MS = 300
/** The SDK waits a little between its tries, and the machine may be busy. */
const ENDS_WITHIN_MS = 4_000
const AT_AMAZON = 'https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-1.pem'

const { folder, key, certificate } = certificateOfOurs()
const [privateKey, proof] = [key, certificate].map((file) => readFileSync(file, 'utf8')) as [string, string]
const outbox: { to: string }[] = []
const mailer = { sendMail: async (mail: { to: string }) => void outbox.push(mail) } as never
const certificateAt = async (address: string) => {
  expect(address).toBe(AT_AMAZON)
  return proof
}

let amazon: Awaited<ReturnType<typeof startFauxqs>>
let proxy: Awaited<ReturnType<typeof faultyProxy>>
let queue: string
beforeAll(async () => {
  amazon = await startFauxqs({ port: 0, logger: false })
  proxy = await faultyProxy(amazon.address)
  Object.assign(process.env, {
    ...nobodysAccount,
    AWS_ENDPOINT_URL_SQS: proxy.url,
  })
  queue = `${amazon.address}/${ACCOUNT}/feedback`
})
beforeEach(async () => {
  await openShop()
  amazon.purgeAll()
  amazon.createQueue('feedback')
  proxy.is('sound')
  outbox.length = 0
})
afterAll(async () => {
  await proxy[Symbol.asyncDispose]()
  await amazon.stop()
  rmSync(folder, { recursive: true })
})

const recipients = (...emails: string[]) => emails.map((emailAddress) => ({ emailAddress }))
const bounce = (bounceType: string, ...emails: string[]) => ({
  eventType: 'Bounce',
  bounce: {
    timestamp: new Date().toISOString(),
    bounceType,
    bounceSubType: 'General',
    bouncedRecipients: recipients(...emails),
  },
  mail: { messageId: '1' },
})
const complaint = (email: string, complaintFeedbackType: string | null) => ({
  eventType: 'Complaint',
  complaint: {
    timestamp: new Date().toISOString(),
    complainedRecipients: recipients(email),
    complaintFeedbackType,
  },
})

/** As the notification service puts it into a queue, signed in the way of its version 2, or of version 1. */
function signed(message: object, changed: Record<string, string> = {}, version: '1' | '2' = '2') {
  const head = {
    Type: 'Notification',
    MessageId: '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324',
    TopicArn: `arn:aws:sns:eu-central-1:${ACCOUNT}:shop-mail`,
    Message: JSON.stringify(message),
    Timestamp: '2026-11-28T00:00:00.000Z',
    ...changed,
  } as Record<string, string>
  const names = ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'].filter(
    (name) => head[name],
  )
  const words = names.map((name) => `${name}\n${head[name]}\n`).join('')
  const signature = createSign(version === '2' ? 'RSA-SHA256' : 'RSA-SHA1')
    .update(words)
    .sign(privateKey, 'base64')
  return { ...head, SignatureVersion: version, Signature: signature, SigningCertURL: AT_AMAZON }
}
const tells = (envelope: object) => amazon.sendMessage('feedback', JSON.stringify(envelope))
const waiting = () => {
  const { messages } = amazon.inspectQueue('feedback')!
  return messages.ready.length + messages.inflight.length + messages.delayed.length
}
const reads = () => readFeedback(queue, certificateAt)

describe('a mail that came back', () => {
  test('for good, or was complained about, is the last one that goes there', async () => {
    const { id, number } = await bought({ mug: 1 })
    await sendOrderMail(mailer, id, 'confirmed')
    tells(signed(bounce('Permanent', 'Asha@Example.com')))
    tells(
      signed(complaint('asha@example.com', 'abuse'), { Subject: 'Amazon SES Email Event Notification' }, '1'),
    )
    await reads()
    expect(await findUnreachable('asha@EXAMPLE.com')).toMatchObject({ because: 'bounce' })
    expect(waiting()).toBe(0)
    await sendOrderMail(mailer, id, 'refunded')
    expect(outbox.map(({ to }) => to)).toEqual(['asha@example.com'])
    expect(await mailsOfOrder(number)).toMatchObject([
      { key: `order ${number} confirmed`, isHeld: false },
      { key: `order ${number} refunded`, isHeld: true },
    ])
  })

  test.each([
    ['because the mailbox was full', bounce('Transient', 'asha@example.com')],
    ['and was no spam after all', complaint('asha@example.com', 'not-spam')],
    ['to somebody else, whom we never wrote to', bounce('Permanent', 'ben@example.com')],
    ['without a word that we know', { eventType: 'Delivery', delivery: {} }],
  ])('%s changes nothing, and is heard', async (_why, message) => {
    await sendOrderMail(mailer, (await bought({ mug: 1 })).id, 'confirmed')
    tells(signed(message))
    await reads()
    expect(await rows('select email from notifications.unreachable')).toEqual([])
    expect(waiting()).toBe(0)
  })

  test('shuts nobody out whom staff have let in since, unless it came back again', async () => {
    const { id, number } = await bought({ mug: 1 })
    await sendOrderMail(mailer, id, 'confirmed')
    const early = signed(bounce('Permanent', 'asha@example.com'))
    tells(early)
    await reads()
    await sendOrderMail(mailer, id, 'refunded')
    await reachAgain('asha@example.com')
    tells(early)
    await reads()
    expect(await findUnreachable('asha@example.com')).toBeUndefined()
    await sendOrderMail(mailer, id, 'refunded')
    expect((await mailsOfOrder(number)).map(({ isHeld }) => isHeld)).toEqual([false, false])
    tells(signed(bounce('Permanent', 'asha@example.com')))
    await reads()
    expect(await findUnreachable('asha@example.com')).toBeDefined()
  })

  test('is believed when Amazon tells it, and nobody else; what is not believed is left, and holds nobody up', async () => {
    await sendOrderMail(mailer, (await bought({ mug: 1 })).id, 'confirmed')
    const sound = signed(bounce('Permanent', 'ben@example.com'))
    for (const forged of [
      { ...sound, Message: JSON.stringify(bounce('Permanent', 'asha@example.com')) },
      { ...signed(bounce('Permanent', 'asha@example.com')), SigningCertURL: 'https://sns.example.com/x.pem' },
      { ...bounce('Permanent', 'asha@example.com') },
    ])
      tells(forged)
    amazon.sendMessage('feedback', 'no JSON at all')
    await openQueue(queue).drain(async (text) => void (await messageOfTopic(text, ACCOUNT, certificateAt)), 4)
    expect(waiting()).toBe(4)
    expect(await rows('select email from notifications.unreachable')).toEqual([])
  })
})

describe('who tells', () => {
  test.each([
    [
      'of another account',
      { TopicArn: 'arn:aws:sns:eu-central-1:999999999999:shop-mail' },
      'another account',
    ],
    ['with a message that is not what was signed', {}, 'not of this message'],
  ])('%s is not believed', async (_who, changed, why) => {
    const envelope = signed(bounce('Permanent', 'asha@example.com'), changed as Record<string, string>)
    const told = why === 'another account' ? envelope : { ...envelope, Timestamp: '2026-11-29T00:00:00.000Z' }
    await expect(messageOfTopic(JSON.stringify(told), ACCOUNT, certificateAt)).rejects.toThrow(why)
  })

  test.each([
    'http://sns.eu-central-1.amazonaws.com/a.pem',
    'https://sns.eu-central-1.amazonaws.com.example.com/a.pem',
    'https://example.com/sns.eu-central-1.amazonaws.com/a.pem',
    'https://sns.eu-central-1.amazonaws.com:8443/a.pem',
    'https://s3.eu-central-1.amazonaws.com/a.pem',
    'https://sns.eu-central-1.amazonaws.com/a.exe',
  ])('and proves it by %s is not even asked', async (SigningCertURL) => {
    const told = { ...signed(bounce('Permanent', 'asha@example.com')), SigningCertURL }
    const asked: string[] = []
    const asks = async (address: string) => String(asked.push(address))
    await expect(messageOfTopic(JSON.stringify(told), ACCOUNT, asks)).rejects.toThrow('somebody else')
    expect(asked).toEqual([])
  })
})

describe('while the queue is of no use', () => {
  /** The nonsense of the proxy says that nothing waits. */
  test.each(faults.filter((fault) => fault !== 'nonsense'))(
    '(%s) whoever reads it is told in time, and nothing is lost',
    async (fault) => {
      tells(signed(bounce('Permanent', 'asha@example.com')))
      proxy.is(fault)
      const began = performance.now()
      await expect(openQueue(queue, { milliseconds: PATIENCE_MS }).drain(async () => {})).rejects.toThrow()
      expect(performance.now() - began).toBeLessThan(ENDS_WITHIN_MS)
      expect(waiting()).toBe(1)
    },
  )

  test('(refused) as well', async () => {
    process.env.AWS_ENDPOINT_URL_SQS = 'http://127.0.0.1:9'
    await expect(openQueue(queue, { milliseconds: PATIENCE_MS }).drain(async () => {})).rejects.toThrow()
    process.env.AWS_ENDPOINT_URL_SQS = proxy.url
  })
})
