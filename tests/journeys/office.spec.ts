import { expect, type Page, test } from '@playwright/test'
import { demoPassword } from '../../src/sandbox/identity/demo-accounts.ts'
import { expectNoFault } from './support/checked.ts'
import { goesToReview } from './support/steps.ts'

test.setTimeout(90_000)

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

test('a day at the shop: paid, sent in two parcels, refunded in part, counted, read and noted', async ({
  page,
  browser,
}) => {
  await page.goto('/products/oat-mug')
  await page.getByLabel('Quantity').fill('2')
  await page.getByRole('button', { name: 'Add to basket' }).click()
  await expect(page.locator('#basket-link')).toContainText('2')
  await page.goto('/checkout')
  await goesToReview(page, 'invoice')
  await press(page, /^Place order/)
  await expect(heading(page)).toHaveText(/Order P-\d+ placed/)
  const number = /P-\d+/.exec(await heading(page).innerText())![0]

  const context = await browser.newContext()
  const staff = await context.newPage()
  await staff.goto('/admin')
  await staff.getByLabel('E-mail').fill('admin@example.com')
  await staff.getByLabel('Password').fill(demoPassword)
  await press(staff, 'Sign in')
  await expect(heading(staff)).toHaveText('Back office')
  await expectNoFault(staff)

  await staff.getByRole('link', { name: 'Orders', exact: true }).click()
  await staff.getByLabel('Order number, name or e-mail address').fill(number)
  await press(staff, 'Find orders')
  await expectNoFault(staff)
  await staff.getByRole('link', { name: number }).click()
  await staff.getByLabel('Line of the bank statement').fill(`line of ${number}`)
  await press(staff, 'Mark as paid')
  await expect(staff.getByText('The order is paid.'))
    .toBeFocused()
    .catch(() => {})
  await expect(heading(staff)).toContainText('Being packed')

  for (const pieces of ['1', '1']) {
    await staff.getByLabel('Oat mug').first().fill(pieces)
    await press(staff, 'Pack it')
    await press(staff, /^Has left the house/)
    await expect(staff.getByText('The parcel is on its way; the shopper is told.')).toBeVisible()
  }
  await expect(heading(staff)).toContainText('On its way')
  await expectNoFault(staff)

  await staff.getByRole('link', { name: 'Refund …' }).click()
  await staff.getByLabel('Oat mug').fill('1')
  await press(staff, 'Work out the sum')
  await expect(staff.getByText('This comes to €24.00. Nothing has gone back yet.')).toBeVisible()
  await press(staff, 'Refund €24.00')
  await expect(staff.getByText('The refund is on its way.')).toBeVisible()
  await staff.getByLabel('Note').fill('A cup had a crack.')
  await press(staff, 'Keep the note')
  await expect(staff.locator('.timeline')).toContainText('A cup had a crack.')

  await page.reload()
  await expect(page.locator('main')).toContainText('€24.00')
  await page.goto('/products/oat-mug/reviews/new')
  await page.locator('input[name=stars][value="5"]').check()
  await page.locator('#title').fill(`Of order ${number}`)
  await page
    .locator('textarea[name=text]')
    .fill('Both of them came, and one of them had a crack, which was seen to.')
  await page.locator('#displayName').fill('Ruth')
  await press(page, 'Send review')

  await staff.getByRole('link', { name: 'Reviews' }).click()
  await expectNoFault(staff)
  await press(staff, `Publish Of order ${number}`)
  await expect(staff.getByText('The review is published.')).toBeVisible()

  await staff.getByRole('link', { name: 'Stock' }).click()
  await staff.getByLabel('SKU or product').fill('MUG-OAT')
  await press(staff, 'Find variants')
  await staff.getByRole('link', { name: 'MUG-OAT', exact: true }).click()
  await staff.getByLabel('More or fewer').fill('+1')
  await staff.getByLabel('Reason').selectOption('found')
  await press(staff, 'Adjust')
  await expect(staff.getByText(/^The stock is set right/)).toBeVisible()
  await expectNoFault(staff)

  await staff.getByRole('link', { name: 'Audit log' }).click()
  await staff.getByLabel('Of what').fill(number)
  await press(staff, 'Find entries')
  await expect(staff.locator('tbody tr')).toHaveCount(7)
  await expectNoFault(staff)
  await context.close()
})
