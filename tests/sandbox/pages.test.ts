import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { createTransport } from 'nodemailer'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Mail } from '../../src/sandbox/mail/outbox.ts'
import { findChromium } from '../support/services/programs.ts'
import { goodCard, openSandbox, post, twoMugs } from './open-sandbox.ts'

let here: Awaited<ReturnType<typeof openSandbox>>
let browser: Browser
let addresses: Record<string, string | null | undefined>
beforeAll(async () => {
  here = await openSandbox()
  browser = await chromium.launch({
    executablePath: findChromium() ?? 'chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  })
  addresses = await everyPage()
})
afterAll(async () => {
  await browser.close()
  await here.close()
})

async function everyPage() {
  const { sessions } = here.stripe.checkout
  const open = await sessions.create(twoMugs)
  const german = await sessions.create({ ...twoMugs, locale: 'de' })
  const asking = await sessions.create(twoMugs)
  await post(asking.url, { ...goodCard, cardNumber: '4000 0025 0000 3155' })
  const paid = await sessions.create(twoMugs)
  await post(paid.url, goodCard)
  await createTransport(here.sandbox.smtpUrl).sendMail({
    to: 'asha@example.com',
    subject: 'Hello',
    text: 'Hello',
  })
  const [mail] = (await (await fetch(`${here.sandbox.url}/outbox.json`)).json()) as Mail[]
  return {
    welcome: here.sandbox.url,
    payment: open.url,
    'German payment': german.url,
    bank: `${asking.url}/authentication`,
    'paid payment': paid.url,
    payments: `${here.sandbox.url}/payments`,
    outbox: `${here.sandbox.url}/outbox`,
    mail: `${here.sandbox.url}/outbox/${mail?.id}`,
    'not found': `${here.sandbox.url}/nowhere`,
  }
}

test.each([
  'welcome',
  'payment',
  'German payment',
  'bank',
  'paid payment',
  'payments',
  'outbox',
  'mail',
  'not found',
])('the %s page is accessible and fits a narrow screen, in light and dark', async (name) => {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } })
  await page.goto(String(addresses[name]))
  await expectNoFault(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectNoFault(page, ['color-contrast'])
  await page.close()
})

test('a refused card form puts the focus on what is wrong', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } })
  const { url } = await here.stripe.checkout.sessions.create(twoMugs)
  await page.goto(String(url))
  await page.getByRole('button', { name: /^Pay/ }).click()
  await page.locator('#problem:focus').waitFor()
  await expectNoFault(page)
  await page.getByRole('link', { name: 'Enter the card number' }).click()
  await page.locator('#cardNumber:focus').waitFor()
  await page.close()
})

test('every sentence that a shopper reads is there in both languages', async () => {
  const [english, german] = await Promise.all(
    ['en', 'de'].map(async (locale) => {
      const file = new URL(`../../src/sandbox/views/messages.${locale}.json`, import.meta.url)
      return Object.keys(JSON.parse(await readFile(file, 'utf8')))
    }),
  )
  expect(german).toEqual(english)
})

async function expectNoFault(page: Page, rules?: string[]): Promise<void> {
  // The builder's usual way opens a second tab for its report, which now and then never opens.
  const builder = new AxeBuilder({ page }).setLegacyMode(true)
  const { violations } = await (rules ? builder.withRules(rules) : builder).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  const beyond = await page.evaluate(
    'Array.from(document.querySelectorAll("main *")).filter((part) => part.getBoundingClientRect().right > 321).length',
  )
  expect(beyond).toBe(0)
}
