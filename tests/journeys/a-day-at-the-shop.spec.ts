import { expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { demoPassword } from '../../src/sandbox/identity/demo-accounts.ts'
import { expectNoFault } from './support/checked.ts'
import { goesToReview } from './support/steps.ts'

test.slow()

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click()
const said = (page: Page, sentence: string | RegExp) =>
  expect(page.locator('#notices').getByText(sentence)).toBeVisible()

test('a day at the shop: a product is made and sold, sent in two parcels, sent back in part, and all of it is logged', async ({
  page,
  browser,
}, { project }) => {
  const mark = project.name === 'with-scripts' ? 'ONE' : 'TWO'
  const [title, slug, sku, code] = [
    `Fern jug ${mark}`,
    `fern-jug-${mark.toLowerCase()}`,
    `JUG-${mark}`,
    `FERN-${mark}`,
  ]
  const context = await browser.newContext({ javaScriptEnabled: mark === 'ONE' })
  const staff = await context.newPage()

  // The pages are the same with script and without: they are looked at once.
  const expectSound = mark === 'ONE' ? expectNoFault : async () => {}

  await staff.goto('/admin')
  await staff.getByLabel('E-mail').fill('admin@example.com')
  await staff.getByLabel('Password').fill(demoPassword)
  await press(staff, 'Sign in')
  await expect(heading(staff)).toHaveText('Back office')
  await expectSound(staff)

  await test.step('a product is made, with variants and pictures, in two languages', async () => {
    await follow(staff, 'Products')
    await follow(staff, 'New product')
    await staff.getByLabel('Title (English)').fill(title)
    await staff.getByLabel('Title (German)').fill(`Farnkrug ${mark}`)
    await staff.getByLabel('Category').selectOption({ label: 'Vases and garden › Garden tools' })
    await staff.getByLabel('SKU').fill(`${sku}-SMALL`)
    await staff.getByLabel('EUR').fill('40')
    await press(staff, 'Make the product')
    await said(staff, /^The product is made/)
    await follow(staff, 'Variants')
    await staff.getByLabel('Name (English)').fill('Size')
    await staff.getByLabel('Name (German)').fill('Größe')
    await staff.getByLabel('New values, one a line').fill('Small / Klein\nLarge / Groß')
    await press(staff, 'Save options')
    await staff.getByLabel('Their SKUs begin with').fill(sku)
    await press(staff, 'Make the one that is missing')
    await expect(staff.getByRole('rowheader', { name: `${sku}-LARGE` })).toBeVisible()
    await expectSound(staff)
    await follow(staff, 'Pictures')
    await staff
      .locator('#files')
      .setInputFiles([await drawn('side.jpg', '#496b45'), await drawn('top.jpg', '#7b9a6d')])
    await staff.getByLabel('What is to be seen (English)').last().fill('The jug')
    await press(staff, /^Add$/)
    await said(staff, 'The pictures hang.')
    await press(staff, 'Up The jug (2)')
    await said(staff, 'The picture has moved.')
    await expectSound(staff)
  })

  await test.step('it is stocked and put on show', async () => {
    await follow(staff, 'Stock')
    await staff.getByLabel('SKU or product').fill(`${sku}-LARGE`)
    await press(staff, 'Find variants')
    await follow(staff, `${sku}-LARGE`)
    await staff.getByLabel('More or fewer').fill('+10')
    await staff.getByLabel('Reason').selectOption('delivery')
    await press(staff, 'Adjust')
    await said(staff, /^The stock is set right/)
    await expectSound(staff)
    await follow(staff, 'Products')
    await follow(staff, title)
    await staff.getByLabel('Summary (German)').fill('Gegossen in Brackwater.')
    await staff.getByLabel('On show since').fill('2026-01-01T09:00')
    await staff.getByLabel('State').selectOption('active')
    await press(staff, 'Save')
    await said(staff, /^The product is saved/)
    await page.goto(`/de/products/${slug}?sku=${sku}-LARGE`)
    await expect(heading(page)).toHaveText(`Farnkrug ${mark}`)
    await expect(page.locator('main')).toContainText('Gegossen in Brackwater.')
    await expect(page.locator('main')).toContainText('40,00')
  })

  await test.step('a sale and a voucher make it cheaper', async () => {
    await follow(staff, 'Sales')
    await follow(staff, 'New sale')
    await staff.getByLabel('Name').fill(`Sale ${mark}`)
    await staff.getByLabel('Off, in percent').fill('25')
    await staff.getByLabel('Ends').fill('2040-01-01T00:00')
    await staff.getByLabel('Single products').fill(slug)
    await press(staff, 'Show what it would change')
    await expect(staff.getByText('2 variants of one product would be cheaper')).toBeVisible()
    await expectSound(staff)
    await press(staff, 'Plan the sale')
    await said(staff, /^The sale is planned/)
    await follow(staff, 'Promotions')
    await follow(staff, 'New promotion')
    await staff.getByLabel('Name (English)').fill(`Friends ${mark}`)
    await staff.getByLabel('Off, in percent').fill('10')
    await staff.getByLabel('Who may have it').selectOption('code')
    await staff.getByLabel('Code', { exact: false }).last().fill(code)
    await press(staff, 'Make the promotion')
    await said(staff, 'The promotion is saved.')
    await expectSound(staff)
    await staff.getByRole('textbox', { name: 'Basket' }).fill(`${sku}-LARGE x 2`)
    await press(staff, 'Try')
    await expect(staff.getByText(/^It takes €6\.00 off/)).toBeVisible()
  })

  const number = await test.step('somebody buys two of it', async () => {
    await page.goto(`/products/${slug}?sku=${sku}-LARGE`)
    await expect(page.locator('main')).toContainText('€30.00')
    await page.getByLabel('Quantity').fill('2')
    await press(page, 'Add to basket')
    await expect(page.locator('#basket-link')).toContainText('2')
    await page.goto('/basket')
    const voucher = page.getByText('Voucher code or gift card').first()
    if (!(await page.locator('#code').isVisible())) await voucher.click()
    await page.locator('#code').fill(code)
    await press(page, 'Apply')
    await expect(page.locator('main')).toContainText('€6.00')
    await page.goto('/checkout')
    await goesToReview(page, 'invoice')
    await press(page, /^Place order/)
    await expect(heading(page)).toHaveText(/Order P-\d+ placed/)
    return /P-\d+/.exec(await heading(page).innerText())![0]
  })

  await test.step('it is paid, and leaves in two parcels', async () => {
    await follow(staff, 'Orders')
    await staff.getByLabel('Order number, name or e-mail address').fill(number)
    await press(staff, 'Find orders')
    await expectSound(staff)
    await staff.getByRole('link', { name: number }).first().click()
    await staff.getByLabel('Line of the bank statement').fill(`line of ${number}`)
    await press(staff, 'Mark as paid')
    await said(staff, 'The order is paid.')
    for (const pieces of ['1', '1']) {
      await staff.getByLabel(title).first().fill(pieces)
      await press(staff, 'Pack it')
      await press(staff, /^Has left the house/)
      await said(staff, 'The parcel is on its way; the shopper is told.')
    }
    await expect(heading(staff)).toContainText('On its way')
    await expectSound(staff)
  })

  await test.step('one comes back, and of the other one a part of the price goes back', async () => {
    await page.goto(`/orders/${number}`)
    await page.getByRole('link', { name: 'Send something back' }).click()
    await page.getByLabel(`How many of ${title}`).selectOption('1')
    await page.getByRole('radio', { name: 'It arrived damaged' }).check()
    await press(page, 'Ask to send it back')
    await follow(staff, 'Returns')
    await expectSound(staff)
    await staff.getByRole('link', { name: number }).first().click()
    await press(staff, 'Approve')
    await said(staff, /./)
    await press(staff, 'Take it in and refund it')
    await said(staff, /^The return is taken in/)
    await follow(staff, 'Refund …')
    await staff.getByLabel(title).fill('1')
    await press(staff, 'Work out the sum')
    await expect(staff.getByText('This comes to €27.00. Nothing has gone back yet.')).toBeVisible()
    await press(staff, 'Refund €27.00')
    await said(staff, 'The refund is on its way.')
    await staff.getByLabel('Note').fill('A jug had a crack.')
    await press(staff, 'Keep the note')
    await expect(staff.locator('.timeline')).toContainText('A jug had a crack.')
    await page.goto(`/orders/${number}`)
    await expect(page.locator('main')).toContainText('€27.00')
  })

  await test.step('what they think of it is read and published', async () => {
    await page.goto(`/products/${slug}/reviews/new`)
    await page.locator('input[name=stars][value="5"]').check()
    await page.locator('#title').fill(`Of order ${number}`)
    await page
      .locator('textarea[name=text]')
      .fill('Both of them came, and one had a crack, which was seen to.')
    await page.locator('#displayName').fill('Ruth')
    await press(page, 'Send review')
    await follow(staff, 'Reviews')
    await expectSound(staff)
    await press(staff, `Publish Of order ${number}`)
    await said(staff, 'The review is published.')
  })

  await test.step('the day is read on the dashboard and in the log', async () => {
    await follow(staff, 'Back office')
    await expect(staff.locator('main')).toContainText('7')
    await expectSound(staff)
    await follow(staff, 'Audit log')
    await staff.getByLabel('Of what').fill(number)
    await press(staff, 'Find entries')
    await expect(staff.locator('tbody tr')).toHaveCount(9)
    await expectSound(staff)
  })
  await context.close()
})

async function drawn(name: string, background: string) {
  const image = sharp({ create: { width: 640, height: 800, channels: 3, background } })
  return { name, mimeType: 'image/jpeg', buffer: await image.jpeg().toBuffer() }
}
