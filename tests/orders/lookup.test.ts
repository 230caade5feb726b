import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { sendOrderLink } from '../../src/notifications/index.ts'
import { connectMailer } from '../../src/notifications/mailer.ts'
import type { LookedUp } from '../../src/orders/index.ts'
import { signedOrderPath } from '../../src/orders/index.ts'
import { config } from '../../src/platform/config.ts'
import { rows } from '../../src/platform/database.ts'
import { connectRedis } from '../../src/platform/redis.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { listeningShop } from '../catalogue/listening-shop.ts'
import { sold } from '../invoicing/sold.ts'
import { runningSandbox } from '../support/running-shop.ts'
import { openShop } from '../support/shop.ts'
import type { ShopPage, Shopper } from '../support/shopper.ts'

let shop: Awaited<ReturnType<typeof listeningShop>>
let sandbox: Sandbox
const redis = connectRedis(config.redisUrl!)
const mailer = connectMailer()
beforeAll(async () => {
  sandbox = await runningSandbox()
  shop = await listeningShop()
})
afterAll(async () => {
  mailer.close()
  redis.disconnect()
  await shop.close()
  await sandbox.close()
})
beforeEach(async () => {
  await openShop()
  await redis.flushdb()
})

const email = 'asha@example.com'
const goods = { lines: [{ unitPrice: 2400 }] }

async function looksUp(
  number: string,
  address: string,
  path = '/orders/lookup',
  shopper: Shopper = shop.shopper(),
) {
  const form = await shopper.gets(path)
  return shopper.presses(form, path.startsWith('/de') ? 'Link schicken' : 'Send the link', {
    number,
    email: address,
  })
}

const notice = ({ $ }: ShopPage) => $('#notices').text().replace(/\s+/g, ' ').trim()

/** The questions that wait for the worker. */
async function asked(): Promise<LookedUp[]> {
  const jobs = await rows<{ payload: LookedUp }>(
    `select payload from graphile_worker._private_jobs job
     join graphile_worker._private_tasks task on task.id = job.task_id
     where task.identifier = 'order.looked_up' order by job.id`,
  )
  return jobs.map(({ payload }) => payload)
}

interface Mail {
  subject: string
  text: string
}

async function mailsAbout(number: string): Promise<Mail[]> {
  const answer = await fetch(`${sandbox.url}/outbox.json?to=${email}`)
  return ((await answer.json()) as Mail[]).filter(({ subject }) => subject.includes(number))
}

const linkIn = ({ text }: Mail) => new URL(text.match(/https?:\/\/\S+signature=\S+/)![0])

describe('looking up an order', () => {
  test('brings a mail whose link opens the order without signing in', async () => {
    const order = await sold(goods)
    const answer = await looksUp(order.number, email)
    expect([answer.status, new URL(answer.address).pathname]).toEqual([200, '/orders/lookup'])
    expect(notice(answer)).toContain(`If there is such an order, we have just written to ${email}.`)
    for (const question of await asked()) await sendOrderLink(mailer, question)
    const [mail, ...more] = await mailsAbout(order.number)
    expect(more).toEqual([])
    const { pathname, search } = linkIn(mail!)
    const opened = await shop.shopper().gets(pathname + search)
    expect([opened.status, opened.heading()]).toEqual([200, `Order ${order.number} placed`])
  })

  test('answers the same for hit and miss, and leaves the same job behind', async () => {
    const order = await sold(goods)
    const answers = [
      await looksUp(order.number, email),
      await looksUp('P-999999', email),
      await looksUp(order.number, 'somebody@example.com'),
    ]
    const plain = answers.map(({ status, html }) => [status, html.replaceAll('somebody@example.com', email)])
    expect(plain[1]).toEqual(plain[0])
    expect(plain[2]).toEqual(plain[0])
    const questions = await asked()
    expect(questions.map(({ number }) => number)).toEqual([order.number, 'P-999999', order.number])
    for (const question of questions.slice(1)) await sendOrderLink(mailer, question)
    expect(await mailsAbout(order.number)).toEqual([])
    expect(await mailsAbout('P-999999')).toEqual([])
  })

  test.each([' p 1001', '1001', '#1001', 'P–1001', 'p-1001 ', 'P1001'])(
    'takes "%s" for P-1001',
    async (typed) => {
      expect((await looksUp(typed, ' Asha@Example.com ')).status).toBe(200)
      expect(await asked()).toMatchObject([{ number: 'P-1001', email }])
    },
  )

  test.each([
    ['', 'Enter the number of your order'],
    ['my lamp', 'Enter the number as it is in our mail, like P-1001'],
    ['P-12345678901234567890', 'Enter the number as it is in our mail, like P-1001'],
  ])('says of the number "%s": %s, and loses nothing', async (typed, sentence) => {
    const answer = await looksUp(typed, 'asha@')
    expect([answer.status, answer.$('title').text()]).toEqual([422, 'Error: Track an order – Purveyor'])
    expect(answer.$('.error-summary').text()).toContain(sentence)
    expect(answer.$('.error-summary').text()).toContain('Enter a full e-mail address')
    expect(answer.$('[name=number]').val()).toBe(typed)
    expect(answer.$('[name=email]').val()).toBe('asha@')
    expect(await asked()).toEqual([])
  })

  test('is answered, and written to, in the language in which it is asked', async () => {
    const order = await sold(goods)
    expect(notice(await looksUp(order.number, email, '/de/orders/lookup'))).toContain(
      'Falls es diese Bestellung gibt',
    )
    for (const question of await asked()) await sendOrderLink(mailer, question)
    const [mail] = await mailsAbout(order.number)
    expect(mail!.subject).toBe(`Ihr Link zur Bestellung ${order.number}`)
    expect(linkIn(mail!).pathname).toBe(`/de/orders/${order.number}`)
  })

  test('is to be found from the foot of every page', async () => {
    const page = await shop.shopper().gets('/')
    expect(page.$('.site-footer a[href="/orders/lookup"]').text()).toBe('Track an order')
  })
})

