import { text } from 'node:stream/consumers'
import { startFauxqs } from 'fauxqs'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBucket } from '../../src/platform/aws/s3.ts'
import { openTopic } from '../../src/platform/aws/sns.ts'
import { openQueue } from '../../src/platform/aws/sqs.ts'
import { config } from '../../src/platform/config.ts'
import { rows } from '../../src/platform/database.ts'
import { plantVisits, productId } from '../recommendations/planted.ts'
import { bought } from '../support/bought.ts'
import { listening } from '../support/house/listening.ts'
import { nobodysAccount } from '../support/nobodys-account.ts'
import { runningSandbox } from '../support/running-shop.ts'
import { openShop, products } from '../support/shop.ts'
import { runFunction } from './run-function.ts'

const SECRET = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:settings-AbCdEf'
const secrets = {
  SESSION_SECRET: 'kept by Amazon, and long enough for a cookie',
  OIDC_CLIENT_SECRET: 'kept by Amazon',
  STRIPE_SECRET_KEY: 'sk_test_kept',
  STRIPE_WEBHOOK_SECRET: 'whsec_kept',
}
const stack = new AsyncDisposableStack()
let settings: NodeJS.ProcessEnv
let letters: string
let topic: string
let store: ReturnType<typeof openBucket>
let sandbox: Awaited<ReturnType<typeof runningSandbox>>
beforeAll(async () => {
  const keeper = stack.use(
    await listening(async (req, res) => {
      expect(JSON.parse(await text(req))).toEqual({ SecretId: SECRET })
      res.writeHead(200, { 'Content-Type': 'application/x-amz-json-1.1' })
      res.end(JSON.stringify({ ARN: SECRET, SecretString: JSON.stringify(secrets) }))
    }),
  )
  const amazon = stack.adopt(await startFauxqs({ port: 0, logger: false }), (server) => server.stop())
  for (const name of ['media', 'training']) amazon.createBucket(name)
  const queue = amazon.createQueue('letters')
  letters = queue.queueUrl
  topic = amazon.createTopic('events').topicArn
  const attributes = { RawMessageDelivery: 'true', FilterPolicy: '{"event":["order.paid"]}' }
  amazon.subscribe({ topic: 'events', queue: 'letters', attributes })
  sandbox = stack.adopt(await runningSandbox(), (server) => server.close())
  settings = {
    ...nobodysAccount,
    ...{ AWS_ENDPOINT_URL_SECRETS_MANAGER: keeper.url, AWS_ENDPOINT_URL_S3: amazon.address },
    ...{ NODE_ENV: 'production', SETTINGS_SECRET_ARN: SECRET, BASE_URL: 'https://shop.example' },
    ...{ DATABASE_URL: config.databaseUrl, SMTP_URL: config.mail.smtpUrl, MAIL_FROM: 'shop@shop.example' },
    ...{ OIDC_ISSUER: 'https://people.example', OIDC_CLIENT_ID: 'shop' },
    ...{ MEDIA_BUCKET: 'media', TRAINING_BUCKET: 'training', MEDIA_BASE_URL: 'https://pictures.example' },
  }
  Object.assign(process.env, nobodysAccount, {
    ...{ AWS_ENDPOINT_URL_S3: amazon.address, AWS_ENDPOINT_URL_SNS: amazon.address },
    AWS_ENDPOINT_URL_SQS: amazon.address,
  })
  store = openBucket('media', { pathStyle: true })
})
beforeEach(openShop)
afterAll(() => stack.disposeAsync())

