import { expect, type Page, test } from '@playwright/test'

const large = (page: Page) => page.locator('.gallery-shown img')
const focused = (page: Page) => page.locator(':focus')

test.describe('choosing without script @without-scripts', () => {
  test('a version is chosen by a button, and the page says what it costs', async ({ page }) => {
    await page.goto('/products/straight-mug')
    await page.getByRole('radio', { name: 'Slate' }).check()
    await page.getByRole('button', { name: 'Update' }).click()
    await expect(page).toHaveURL(/\?sku=MUG-STRAIGHT-SLATE$/)
    await expect(page.getByRole('radio', { name: 'Slate' })).toBeChecked()
    await expect(large(page)).toHaveAttribute('alt', /slate/i)
  })

  test('a view is a page of its own, and does not change what is chosen', async ({ page }) => {
    await page.goto('/products/straight-mug?sku=MUG-STRAIGHT-SLATE')
    await page.getByRole('link', { name: /^Picture 2 of 4/ }).click()
    await expect(page).toHaveURL(/view=2#gallery$/)
    await expect(large(page)).toHaveAttribute('alt', /moss/i)
    await expect(page.getByRole('radio', { name: 'Slate' })).toBeChecked()
    await page.getByRole('button', { name: 'Add to basket' }).click()
    await expect(page.locator('.notice-ok')).toContainText('Slate')
  })
})

test.describe('choosing with script @with-scripts', () => {
  test('another version is told and seen at once, and the focus stays on its radio', async ({ page }) => {
    await page.goto('/products/straight-mug')
    await page.getByRole('radio', { name: 'Chalk' }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('status')).toContainText('Moss, €22.00')
    await expect(page).toHaveURL(/sku=MUG-STRAIGHT-MOSS$/)
    await expect(large(page)).toHaveAttribute('alt', /moss/i)
    await expect(focused(page)).toHaveAttribute('name', 'option1')
    await expect(page.getByRole('button', { name: 'Update' })).toBeHidden()
  })

  test('another view is told and seen at once, and the focus stays on its link', async ({ page }) => {
    await page.goto('/products/straight-mug')
    await page.getByRole('link', { name: /^Picture 3 of 4/ }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status')).toContainText(/^Picture 3 of 4: .*slate/i)
    await expect(page).toHaveURL(/view=3$/)
    await expect(focused(page)).toHaveAttribute('id', 'view-3')
    await expect(focused(page)).toHaveAttribute('aria-current', 'true')
    await page.reload()
    await expect(large(page)).toHaveAttribute('alt', /slate/i)
  })

  test('what was looked at comes back in the same tab, without a cookie', async ({ page, context }) => {
    await page.goto('/products/oat-mug')
    await expect(page.getByRole('heading', { name: 'What you have looked at' })).toHaveCount(0)
    await page.goto('/products/straight-mug')
    const recent = page.getByRole('region', { name: 'What you have looked at' })
    await expect(recent.getByRole('link')).toHaveText(['Oat mug'])
    expect(await context.cookies()).toEqual([])
  })
})

test('what is wanted stands where nobody has to look for it', async ({ page }) => {
  for (const [slug, width, height] of [
    ['straight-mug', 1280, 800],
    ['linen-cushion', 1280, 800],
    ['straight-mug', 390, 2 * 844],
    ['linen-cushion', 390, 2 * 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.goto(`/products/${slug}`)
    const seen = [
      'h1',
      '.product-brand',
      '.choice-price',
      '.price-note',
      '.choice .stock',
      '.assurances li:last-child',
    ]
    for (const selector of seen) {
      const box = await page.locator(selector).first().boundingBox()
      expect(box!.y + box!.height, `${selector} of ${slug} at ${width}`).toBeLessThanOrEqual(height)
    }
  }
})

test('no picture is named twice', async ({ page }) => {
  await page.goto('/products/straight-mug')
  const alt = await large(page).getAttribute('alt')
  const named = await page.locator('.gallery').ariaSnapshot()
  expect(named.split(alt!)).toHaveLength(2)
})
