import { expect, type Page, test } from '@playwright/test'
import { expectNoFault } from './support/checked.ts'

const recommended = (page: Page, placement: string) => page.locator(`#recommended-${placement}`)
const names = (page: Page, placement: string) =>
  recommended(page, placement).locator('.card-name').allInnerTexts()

/** The way to suggestions: with script they come when they are seen, without there is a page of them. */
async function goesToSuggestions(page: Page, placement: string, javaScriptEnabled: boolean | undefined) {
  if (javaScriptEnabled) await recommended(page, placement).scrollIntoViewIfNeeded()
  else await recommended(page, placement).getByRole('link', { name: 'More suggestions' }).click()
  await expect(recommended(page, placement).locator('.card-name').first()).toBeVisible()
}

test('whoever agrees sees what fits what they looked at, with the reason, and says what they do not want', async ({
  page,
  javaScriptEnabled,
}) => {
  await page.goto('/')
  await goesToSuggestions(page, 'home', javaScriptEnabled)
  const before = await names(page, 'home')
  await expect(recommended(page, 'home')).not.toContainText('Because')

  await page.goto('/')
  await page.getByRole('button', { name: 'Yes, suggest things' }).click()
  await expect(page.getByRole('button', { name: 'Yes, suggest things' })).toHaveCount(0)
  await page.goto('/products/brass-ruler')
  await page.goto('/products/turned-pen')
  await expect(async () => {
    await page.goto('/')
    await goesToSuggestions(page, 'home', javaScriptEnabled)
    await expect(recommended(page, 'home')).toContainText('Because you looked at Turned pen', {
      timeout: 500,
    })
  }).toPass()
  const after = await names(page, 'home')
  expect(after.slice(0, 4)).not.toEqual(before.slice(0, 4))
  expect(after).not.toContain('Turned pen')

  const unwanted = after[0]!
  await recommended(page, 'home').getByText('Not interested in one of these?').click()
  await expectNoFault(page)
  await recommended(page, 'home')
    .getByRole('button', { name: `${unwanted} does not interest me` })
    .click()
  await expect(page.getByText(`We will not suggest ${unwanted} to you any more.`)).toBeVisible()
  expect(await names(page, 'home')).not.toContain(unwanted)
  await expectNoFault(page)

  await recommended(page, 'home').locator('.card-name a').first().click()
  await expect(page).toHaveURL(/\/products\/[a-z-]+\?via=home$/)
})

test('suggestions come into their place without moving anything @with-scripts', async ({ page }) => {
  await page.addInitScript(() => {
    const kept = window as unknown as { moved: number }
    kept.moved = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number
        hadRecentInput: boolean
      })[])
        if (!entry.hadRecentInput) kept.moved += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    for (const [address, placement] of [
      ['/', 'home'],
      ['/products/ink-teapot', 'product'],
    ] as const) {
      await page.goto(address)
      const place = recommended(page, placement)
      const blank = await place.boundingBox()
      await place.scrollIntoViewIfNeeded()
      await expect(place.locator('.card-name').first()).toBeVisible()
      await page.mouse.wheel(0, 600)
      const filled = await place.boundingBox()
      expect(Math.abs(filled!.height - blank!.height)).toBeLessThan(8)
      expect(await page.evaluate(() => (window as unknown as { moved: number }).moved)).toBeLessThanOrEqual(
        0.02,
      )
    }
  }
})

test('in the basket is suggested what goes with it, and nothing that is in it', async ({
  page,
  javaScriptEnabled,
}) => {
  await page.goto('/products/ink-teapot')
  await page.getByRole('button', { name: 'Add to basket' }).first().click()
  await expect(page.locator('#basket-link')).toContainText('1')
  await page.goto('/basket')
  await goesToSuggestions(page, 'basket', javaScriptEnabled)
  const suggested = await names(page, 'basket')
  expect(suggested.length).toBeGreaterThanOrEqual(4)
  expect(suggested).not.toContain('Ink teapot')
  await expectNoFault(page)
})

test('when the basket changes, what goes with it changes too @with-scripts', async ({ page, context }) => {
  await page.goto('/products/ink-teapot')
  await page.getByRole('button', { name: 'Add to basket' }).first().click()
  await expect(page.locator('#basket-link')).toContainText('1')
  await page.goto('/basket')
  await goesToSuggestions(page, 'basket', true)
  const [wanted] = await names(page, 'basket')

  const other = await context.newPage()
  await other.goto('/basket')
  await goesToSuggestions(other, 'basket', true)
  await other.locator('#recommended-basket .card-name a').first().click()
  await other.getByRole('button', { name: 'Add to basket' }).first().click()
  await expect(other.locator('#basket-link')).toContainText('2')

  await page.locator('.lines input[name=quantity]').first().fill('2')
  await page.keyboard.press('Enter')
  await expect(page.locator('#basket-link')).toContainText('3')
  await expect.poll(() => names(page, 'basket')).not.toContain(wanted)

  const remove = page.getByRole('button', { name: /^Remove/ }).first()
  await remove.click()
  await expect(page.locator('.lines tbody tr')).toHaveCount(1)
  await remove.click()
  await expect(page.locator('main')).toContainText('Nothing in here yet')
  await expect(recommended(page, 'basket')).toBeHidden()
})
