import { expect, type Page, test } from '@playwright/test'
import { demoPassword } from '../../src/sandbox/identity/demo-accounts.ts'
import type { Mail } from '../../src/sandbox/mail/outbox.ts'
import { expectNoFault } from './support/checked.ts'
import { paysByCard } from './support/steps.ts'

const sandbox = `http://127.0.0.1:${Number(process.env.JOURNEYS_PORT) + 1}`
const password = 'seven blue kettles'
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** Somebody with an address that nobody else in these journeys has. */
const somebody = () => `ruth-${crypto.randomUUID().slice(0, 8)}@example.com`

async function codeFor(email: string): Promise<string> {
  const read = async () => (await (await fetch(`${sandbox}/outbox.json?to=${email}`)).json()) as Mail[]
  await expect.poll(async () => (await read()).length).toBeGreaterThan(0)
  return /\d{6}/.exec((await read())[0]!.text)![0]
}

async function registers(page: Page, email: string): Promise<void> {
  await page.getByRole('link', { name: 'Sign in' }).first().click()
  await page.getByRole('link', { name: 'Create account' }).click()
  await expectNoFault(page)
  await page.getByLabel('Full name').fill('Ruth Klein')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('New password').fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(heading(page)).toHaveText('Confirm your e-mail address')
  await expectNoFault(page)
  await page.getByLabel('Code').fill(await codeFor(email))
  await page.getByRole('button', { name: 'Confirm' }).click()
}

