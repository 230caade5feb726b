/// <reference lib="dom" />
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { goesToReview, paysByCard, takesToCheckout } from './support/steps.ts'

/** What must hold on every page, in light and dark: nothing for axe to find, nothing to scroll sideways. */
async function isForEverybody(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const found = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    expect(
      found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      `${page.url()} ${colorScheme}`,
    ).toEqual([])
  }
  const size = page.viewportSize()!
  await page.setViewportSize({ width: 320, height: 640 })
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width, `${page.url()} at 320 px`).toBeLessThanOrEqual(320)
  await page.setViewportSize(size)
}

test.describe('for everybody @with-scripts', () => {
  for (const address of [
    '/',
    '/categories/kitchen',
    '/categories/kitchen?colour=moss&price-from=a&in-stock=yes',
    '/categories/kitchen?colour=moss&price-from=900',
    '/search?q=mug',
    '/search?q=bowel',
    '/search?q=brackwater+alder',
    '/search?q=xyzzy',
    '/products/oat-mug',
    '/products/gone-bowl',
    '/accessibility',
    '/nowhere',
    '/orders/lookup',
    '/orders/lookup?number=P-1001&link=ended',
    '/orders/P-999999',
    '/basket',
    '/de',
    '/de/products/wool-blanket',
  ]) {
    test(`${address} is a page to look around on`, async ({ page }) => {
      await page.goto(address)
      await isForEverybody(page)
    })
  }

  test('the search field while it suggests', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('combobox', { name: 'Search the shop' }).pressSequentially('bow')
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await isForEverybody(page)
  })

  test('the purchase, page by page, with its errors', async ({ page }) => {
    await page.goto('/products/last-lamp')
    await page.getByLabel('Quantity').evaluate((field: HTMLInputElement) => field.removeAttribute('max'))
    await page.getByLabel('Quantity').fill('7')
    await page.getByRole('button', { name: 'Add to basket' }).click()
    await expect(page.locator('.error-summary')).toContainText('Only 1 left')
    await isForEverybody(page)

    await takesToCheckout(page, 'oat-mug')
    await page.goto('/basket')
    await isForEverybody(page)
    await page.getByRole('link', { name: 'Go to checkout' }).first().click()
    await isForEverybody(page)
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page).toHaveTitle(/^Error: /)
    await isForEverybody(page)
    await goesToReview(page)
    await isForEverybody(page)
    for (const step of ['contact', 'delivery', 'payment-method']) {
      await page.goto(`/checkout/${step}`)
      await isForEverybody(page)
    }
    await page.goto('/checkout/review')
    await page.getByRole('button', { name: 'Place order and pay' }).first().click()
    await isForEverybody(page)
  })

  test('an order that waits for payment, and one that is paid', async ({ page }) => {
    await takesToCheckout(page, 'oat-mug')
    await goesToReview(page)
    await page.getByRole('button', { name: 'Place order and pay' }).first().click()
    await page
      .getByRole('link', { name: /back|cancel/i })
      .first()
      .click()
    await isForEverybody(page)
    await page.getByRole('button', { name: 'Pay now' }).first().click()
    await paysByCard(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Order P-\d+ placed/)
    await isForEverybody(page)
    const order = page.url()
    await page.goto(`${order}/packing-slip`)
    await isForEverybody(page)
    await expect(async () => {
      await page.goto(`${order}/invoice`)
      await expect(page.locator('.paper-total')).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 20_000 })
    await isForEverybody(page)
  })
})

test.describe('by keyboard alone', () => {
  test('a mug is bought without a mouse', async ({ page }, info) => {
    const keys = { pressed: 0 }
    const press = async (key: string) => {
      keys.pressed++
      await page.keyboard.press(key)
    }
    const tabTo = async (name: RegExp, most = 40) => {
      for (let tabs = 0; tabs < most; tabs++) {
        await press('Tab')
        if (name.test(await nameOfFocus(page))) return
      }
      throw new Error(`${name} is not within ${most} tab stops`)
    }

    const skips = async () => {
      await tabTo(/^Skip to content/, 2)
      await press('Enter')
    }

    await page.goto('/products/oat-mug')
    await skips()
    await tabTo(/^Add to basket/, 3)
    await press('Enter')
    await expect(page.locator('#basket-link')).toContainText('1')
    await tabTo(/^Go to checkout/, 25)
    await press('Enter')
    await page.waitForURL(/checkout\/address/)
    await skips()
    await tabTo(/^email/)
    await page.keyboard.type('asha@example.com')
    await tabTo(/^name/)
    await page.keyboard.type('Asha Rao')
    await tabTo(/^line1/)
    await page.keyboard.type('Torstraße 1')
    await tabTo(/^postcode/)
    await page.keyboard.type('10119')
    await tabTo(/^city/)
    await page.keyboard.type('Berlin')
    await press('Enter')
    await page.waitForURL(/checkout\/delivery/)
    await skips()
    await tabTo(/^delivery/)
    await press('Enter')
    await page.waitForURL(/checkout\/payment-method/)
    await skips()
    await tabTo(/^method/)
    await press('ArrowDown')
    await press('Enter')
    await page.waitForURL(/checkout\/review/)
    await skips()
    await tabTo(/^Place order/)
    await press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Order P-\d+ placed/)
    info.annotations.push({ type: 'keys', description: String(keys.pressed) })
    expect(keys.pressed).toBeLessThanOrEqual(45)
  })
})

/** What has the focus: the name of a field, or the words of a link or button; it can be seen and is not covered. */
function nameOfFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement as HTMLInputElement | null
    if (!focused || focused === document.body) return ''
    return (focused.type !== 'submit' && focused.name) || (focused.textContent ?? '').trim()
  })
}