describe('the mail with the link', () => {
  const question = (order: { number: string }): LookedUp => ({
    question: crypto.randomUUID(),
    number: order.number,
    email,
    locale: 'en',
  })

  test('goes out once in ten minutes, however often and by however many it is asked for at once', async () => {
    const order = await sold(goods)
    await Promise.all(Array.from({ length: 6 }, () => sendOrderLink(mailer, question(order))))
    expect(await mailsAbout(order.number)).toHaveLength(1)
    await rows(`update orders.sent_links set sent_at = sent_at - interval '9 minutes 50 seconds'`)
    await sendOrderLink(mailer, question(order))
    expect(await mailsAbout(order.number)).toHaveLength(1)
    await rows(`update orders.sent_links set sent_at = sent_at - interval '20 seconds'`)
    await sendOrderLink(mailer, question(order))
    expect(await mailsAbout(order.number)).toHaveLength(2)
  })

  test('is tried again by the same question while nobody takes it, and then not sent twice', async () => {
    const order = await sold(goods)
    const same = question(order)
    const broken = { sendMail: () => Promise.reject(new Error('no mail server')) } as never
    await expect(sendOrderLink(broken, same)).rejects.toThrow('no mail server')
    await sendOrderLink(mailer, same)
    await sendOrderLink(mailer, same)
    expect(await mailsAbout(order.number)).toHaveLength(1)
  })

  test('does not go to whoever knows a number and another address', async () => {
    const order = await sold(goods)
    await sendOrderLink(mailer, { ...question(order), email: 'asha@example.co' })
    expect(await mailsAbout(order.number)).toEqual([])
    await sendOrderLink(mailer, { ...question(order), email: 'ASHA@example.com' })
    expect(await mailsAbout(order.number)).toHaveLength(1)
  })
})

describe('too many questions', () => {
  test('about one e-mail address are refused calmly, whoever asks, and say how long to wait', async () => {
    for (let time = 0; time < 5; time++) expect((await looksUp(`P-${time}`, email)).status).toBe(200)
    const refused = await looksUp('P-6', email)
    expect([refused.status, refused.heading()]).toEqual([429, 'A little too fast'])
    expect(refused.$('main').text()).toContain('Please wait 10 minutes')
    expect((await looksUp('P-6', 'ben@example.com')).status).toBe(200)
    expect(await asked()).toHaveLength(6)
    const answer = await fetch(`${shop.url}/orders/lookup`, {
      method: 'POST',
      body: new URLSearchParams({ number: 'P-1', email }),
    })
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(500)
  })

  test('from one network are refused', async () => {
    for (let time = 0; time < 20; time++) await looksUp('P-1', `${time}@example.com`)
    expect((await looksUp('P-1', 'another@example.com')).status).toBe(429)
  })
})

describe('a link that we did not sign, or whose time has passed', () => {
  const leadsTo = async (path: string) => {
    const page = await shop.shopper().gets(path)
    return { page, path: new URL(page.address).pathname }
  }
  const sentence = 'The link that you followed is not complete or has expired.'

  test('leads to the look-up, which says so, the same for an order that is there and one that is not', async () => {
    const order = await sold(goods)
    const signed = signedOrderPath(order.number)
    const forged = [
      signed.replace(/signature=.{4}/, 'signature=AAAA'),
      signed.slice(0, -3),
      signed.replace(/until=\d/, 'until=9'),
      signed.replace(order.number, 'P-999999'),
      `/orders/${order.number}?signature=`,
    ]
    for (const path of forged) {
      const led = await leadsTo(path)
      expect([led.page.status, led.path], path).toEqual([200, '/orders/lookup'])
      expect(led.page.$('main').text()).toContain(sentence)
      expect(led.page.$('[name=number]').val()).toBe(path.match(/P-\d+/)![0])
    }
  })

  test('that has expired leads there as well', async () => {
    const order = await sold(goods)
    const signed = signedOrderPath(order.number)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 181 * 86_400_000 })
    try {
      const { page, path } = await leadsTo(signed)
      expect(path).toBe('/orders/lookup')
      expect(page.$('main').text()).toContain(sentence)
    } finally {
      vi.useRealTimers()
    }
  })

  test('does not keep out who has the order open already', async () => {
    const order = await sold(goods)
    const asha = shop.shopper()
    await asha.gets(signedOrderPath(order.number))
    const again = await asha.gets(`/orders/${order.number}?until=1&signature=old`)
    expect(again.heading()).toBe(`Order ${order.number} placed`)
  })
})
