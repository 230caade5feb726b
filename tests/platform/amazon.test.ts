import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sesTransport, trustAgain } from '../../src/platform/aws/ses.ts'
import { openTopic } from '../../src/platform/aws/sns.ts'
import { config } from '../../src/platform/config.ts'
import { transaction } from '../../src/platform/database.ts'
import { enqueue, publish } from '../../src/platform/queue.ts'
import { bought } from '../support/bought.ts'
import { faults, faultyProxy, type Manner } from '../support/faulty-proxy.ts'
import { listening } from '../support/house/listening.ts'
import { root } from '../support/house/tree.ts'
import { nobodysAccount } from '../support/nobodys-account.ts'
import { runningProcess, until } from '../support/running-shop.ts'
import { freePorts } from '../support/services/ports.ts'
import { startServer } from '../support/services/server.ts'
import { openShop } from '../support/shop.ts'

const EMULATOR = join(root, 'node_modules/aws-ses-v2-local/dist/cli.js')
const PATIENCE_MS = 300
/** The SDK waits a little between its tries, and the machine may be busy. */
const ENDS_WITHIN_MS = 4_000
const TOPIC = 'arn:aws:sns:eu-central-1:123456789012:orders'

interface Letter {
  subject: string
  from: string
  destination: { to: string[] }
  body: { html: string; text: string }
}
interface Heard {
  TopicArn: string
  Message: string
  MessageGroupId?: string
  MessageDeduplicationId?: string
  attributes: Record<string, string>
}

const stack = new AsyncDisposableStack()
const heard: Heard[] = []
let post: Awaited<ReturnType<typeof faultyProxy>>
let topic: Awaited<ReturnType<typeof faultyProxy>>
let postAddress: string

/** What a publisher says on SNS's wire, as it is written there: a form. */
function heardIn(form: URLSearchParams): Heard {
  const attributes = [1, 2].map((n) => {
    const at = (what: string) => form.get(`MessageAttributes.entry.${n}.${what}`)!
    return [at('Name'), at('Value.StringValue')]
  })
  return { ...(Object.fromEntries(form) as unknown as Heard), attributes: Object.fromEntries(attributes) }
}

beforeAll(async () => {
  const port = await freePorts(1)
  postAddress = `http://127.0.0.1:${port}`
  const stop = await startServer({
    command: process.execPath,
    args: [EMULATOR, '--host', '127.0.0.1', '--port', String(port)],
    ready: /server running/,
    stopBy: 'SIGTERM',
  })
  stack.defer(stop)
  const sns = stack.use(
    await listening(async (req, res) => {
      heard.push(heardIn(new URLSearchParams(await text(req))))
      res.writeHead(200, { 'Content-Type': 'text/xml' })
      res.end(
        '<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>',
      )
    }),
  )
  post = stack.use(await faultyProxy(postAddress))
  topic = stack.use(await faultyProxy(sns.url))
  Object.assign(process.env, {
    ...nobodysAccount,
    AWS_ENDPOINT_URL_SESV2: post.url,
    AWS_ENDPOINT_URL_SNS: topic.url,
  })
  await openShop()
})
afterAll(() => stack.disposeAsync())
beforeEach(async () => {
  heard.length = 0
  post.is('sound')
  topic.is('sound')
  await fetch(`${postAddress}/clear-store`, { method: 'POST' })
})

const letters = async () =>
  ((await (await fetch(`${postAddress}/store`)).json()) as { emails: Letter[] }).emails

const sends = (endpoint?: string) => {
  if (endpoint) process.env.AWS_ENDPOINT_URL_SESV2 = endpoint
  const mailer = createTransport(sesTransport({ milliseconds: PATIENCE_MS }))
  return mailer.sendMail({
    from: 'Shop <shop@shop.example>',
    to: 'Asha Rao <asha@example.com>',
    subject: 'Order P-1 – thank you, Ünsal',
    text: 'Thank you.',
    html: '<p>Thank you.</p>',
  })
}
const announces = (arn = TOPIC) =>
  openTopic(arn, { milliseconds: PATIENCE_MS })({
    event: 'order.paid',
    key: 'order.paid 7 announce',
    payload: { orderId: 1 },
  })

describe('a letter by Amazon’s mail service', () => {
  test('arrives whole', async () => {
    await sends()
    expect(await letters()).toMatchObject([
      {
        subject: 'Order P-1 – thank you, Ünsal',
        from: '"Shop" <shop@shop.example>',
        destination: { to: ['"Asha Rao" <asha@example.com>'] },
        body: { text: 'Thank you.', html: '<p>Thank you.</p>' },
      },
    ])
  })
})

