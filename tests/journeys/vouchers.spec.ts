import { expect, type Page, test } from '@playwright/test'
import { goesToReview, paysByCard, takesToCheckout } from './support/steps.ts'

const gives = async (page: Page, code: string) => {
  await page.getByLabel('Voucher code').fill(code)
  await page.getByRole('button', { name: 'Apply' }).click()
}

test('a voucher is tried, applied, taken away, applied again, and paid for less', async ({ page }) => {
  await takesToCheckout(page, 'oat-mug')
  await page.goto('/basket')
  await gives(page, 'welcom')
  await expect(
    page.getByRole('alert').or(page.locator('.error-summary, .field-error')).first(),
  ).toContainText('We do not know the code WELCOM')
  await expect(page.getByLabel('Voucher code')).toHaveValue('welcom')
  await gives(page, 'welcome10')
  await expect(page.locator('.voucher')).toContainText('you save €2.40')
  await expect(page.locator('.totals').first()).toContainText('€25.50')
  await page.getByRole('button', { name: 'Remove voucher WELCOME10' }).click()
  await expect(page.locator('.voucher')).toHaveCount(0)
  await expect(page.locator('.totals').first()).toContainText('€27.90')
  await gives(page, 'WELCOME10')
  await expect(page.locator('.voucher')).toContainText('you save €2.40')
  await page.goto('/checkout')
  await goesToReview(page)
  await expect(page.locator('main')).toContainText('€25.50')
  await page.getByRole('button', { name: 'Place order and pay' }).first().click()
  await paysByCard(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Order P-\d+ placed/)
  await expect(page.locator('main')).toContainText('€25.50')
})
