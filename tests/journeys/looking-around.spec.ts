/// <reference lib="dom" />
import { expect, type Page, test } from '@playwright/test'

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '')
const cards = (page: Page) => page.locator('#cards > li')
const LONG_SEARCH = '/search?q=brackwater+alder'

test('a list is narrowed, and what it is narrowed by is taken away again', async ({
  page,
  javaScriptEnabled,
}) => {
  await page.goto('/categories/kitchen')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('19 products')
  const filters = page.locator('summary#filters')
  if (await filters.isVisible()) await filters.click()
  await page.getByRole('checkbox', { name: /^Moss/ }).check()
  if (!javaScriptEnabled) await page.getByRole('button', { name: 'Apply' }).first().click()
  await expect(page).toHaveURL(/colour=moss/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2 products')
  await expect(page).toHaveTitle(/^Kitchen and table, 2 products/)
  await expect(cards(page)).toHaveCount(2)
  await expect(page.getByRole('checkbox', { name: /^Moss/ })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: /^Oat/ })).not.toBeChecked()

  await page.getByRole('link', { name: 'Remove filter: Colour: Moss' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('19 products')
  await expect(page).not.toHaveURL(/moss/)
})

test('a price that is none is said, and everything stays as it was typed', async ({ page }) => {
  await page.goto('/categories/kitchen?price-from=cheap&price-to=30')
  await expect(page.getByLabel('From', { exact: true })).toHaveValue('cheap')
  await expect(page.getByLabel('From', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await expect(page.locator('#price-error')).toContainText('Enter a price in figures')
  await expect(page.getByRole('link', { name: 'Remove filter: Up to €30.00' })).toBeVisible()
})

test('filters that leave nothing say so, and offer the way back', async ({ page }) => {
  await page.goto('/categories/kitchen?colour=moss&price-from=900')
  await expect(page.getByRole('heading', { name: 'Nothing matches all of these filters' })).toBeVisible()
  await page.getByRole('link', { name: 'Clear all' }).click()
  await expect(page).toHaveURL(/\/categories\/kitchen$/)
  await expect(cards(page)).toHaveCount(19)
})

test('a slip of the pen is understood, and can be insisted on', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('search').getByLabel('Search the shop').fill('bowel')
  await page.getByRole('search').getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Results for “bowl”')
  await expect(page.locator('#q')).toHaveValue('bowel')
  await page.getByRole('link', { name: 'Search for “bowel” instead' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing found for “bowel”')
  await expect(page.getByRole('heading', { name: 'What others take home' })).toBeVisible()
})

test('a stock keeping unit leads to its product', async ({ page }) => {
  await page.goto('/search?q=mug-oat')
  await expect(page).toHaveURL(/\/products\/oat-mug\?sku=MUG-OAT$/)
})

test('a long list goes on', async ({ page, javaScriptEnabled }) => {
  await page.goto(LONG_SEARCH)
  await expect(page.locator('.lead')).toContainText('No product has all of these words')
  await expect(cards(page)).toHaveCount(24)
  const total = Number(/\d+/.exec(await page.locator('#heading-count').innerText())![0])
  await page.getByRole('link', { name: 'Show more' }).click()
  if (!javaScriptEnabled) {
    await expect(page).toHaveURL(/page=2/)
    await expect(cards(page)).toHaveCount(total - 24)
    await page.getByRole('link', { name: 'Previous' }).click()
    return expect(cards(page)).toHaveCount(24)
  }
  await expect(cards(page)).toHaveCount(total)
  await expect(page).toHaveURL(/shown=48/)
  await expect(page.getByRole('status')).toHaveText(`${total - 24} more products`)
  await expect(cards(page).nth(24).getByRole('link')).toBeFocused()
  await expect(page.getByRole('link', { name: 'Show more' })).toHaveCount(0)
  const name = await cards(page).nth(26).getByRole('link').innerText()
  await cards(page).nth(26).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await page.goBack()
  await expect(cards(page)).toHaveCount(total)
})

test.describe('with script @with-scripts', () => {
  test('the focus stays on the box, the status says how many there are, and Back undoes it', async ({
    page,
  }) => {
    await page.goto('/categories/kitchen')
    const moss = page.getByRole('checkbox', { name: /^Moss/ })
    await moss.focus()
    await page.keyboard.press('Space')
    await expect(page.getByRole('status')).toHaveText('2 products found, sorted by: Our choice')
    expect(await focused(page)).toBe('facet-colour-moss')
    await page.keyboard.press('Tab')
    expect(await focused(page)).not.toBe('')

    await page.getByLabel('Sort by').selectOption({ label: 'Price, low to high' })
    await expect(page.getByRole('status')).toHaveText('2 products found, sorted by: Price, low to high')
    expect(await focused(page)).toBe('sort')
    await expect(page).toHaveURL(/colour=moss&sort=price|sort=price/)
    await page.goBack()
    await expect(page).toHaveURL(/colour=moss/)
    await expect(page.getByLabel('Sort by')).toHaveValue('featured')
    await page.goBack()
    await expect(cards(page)).toHaveCount(19)
    await expect(page.getByRole('checkbox', { name: /^Moss/ })).not.toBeChecked()
  })

  test('on a small screen the filters stay open while they are used', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/categories/kitchen')
    await page.locator('summary#filters').click()
    await page.getByRole('checkbox', { name: /^Moss/ }).check()
    await expect(page.locator('#filters-count')).toHaveText('1 applied')
    await expect(page.getByRole('checkbox', { name: /^Moss/ })).toBeFocused()
  })

  test('what is typed is suggested on, by arrows, Escape and Enter', async ({ page }) => {
    await page.goto('/')
    const field = page.getByRole('combobox', { name: 'Search the shop' })
    await expect(field).toHaveAttribute('aria-expanded', 'false')
    await field.pressSequentially('bow')
    await expect(page.getByRole('status')).toHaveText(/^\d+ suggestions$/)
    await expect(field).toHaveAttribute('aria-expanded', 'true')
    await expect(field).toBeFocused()
    await expect(page.getByRole('option').first()).toHaveText('bowl')

    await page.keyboard.press('Escape')
    await expect(page.getByRole('listbox')).toBeHidden()
    await expect(field).toHaveValue('bow')
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('option', { selected: true })).toHaveText('bowl')
    await expect(field).toHaveAttribute('aria-activedescendant', 'suggestion-0')
    await page.keyboard.press('ArrowUp')
    await expect(page.getByRole('option', { selected: true })).toHaveCount(0)
    await page.keyboard.press('ArrowUp')
    await expect(page.getByRole('option').last()).toHaveAttribute('aria-selected', 'true')
    const product = await page.getByRole('option').last().locator('span').first().innerText()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(product)
  })

  test('Enter without a choice searches for what was typed', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('combobox').pressSequentially('bowl')
    await expect(page.getByRole('option').first()).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/search\?q=bowl$/)
  })

  test('a suggestion can be clicked', async ({ page }) => {
    await page.goto('/de')
    await page.getByRole('combobox').pressSequentially('scha')
    await page
      .getByRole('option', { name: /Schalen/ })
      .first()
      .click()
    await expect(page).toHaveURL(/\/de\/categories\/kitchen\/bowls$/)
  })
})