describe('an address that Amazon has shut out', () => {
  test.each([
    ['is taken off its list', 200, '{}', true],
    ['is fine when it is on none', 404, '{"message":"no such address"}', true],
    ['is told of when that may not be done', 403, '{"message":"not yours"}', false],
  ])('%s', async (_what, status, body, isFine) => {
    const asked: string[] = []
    await using list = await listening(async (req, res) => {
      asked.push(`${req.method} ${req.url}`)
      const type = status === 404 ? 'NotFoundException' : 'AccessDeniedException'
      res.writeHead(status, { 'Content-Type': 'application/json', 'x-amzn-errortype': type }).end(body)
    })
    process.env.AWS_ENDPOINT_URL_SESV2 = list.url
    const outcome = await trustAgain('asha@example.com').then(
      () => true,
      () => false,
    )
    process.env.AWS_ENDPOINT_URL_SESV2 = post.url
    expect(asked).toEqual(['DELETE /v2/email/suppression/addresses/asha%40example.com'])
    expect(outcome).toBe(isFine)
  })
})

describe('what happens', () => {
  test('is told to a topic, with the key by which it is known again', async () => {
    await announces()
    expect(heard).toMatchObject([
      { TopicArn: TOPIC, attributes: { event: 'order.paid', key: 'order.paid 7 announce' } },
    ])
    expect(JSON.parse(heard[0]!.Message)).toEqual({
      event: 'order.paid',
      key: 'order.paid 7 announce',
      orderId: 1,
    })
    expect(heard[0]!.MessageGroupId).toBeUndefined()
  })

  test('is told to a topic that keeps order with a key that it can tell apart itself', async () => {
    await announces(`${TOPIC}.fifo`)
    expect(heard).toMatchObject([
      { MessageGroupId: 'order.paid', MessageDeduplicationId: 'order.paid-7-announce' },
    ])
  })
})

describe('while Amazon is of no use', () => {
  /** The nonsense of the proxy is no XML and no answer of the mail service. */
  test.each(faults.filter((fault) => fault !== 'nonsense'))(
    '(%s) whoever asks is told in time',
    async (fault) => {
      post.is(fault)
      topic.is(fault)
      const before = { post: post.asked(), topic: topic.asked() }
      await expectTrouble(() => sends())
      await expectTrouble(() => announces())
      expect(post.asked() - before.post).toBe(1)
      expect(topic.asked() - before.topic).toBe(3)
    },
  )

  test('(refused) as well', async () => {
    await expectTrouble(() => sends('http://127.0.0.1:9'))
    process.env.AWS_ENDPOINT_URL_SESV2 = post.url
    process.env.AWS_ENDPOINT_URL_SNS = 'http://127.0.0.1:9'
    await expectTrouble(() => announces())
    process.env.AWS_ENDPOINT_URL_SNS = topic.url
  })
})

test('a shop that is told of both sends its letters there, and what could not be told is told later, once', async () => {
  const settings = { SES_CONFIGURATION_SET: 'shop', EVENTS_TOPIC_ARN: TOPIC }
  const is = (manner: Manner) => topic.is(manner)
  is('erring')
  const worker = await runningProcess('worker', config.port, settings)
  try {
    const { number, id } = await bought({ mug: 1 })
    await until('the letter is there', async () =>
      (await letters()).some(({ subject }) => subject.includes(number)),
    )
    await until('the topic was tried', async () => topic.asked() > 0)
    is('sound')
    await until('it is told', async () => heard.some(isOf('order.paid')), 30)
    const paid = heard.filter(isOf('order.paid'))
    expect(paid.map(({ Message }) => JSON.parse(Message))).toMatchObject([{ orderId: id }])
    expect(paid[0]!.attributes.key).toMatch(/^order\.paid \d+ announce order\.paid$/)
    await transaction((tx) =>
      publish(tx, 'refund.failed', {
        orderId: id,
        refundId: 1,
        reason: 'Asha is angry',
        actor: 'staff:ines',
      }),
    )
    const failed = await until('that is told too', async () =>
      heard.find(({ attributes }) => attributes.event === 'refund.failed'),
    )
    const { key: _, ...said } = JSON.parse(failed.Message)
    expect(said).toEqual({ event: 'refund.failed', orderId: id, refundId: 1 })
  } finally {
    await worker.stop()
  }
}, 60_000)

test('letters of orders that somebody else sends are not sent here, and everything is still told; what waited here is sent', async () => {
  const settings = { SES_CONFIGURATION_SET: 'shop', EVENTS_TOPIC_ARN: TOPIC, LETTERS_SENT_BY: 'topic' }
  const worker = await runningProcess('worker', config.port, settings)
  try {
    const { id } = await bought({ mug: 1 })
    const waited = await bought({ bowl: 1 })
    await transaction(async (tx) => {
      await publish(tx, 'order.delivered', { orderId: id })
      await enqueue(tx, 'sendConfirmation', { orderId: waited.id })
    })
    const wanted = ['order.placed', 'order.paid', 'order.delivered']
    await until('all of it is told', async () => wanted.every((event) => heard.some(isOf(event))), 30)
    await until('what waited is sent', async () => (await letters()).length > 0)
    expect((await letters()).map(({ subject }) => subject)).toEqual([`Order ${waited.number} placed`])
  } finally {
    await worker.stop()
  }
}, 60_000)

const isOf = (event: string) => (one: Heard) => one.attributes.event === event

async function expectTrouble(ask: () => Promise<unknown>): Promise<void> {
  const began = performance.now()
  await expect(ask()).rejects.toThrow()
  expect(performance.now() - began).toBeLessThan(ENDS_WITHIN_MS)
}