async function signsIn(page: Page, email: string, secret = password): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(secret)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test('somebody registers, keeps an address, and buys with it in three pages; then signs out', async ({
  page,
}) => {
  const email = somebody()
  await page.goto('/products/oat-mug')
  await page.getByRole('button', { name: 'Save to wish list' }).click()
  await expect(page.getByRole('button', { name: 'Save to wish list' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await page.getByRole('button', { name: 'Add to basket' }).click()
  await expect(page.locator('#basket-link')).toContainText('1')
  await page.goto('/account/wish-list')
  await registers(page, email)
  await expect(page).toHaveURL(/\/account\/wish-list$/)
  await expect(page.getByText(`Your account for ${email} is ready`)).toBeVisible()
  await expect(page.locator('main')).toContainText('Oat mug')
  await expect(page.locator('#basket-link')).toContainText('1')
  await expectNoFault(page)

  await page.getByRole('link', { name: 'Addresses' }).click()
  await page.getByRole('link', { name: 'Add an address' }).click()
  await page.getByLabel('Street and house number').fill('Torstraße 1')
  await page.getByLabel('Postcode').fill('10119')
  await page.locator('.account-body .button-primary').click()
  await expect(page.locator('.error-summary')).toContainText('Enter the town or city')
  await page.getByLabel('Town or city').fill('Berlin')
  await page.locator('.account-body .button-primary').click()
  await expect(page.getByText('The address is saved.')).toBeVisible()
  await expectNoFault(page)
  await page.getByRole('button', { name: /^Remove/ }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('main')).toContainText('Torstraße 1')

  await page.goto('/basket')
  await page.getByRole('link', { name: 'Go to checkout' }).first().click()
  await expect(page).toHaveURL(/\/checkout\/review$/)
  await expect(page.locator('main')).toContainText('Torstraße 1')
  await page.getByRole('button', { name: 'Place order and pay' }).first().click()
  await paysByCard(page)
  await expect(heading(page)).toHaveText(/Order P-\d+ placed/)
  const number = /P-\d+/.exec(await heading(page).innerText())![0]

  await page.goto('/account/orders')
  await page.getByLabel('Order number or product').fill('oat')
  await page.getByRole('button', { name: 'Find orders' }).click()
  await expect(page.getByRole('link', { name: `Order ${number}` })).toBeVisible()
  await expectNoFault(page)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/localhost:\d+\/$/)
  await page.goto(`/orders/${number}`)
  await expect(heading(page)).toHaveText('We cannot show you this order')
})

test('a forgotten password is chosen anew, and whoever guesses is told how long to wait', async ({
  page,
}) => {
  const email = somebody()
  await page.goto('/')
  await registers(page, email)
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('link', { name: 'Sign in' }).first().click()
  for (let guess = 0; guess < 5; guess++) await signsIn(page, email, 'not the password')
  await expect(page.locator('#problem')).toContainText('Try again in 15 minutes')
  await expect(page.locator('#problem')).toBeFocused()
  await page.getByRole('link', { name: 'Forgotten your password?' }).click()
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Send the code' }).click()
  await page.getByLabel('Code').fill(await codeFor(email))
  await page.getByLabel('New password').fill('eight green kettles')
  await page.getByRole('button', { name: 'Save and sign in' }).click()
  await expect(page.getByText(`You are signed in as ${email}`)).toBeVisible()
})

test('a guest becomes a customer, and finds the order and the basket', async ({ page, browser }) => {
  const email = somebody()
  await page.goto('/')
  await registers(page, email)
  await page.goto('/products/moss-bowl')
  await page.goto('/products/oat-mug')
  await page.getByRole('button', { name: 'Add to basket' }).click()
  await expect(page.locator('#basket-link')).toContainText('1')

  const elsewhere = await browser.newContext({
    javaScriptEnabled: test.info().project.name === 'with-scripts',
  })
  const other = await elsewhere.newPage()
  await other.goto('/products/oat-mug')
  await other.getByLabel('Quantity').fill('3')
  await other.getByRole('button', { name: 'Add to basket' }).click()
  await expect(other.locator('#basket-link')).toContainText('3')
  await other.goto('/account')
  await signsIn(other, email)
  await expect(heading(other)).toHaveText('Hello, Ruth Klein')
  await expect(other.locator('#basket-link')).toContainText('3')
  await page.goto('/basket')
  await expect(page.locator('#basket-link')).toContainText('3')

  await page.goto('/account/sign-ins')
  await expect(page.locator('.entry')).toHaveCount(2)
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(page.locator('.entry')).toHaveCount(1)
  await expectNoFault(page)
  await other.goto('/account')
  await expect(heading(other)).toHaveText('Sign in')
  await elsewhere.close()
})

test('the question is asked once, and answered on one page for good', async ({ page }) => {
  await page.goto('/')
  await expectNoFault(page)
  await page.getByRole('button', { name: 'No, thank you' }).click()
  await expect(page.getByRole('button', { name: 'No, thank you' })).toHaveCount(0)
  await page.goto('/products/oat-mug')
  await expect(page.getByText('May we suggest what fits you?')).toHaveCount(0)
  const cookies = (await page.context().cookies()).filter(({ domain }) => domain === 'localhost')
  expect(cookies.map(({ name }) => name)).toEqual(['personalisation'])
  await page.getByRole('link', { name: 'Privacy' }).click()
  await expect(page.locator('main')).toContainText('You have not agreed to this.')
  await page.getByRole('button', { name: /^Agree/ }).click()
  await expect(page.locator('main')).toContainText('You have agreed to this.')
  await page.getByRole('button', { name: /^Withdraw/ }).click()
  await expect(page.locator('main')).toContainText('You have not agreed to this.')
})

test('staff come in as far as their rights go, and one who is shut out is out at once', async ({
  page,
  browser,
}) => {
  await page.goto('/admin')
  await signsIn(page, 'admin@example.com', demoPassword)
  await expect(heading(page)).toHaveText('Back office')
  await expectNoFault(page)
  const context = await browser.newContext()
  const analyst = await context.newPage()
  // Each project shuts out somebody of its own.
  const who = test.info().project.name === 'with-scripts' ? 'analyst' : 'support'
  await analyst.goto('/admin')
  await signsIn(analyst, `${who}@example.com`, demoPassword)
  await expect(heading(analyst)).toHaveText('Back office')
  await analyst.goto('/admin/staff')
  await expect(heading(analyst)).toHaveText('This is not open to you')
  await expect(analyst.locator('main')).toContainText('see who works here')

  await page.goto('/admin/staff')
  await expectNoFault(page)
  await page.getByRole('button', { name: new RegExp(`Shut out.*${who}@`) }).click()
  await analyst.goto('/admin')
  await expect(heading(analyst)).not.toHaveText('Back office')
  await page.getByRole('button', { name: new RegExp(`Let in again.*${who}@`) }).click()
  await expect(page.getByText('They can sign in again.')).toBeVisible()
  await context.close()
})
