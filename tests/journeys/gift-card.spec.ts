import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { shopsOwn } from './support/staff.ts'
import { givesAddress, goesToReview, paysByCard, takesToCheckout } from './support/steps.ts'

/** A gift card as staff make one. */
async function newCard(amount: number): Promise<string> {
  const { issueCredit } = await shopsOwn<typeof import('../../src/credit/index.ts')>('credit/index.ts')
  const note = randomUUID()
  const issued = await issueCredit({ kind: 'gift_card', currency: 'EUR', amount, note, actor: 'staff:ines' })
  if (issued.refused) throw new Error(issued.refused)
  return issued.code
}

async function gives(page: Page, code: string) {
  await page.goto('/basket')
  await page.getByLabel('Voucher code or gift card').fill(code)
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.locator('.voucher')).toContainText(`Gift card ending in ${code.slice(-4)}`)
}

test('a gift card pays a part, a card the rest, and the order says which paid what', async ({ page }) => {
  await takesToCheckout(page, 'oat-mug')
  const code = await newCard(1000)
  await gives(page, code)
  await page.goto('/checkout')
  await goesToReview(page)
  await page.getByRole('button', { name: 'Place order and pay €17.90' }).first().click()
  await expect(page.locator('body')).toContainText('17.90')
  await paysByCard(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Order P-\d+ placed/)
  await expect(page.locator('main')).toContainText(`Gift card ending in ${code.slice(-4)}`)
  await expect(page.locator('main')).toContainText('-€10.00')
})

test('a gift card pays all of it: no payment is asked for, and the order is placed', async ({ page }) => {
  await takesToCheckout(page, 'oat-mug')
  await gives(page, await newCard(5000))
  await expect(page.locator('.totals-sum', { hasText: 'To pay' })).toContainText('€0.00')
  await page.goto('/checkout')
  await givesAddress(page)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveURL(/\/checkout\/review$/)
  await expect(page.locator('main')).toContainText('Nothing left to pay')
  await page.getByRole('button', { name: 'Place order' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Order P-\d+ placed/)
})
