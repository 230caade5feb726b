import { expect, test } from '@playwright/test'
import { givesAddress, goesToReview, paysByCard, takesToCheckout } from './support/steps.ts'

test('a guest finds the oat mug, buys it by card and follows the order', async ({ page }) => {
  await page.goto('/')
  await page.getByLabel('Search the shop').first().fill('oat mug')
  await page.getByRole('button', { name: 'Search' }).first().click()
  await page.getByRole('link', { name: 'Oat mug' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Oat mug')

  await page.getByRole('button', { name: 'Add to basket' }).click()
  await expect(page.locator('#basket-link')).toContainText('1')
  await page.locator('#basket-link a, a#basket-link').first().click()
  await page.getByRole('link', { name: 'Go to checkout' }).first().click()

  await goesToReview(page)
  await page.getByRole('button', { name: 'Place order and pay' }).first().click()
  await paysByCard(page)

  await expect(page).toHaveURL(/\/orders\/P-\d+$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Order P-\d+ placed/)
  await expect(page.locator('main')).toContainText('asha@example.com')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Order P-\d+ placed/)
})

test('a declined card loses nothing: the shopper pays with another one', async ({ page }) => {
  await takesToCheckout(page, 'oat-mug')
  await goesToReview(page)
  await page.getByRole('button', { name: 'Place order and pay' }).first().click()
  await paysByCard(page, '4000 0000 0000 0002')
  await expect(page.locator('main')).toContainText(/declined/i)
  await paysByCard(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Order P-\d+ placed/)
})

test('a card that asks for 3-D Secure pays after the shopper approves', async ({ page }) => {
  await takesToCheckout(page, 'oat-mug')
  await goesToReview(page)
  await page.getByRole('button', { name: 'Place order and pay' }).first().click()
  await paysByCard(page, '4000 0025 0000 3155')
  await page.getByRole('button', { name: 'Approve' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Order P-\d+ placed/)
})

test('who turns back from the payment page can pay now, later', async ({ page }) => {
  await takesToCheckout(page, 'oat-mug')
  await goesToReview(page)
  await page.getByRole('button', { name: 'Place order and pay' }).first().click()
  await page
    .getByRole('link', { name: /back|cancel/i })
    .first()
    .click()
  await expect(page).toHaveURL(/\/orders\/P-\d+$/)
  await page.getByRole('button', { name: 'Pay now' }).first().click()
  await paysByCard(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Order P-\d+ placed/)
})

test('an order by invoice is placed without the payment page', async ({ page }) => {
  await takesToCheckout(page, 'oat-mug')
  await goesToReview(page, 'invoice')
  await page.getByRole('button', { name: 'Place order' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Order P-\d+ placed/)
  await expect(page.locator('main')).toContainText('IBAN')
})

test('the link in the mail opens the order for whoever holds it, nobody else', async ({ page, browser }) => {
  await takesToCheckout(page, 'oat-mug')
  await goesToReview(page)
  await page.getByRole('button', { name: 'Place order and pay' }).first().click()
  const outbox = new URL(page.url()).origin
  await paysByCard(page)
  await expect(page).toHaveURL(/\/orders\/P-\d+$/)
  const number = page.url().match(/P-\d+/)![0]

  const stranger = await (await browser.newContext()).newPage()
  expect((await stranger.goto(page.url()))!.status()).toBe(404)

  await expect
    .poll(async () => JSON.stringify(await (await page.request.get(`${outbox}/outbox.json`)).json()), {
      timeout: 15_000,
    })
    .toContain(number)
  const mails = (await (await page.request.get(`${outbox}/outbox.json`)).json()) as { text: string }[]
  const link = mails.find((mail) => mail.text.includes(number))!.text.match(/https?:\/\/\S+signature=\S+/)![0]
  await stranger.goto(link)
  await expect(stranger).toHaveURL(/\/orders\/P-\d+$/)
  await expect(stranger.getByRole('heading', { level: 1 })).toContainText(number)
})

test('mistakes in the address are named, led to, and lose nothing', async ({ page }) => {
  await takesToCheckout(page, 'oat-mug')
  await page.getByLabel('Full name').fill('Asha Rao')
  await page.getByLabel('Postcode').fill('SW1A 1AA')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.locator('.error-summary')).toBeFocused()
  await expect(page.getByLabel('Full name')).toHaveValue('Asha Rao')
  await expect(page.getByLabel('Postcode')).toHaveValue('SW1A 1AA')
  await expect(page.getByLabel('Postcode')).toHaveAttribute('aria-invalid', 'true')
  await givesAddress(page)
  await expect(page).toHaveURL(/\/checkout\/delivery$/)
})

test('every answer can be changed from the review, and leads back to it', async ({ page }) => {
  await takesToCheckout(page, 'oat-mug')
  await goesToReview(page)
  await page.locator('main a[href$="/checkout/address"]').last().click()
  await page.getByLabel('Full name').fill('Ben Okri')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveURL(/\/checkout\/review$/)
  await expect(page.locator('main')).toContainText('Ben Okri')
  await page.locator('main a[href$="/checkout/delivery"]').last().click()
  await page.getByRole('radio', { name: /Express/ }).check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveURL(/\/checkout\/review$/)
  await expect(page.locator('main')).toContainText('Express delivery')
})

test('the same shop in German: an order from start to end', async ({ page }) => {
  await page.goto('/de/products/oat-mug')
  await page.locator('form.choice-form button').first().click()
  await expect(page.locator('#basket-link')).toContainText('1')
  await page.goto('/de/checkout')
  await page.getByLabel('E-Mail-Adresse').fill('asha@example.com')
  await page.locator('[name=name]').fill('Asha Rao')
  await page.locator('[name=line1]').fill('Torstraße 1')
  await page.locator('[name=postcode]').fill('10119')
  await page.locator('[name=city]').fill('Berlin')
  await page.getByRole('button', { name: 'Weiter' }).click()
  await page.getByRole('button', { name: 'Weiter' }).click()
  await page.getByRole('button', { name: 'Weiter' }).click()
  await expect(page).toHaveURL(/\/de\/checkout\/review$/)
  await page.locator('form[action="/de/checkout/order"] button, button[form]').first().click()
  await paysByCard(page)
  await expect(page).toHaveURL(/\/de\/orders\/P-\d+$/)
})