describe('the function that sends letters', () => {
  const told = (messageId: string, body: unknown) => ({ messageId, body: JSON.stringify(body) })
  const lettersTo = async (email: string) =>
    (await (await fetch(`${sandbox.url}/outbox.json?to=${email}`)).json()) as { subject: string }[]

  test('sends what follows an event, once, and names what it could not deal with', async () => {
    const { id, number } = await bought({ mug: 1 })
    const paid = told('1', { event: 'order.paid', key: 'order.paid 7', orderId: id })
    const batch = {
      Records: [
        paid,
        paid,
        told('2', { event: 'order.shipped', key: 'order.shipped 8', orderId: id }),
        told('3', { event: 'order.paid', key: 'order.paid 9', orderId: 987_654 }),
        { messageId: '4', body: 'no JSON' },
      ],
    }
    const { result } = await runFunction('send-mail', batch, settings)
    expect(result).toEqual({ batchItemFailures: [{ itemIdentifier: '3' }, { itemIdentifier: '4' }] })
    expect(await lettersTo('asha@example.com')).toMatchObject([{ subject: `Order ${number} placed` }])
    expect(await rows('select key from notifications.mails')).toEqual([{ key: `order ${number} confirmed` }])
  }, 30_000)

  test('hears of it as Amazon’s topic and queue hand it on', async () => {
    const { id, number } = await bought({ bowl: 1 })
    const announce = openTopic(topic)
    await announce({ event: 'order.shipped', key: 'order.shipped 1', payload: { orderId: id } })
    await announce({ event: 'order.paid', key: 'order.paid 2', payload: { orderId: id } })
    const bodies: string[] = []
    await openQueue(letters).drain(async (body) => void bodies.push(body))
    const Records = bodies.map((body, n) => ({ messageId: String(n), body }))
    expect(Records).toHaveLength(1)
    const { result } = await runFunction('send-mail', { Records }, settings)
    expect(result).toEqual({ batchItemFailures: [] })
    expect(await rows('select key from notifications.mails')).toEqual([{ key: `order ${number} confirmed` }])
  }, 30_000)

  test('does not begin without its settings', async () => {
    const { SETTINGS_SECRET_ARN: _, ...bare } = settings
    await expect(runFunction('send-mail', { Records: [] }, bare)).rejects.toThrow('SESSION_SECRET')
  })
})

describe('the function that takes photographs in', () => {
  const arrived = (...keys: string[]) => ({
    Records: keys.map((key) => ({ s3: { bucket: { name: 'media' }, object: { key } } })),
  })
  const read = async (key: string) => JSON.parse(await text((await store.get(key))!))

  test('renders them in every width, says where they are, and takes the originals away', async () => {
    const create = { width: 1600, height: 1200, channels: 3, background: '#7a5' } as const
    await store.put('sent/Häferl 1.jpg', await sharp({ create }).jpeg().toBuffer(), 'image/jpeg')
    await store.put('sent/words.jpg', Buffer.from('no picture'), 'image/jpeg')
    await runFunction(
      'store-picture',
      arrived('sent/H%C3%A4ferl+1.jpg', 'sent/words.jpg', 'sent/gone.jpg'),
      settings,
    )
    const taken = await read('taken/Häferl 1.jpg.json')
    expect(taken).toMatchObject({ width: 1600, height: 1200, colour: expect.stringMatching(/^#/) })
    expect(taken.address).toBe(`https://pictures.example/${taken.key}/1440.jpeg`)
    for (const file of ['320.avif', '640.webp', '960.jpeg', '1440.avif'])
      expect(await store.has(`${taken.key}/${file}`)).toBe(true)
    expect(await read('taken/words.jpg.json')).toEqual({ refused: 'no-picture' })
    for (const file of ['Häferl 1.jpg', 'words.jpg']) expect(await store.has(`sent/${file}`)).toBe(false)
  }, 30_000)

  test('touches nothing that was not sent', async () => {
    await store.put('abc/320.webp', Buffer.from('a rendition'), 'image/webp')
    await runFunction('store-picture', arrived('abc/320.webp', 'taken/words.jpg.json'), settings)
    expect(await store.has('abc/320.webp')).toBe(true)
  })
})

test('the function that exports writes what a model is trained from', async () => {
  await plantVisits(3, [await productId(products.mug), await productId(products.bowl)])
  const { result } = await runFunction('export-events', {}, settings)
  const training = openBucket('training', { pathStyle: true })
  const lines = async (key: string) => (await text((await training.get(key))!)).trim().split('\n')
  const events = await lines('events/events.csv')
  expect(events[0]!.trim()).toBe('user,session,item,ts,event')
  expect([events.length - 1, (await lines('items/items.csv')).length - 1]).toEqual([
    result.events,
    result.items,
  ])
  expect(result.events).toBe(6)
  expect(result.items).toBeGreaterThan(1)
}, 30_000)
