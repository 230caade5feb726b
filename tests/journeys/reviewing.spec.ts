/// <reference lib="dom" />
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { goesToReview, paysByCard, takesToCheckout } from './support/steps.ts'

/** Buys an oat mug by card, and ends on the order's page. */
async function buysMug(page: Page): Promise<void> {
  await takesToCheckout(page, 'oat-mug')
  await goesToReview(page)
  await page.getByRole('button', { name: 'Place order and pay' }).first().click()
  await paysByCard(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Order P-\d+ placed/)
}

test('who has bought a mug reviews it from the page of the order, mends mistakes, and changes it', async ({
  page,
}) => {
  await buysMug(page)
  await page.getByRole('link', { name: 'Write a review of Oat mug' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Write a review of Oat mug')

  await page.getByLabel('Title').fill('Warm in the hand')
  await page.getByLabel('Your review').fill('Too short')
  await page.getByRole('button', { name: 'Send review' }).click()
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.locator('.error-summary')).toBeFocused()
  await expect(page.getByLabel('Title')).toHaveValue('Warm in the hand')

  await page.getByRole('link', { name: 'Choose how many stars you give it' }).click()
  await page.getByRole('radio', { name: /4 stars/ }).check()
  await page.getByLabel('Your review').fill('Round, warm and never in the cupboard.\n\nI would buy it again.')
  await page.getByLabel('Your name').fill('Asha R.')
  await page.getByRole('button', { name: 'Send review' }).click()
  await expect(page).toHaveURL(/\/products\/oat-mug\/reviews$/)
  await expect(page.locator('main')).toContainText('Thank you for your review of Oat mug.')
  await expect(page.locator('main')).not.toContainText('never in the cupboard')

  await page.getByRole('link', { name: 'Write a review' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Change your review of Oat mug')
  await expect(page.getByRole('radio', { name: /4 stars/ })).toBeChecked()
  await page.getByRole('radio', { name: /3 stars/ }).check()
  await page.getByRole('button', { name: 'Send review' }).click()
  await expect(page.locator('main')).toContainText('Thank you for your review of Oat mug.')
})

test('who has bought nothing reads the reviews, narrows them, and is told why they cannot write one', async ({
  page,
}) => {
  await page.goto('/products/oat-mug')
  await expect(page.locator('.product-rating')).toContainText(/^\s*\d(\.\d)? out of 5, \d+ reviews\s*$/)
  await page.getByRole('link', { name: /^See all \d+ reviews/ }).click()
  const five = page.getByRole('link', { name: /^5 stars/ })
  const count = Number((await five.textContent())!.match(/(\d+)\s*$/)![1])
  await five.click()
  await expect(page).toHaveURL(/\?stars=5$/)
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(`${count} reviews with 5 stars`)
  await expect(page.locator('.review')).toHaveCount(count)
  await page.goBack()
  await expect(page).toHaveURL(/\/reviews$/)
  await expect(page.getByRole('link', { name: /^All/ })).toHaveAttribute('aria-current', 'true')
  await page.getByRole('link', { name: 'Write a review' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Reviews come from those who have bought it',
  )
  await page.getByRole('link', { name: 'Back to Oat mug' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Oat mug')
})

test.describe('for everybody @with-scripts', () => {
  test('the reviews and their form, in light and dark and on a narrow screen', async ({ page }) => {
    await buysMug(page)
    await page.getByRole('link', { name: 'Write a review of Oat mug' }).click()
    await isForEverybody(page)
    await page.getByRole('button', { name: 'Send review' }).click()
    await expect(page).toHaveTitle(/^Error: /)
    await isForEverybody(page)
    for (const address of [
      '/products/oat-mug',
      '/products/oat-mug/reviews',
      '/de/products/oat-mug/reviews?stars=5',
    ]) {
      await page.goto(address)
      await isForEverybody(page)
    }
  })
})

async function isForEverybody(page: Page): Promise<void> {
  const size = page.viewportSize()!
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      page.url(),
    ).toEqual([])
  }
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(320)
  await page.setViewportSize(size)
}
