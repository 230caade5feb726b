import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { chooseAlerts, forgetAlerts } from '../../src/alerts/index.ts'
import { setStock } from '../../src/inventory/index.ts'
import { askToConfirmAlert, tellOfArrival } from '../../src/notifications/index.ts'
import { connectMailer } from '../../src/notifications/mailer.ts'
import { config } from '../../src/platform/config.ts'
import { row, rows, transaction } from '../../src/platform/database.ts'
import { connectRedis } from '../../src/platform/redis.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { listeningShop } from '../catalogue/listening-shop.ts'
import { runningSandbox } from '../support/running-shop.ts'
import { openShop, products, variantId } from '../support/shop.ts'
import type { Shopper } from '../support/shopper.ts'

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

const gone = variantId.bind(undefined, products.goneBowl)
let shoppers = 0
const someone = () => `${++shoppers}-${process.pid}@example.com`

async function asks(email: string, shopper: Shopper = shop.shopper()) {
  const page = await shopper.gets('/products/gone-bowl')
  return shopper.presses(page, 'E-mail me when it is back', { email })
}

/** What the worker is to do next: the alerts named by jobs of a kind. */
async function jobs(task: string): Promise<{ alertId: number; times: number }[]> {
  const found = await rows<{ payload: { alertId: number; times: number } }>(
    `select payload from graphile_worker._private_jobs job
     join graphile_worker._private_tasks task on task.id = job.task_id
     where task.identifier = $task order by job.id`,
    { task },
  )
  return found.map(({ payload }) => payload)
}

async function mailTo(email: string) {
  const answer = await fetch(`${sandbox.url}/outbox.json?to=${email}`)
  return (await answer.json()) as { subject: string; text: string }[]
}

const linkIn = ({ text }: { text: string }) => text.match(/\/back-in-stock\/[0-9a-f-]{36}/)![0]

/** Somebody who has asked, and confirmed by the link of the mail. */
async function waits(email: string) {
  await asks(email)
  await askToConfirmAlert(mailer, (await jobs('alert.asked')).at(-1)!)
  const shopper = shop.shopper()
  const link = linkIn((await mailTo(email)).at(-1)!)
  const page = await shopper.presses(await shopper.gets(link), 'Yes, e-mail me when it is back')
  return { link, page }
}

const arrive = (onHand: number) =>
  transaction((tx) => setStock(tx, { variantId: gone(), onHand, reason: 'delivery', actor: 'test' }))

describe('asking to be told', () => {
  test('is offered where a thing is sold out, and nowhere else', async () => {
    const shopper = shop.shopper()
    expect((await shopper.gets('/products/gone-bowl')).$('#alert')).toHaveLength(1)
    expect((await shopper.gets('/products/oat-mug')).$('#alert')).toHaveLength(0)
  })

  test('is kept, confirmed by mail, and answered once the thing is back', async () => {
    const email = someone()
    const asked = await asks(email)
    expect(asked.$('#notices').text()).toContain(`an e-mail to ${email} asks you to confirm this`)
    expect(await mailTo(email)).toEqual([])
    await askToConfirmAlert(mailer, (await jobs('alert.asked'))[0]!)
    const [question] = await mailTo(email)
    const shopper = shop.shopper()
    const confirmation = await shopper.gets(linkIn(question!))
    expect(confirmation.heading()).toBe('Gone bowl: shall we tell you when it is back?')
    const waiting = await shopper.presses(confirmation, 'Yes, e-mail me when it is back')
    expect(waiting.heading()).toBe('Gone bowl: we will tell you when it is back')
    await arrive(3)
    expect(await jobs('stock.arrived')).toHaveLength(1)
    await chooseAlerts({ variantIds: [gone()] })
    await chooseAlerts({ variantIds: [gone()] })
    const due = await jobs('alert.due')
    expect(due).toHaveLength(1)
    await tellOfArrival(mailer, due[0]!)
    await tellOfArrival(mailer, due[0]!)
    expect((await mailTo(email)).map(({ subject }) => subject)).toHaveLength(2)
    expect((await shopper.gets(linkIn(question!))).heading()).toBe('Gone bowl: we have written to you')
  })

  test.each([
    ['', 'Enter your e-mail address'],
    ['asha@', 'Enter an e-mail address like name@example.com'],
  ])('with %j is refused with a sentence, and what was typed stays', async (typed, sentence) => {
    const page = await asks(typed)
    expect([page.status, page.alert()]).toEqual([422, expect.stringContaining(sentence)])
    expect(page.$('#alert input[name=email]').val()).toBe(typed)
    expect(await rows('select 1 from alerts.alerts')).toEqual([])
  })

  test('says the same to who has asked before, and does not write again so soon', async () => {
    const email = someone()
    const texts = [await asks(email), await asks(email), await asks(email.toUpperCase())].map(({ $ }) =>
      $('#notices').text().replace(/\s+/g, ' ').toLowerCase(),
    )
    expect(new Set(texts).size).toBe(1)
    expect(await jobs('alert.asked')).toHaveLength(1)
  })

  test('too often from one network is refused, and says for how long', async () => {
    const shopper = shop.shopper()
    for (let time = 0; time < 20; time++) await asks(someone(), shopper)
    const refused = await asks(someone(), shopper)
    expect([refused.status, refused.heading()]).toEqual([429, 'A little too fast'])
    expect(refused.$('main').text()).toContain('Please wait 10 minutes')
    expect(await rows('select 1 from alerts.alerts')).toHaveLength(20)
  })
})

describe('who waits', () => {
  test('is told in the order of asking, three for each piece that came', async () => {
    const emails = [someone(), someone(), someone(), someone()]
    for (const email of emails) await waits(email)
    await arrive(1)
    await chooseAlerts({ variantIds: [gone()] })
    const told = await rows<{ email: string }>(
      'select email from alerts.alerts where told_at is not null order by confirmed_at',
    )
    expect(told.map(({ email }) => email)).toEqual(emails.slice(0, 3))
  })

  test('is told once, when eight workers choose at once', async () => {
    await waits(someone())
    await arrive(2)
    await Promise.all(Array.from({ length: 8 }, () => chooseAlerts({ variantIds: [gone()] })))
    expect(await jobs('alert.due')).toHaveLength(1)
  })

  test('has the last word: the address is forgotten at a press, and the link leads nowhere', async () => {
    const { page, link } = await waits(someone())
    const shopper = shop.shopper()
    const left = await shopper.presses(page, 'No, do not write to me')
    expect(left.$('#notices').text()).toContain('have forgotten your e-mail address')
    expect(await rows('select 1 from alerts.alerts')).toEqual([])
    expect((await shopper.gets(link)).status).toBe(404)
  })

  test('is never told what was not confirmed', async () => {
    await asks(someone())
    await arrive(5)
    await chooseAlerts({ variantIds: [gone()] })
    expect(await jobs('alert.due')).toEqual([])
  })

  test('is forgotten after half a year', async () => {
    await waits(someone())
    await rows(
      `update alerts.alerts set asked_at = now() - interval '7 months', confirmed_at = now() - interval '7 months'`,
    )
    await forgetAlerts()
    expect(await row('select count(*) as kept from alerts.alerts')).toEqual({ kept: 0 })
  })
})
