import { expect, type Page } from '@playwright/test'

export const asha = {
  email: 'asha@example.com',
  name: 'Asha Rao',
  line1: 'Torstraße 1',
  postcode: '10119',
  city: 'Berlin',
}

/** From the product's page into the basket and on to the checkout's first page. */
export async function takesToCheckout(page: Page, slug: string): Promise<void> {
  await page.goto(`/products/${slug}`)
  await page.getByRole('button', { name: 'Add to basket' }).click()
  await expect(page.locator('#basket-link')).toContainText('1')
  await page.goto('/basket')
  await page.getByRole('link', { name: 'Go to checkout' }).first().click()
}

/** Says where the parcel goes. */
export async function givesAddress(page: Page): Promise<void> {
  await page.getByLabel('E-mail address').fill(asha.email)
  await page.getByLabel('Full name').fill(asha.name)
  await page.getByLabel('Street and house number').fill(asha.line1)
  await page.getByLabel('Postcode').fill(asha.postcode)
  await page.getByLabel('Town or city').fill(asha.city)
  await page.getByRole('button', { name: 'Continue' }).click()
}

/** From the address to the page that shows it all, with the way to pay chosen. */
export async function goesToReview(page: Page, method: 'card' | 'invoice' = 'card'): Promise<void> {
  await givesAddress(page)
  await expect(page).toHaveURL(/\/checkout\/delivery$/)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveURL(/\/checkout\/payment-method$/)
  await page.locator(`input[name=method][value=${method}]`).check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveURL(/\/checkout\/review$/)
}

/** On the payment provider's page. */
export async function paysByCard(page: Page, number = '4242 4242 4242 4242'): Promise<void> {
  await page.locator('[autocomplete=cc-number]').fill(number)
  await page.locator('[autocomplete=cc-exp]').fill('12/34')
  await page.locator('[autocomplete=cc-csc]').fill('123')
  await page.locator('[autocomplete=cc-name]').fill(asha.name)
  await page.locator('form:has([autocomplete=cc-number]) button').first().click()
}
