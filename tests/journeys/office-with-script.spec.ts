import { expect, test } from '@playwright/test'
import { demoPassword } from '../../src/sandbox/identity/demo-accounts.ts'

test.describe('the back office with script @with-scripts', () => {
  test('keys lead to lists and to their own page, several products are chosen at once, and words are not lost', async ({
    page,
  }) => {
    await page.clock.install()
    await page.goto('/admin')
    await page.getByLabel('E-mail').fill('products@example.com')
    await page.getByLabel('Password').fill(demoPassword)
    await page.getByRole('button', { name: 'Sign in' }).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Back office')
    await page.waitForLoadState()
    await page.keyboard.press('g')
    await page.keyboard.press('p')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Products')
    await page.keyboard.press('/')
    await expect(page.getByLabel('Title or SKU')).toBeFocused()
    await page.getByLabel('Title or SKU').fill('candle')
    await page.keyboard.press('Enter')
    await expect(page.locator('tbody tr').first()).toContainText(/candle/i)

    const rows = await page.locator('tbody tr').count()
    await page.getByLabel('Choose all on this page').check()
    await expect(page.locator('#status')).toHaveText(`${rows} chosen`)
    await page.locator('tbody input').first().uncheck()
    await expect(page.locator('#status')).toHaveText(`${rows - 1} chosen`)
    await page.getByRole('button', { name: 'Change those that are chosen' }).click()
    await expect(page.locator('.office-names li')).toHaveCount(rows - 1)

    await page.locator('.office-names a').first().click()
    await page.getByLabel('Brand').fill('Not saved')
    const asked = page.waitForEvent('dialog')
    void page.getByRole('link', { name: 'Products', exact: true }).click()
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.accept()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Products')

    await page.locator('tbody a').first().click()
    await page.getByRole('link', { name: 'Pictures', exact: true }).click()
    const pictures = page.locator('.office-pictures > li')
    const words = () =>
      pictures.evaluateAll((all) =>
        all.map((one) => one.querySelector('input[name=alt-en]')?.getAttribute('value')),
      )
    const before = await words()
    expect(before.length).toBeGreaterThan(1)
    await page.setViewportSize({ width: 1280, height: 2400 })
    await pictures.last().locator('.office-thumb').dragTo(pictures.first().locator('.office-thumb'))
    await expect(page.locator('#notices .notice')).toBeVisible()
    expect(await words()).toEqual([before.at(-1), ...before.slice(0, -1)])

    const warning = page.getByText('You are signed out in two minutes')
    await page.clock.fastForward('57:00')
    await expect(warning.last()).toBeHidden()
    await page.clock.fastForward('01:30')
    await expect(warning.last()).toBeVisible()
    await page.getByRole('button', { name: 'Stay signed in' }).click()
    await expect(warning.last()).toBeHidden()

    await page.keyboard.press('?')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Keys')
    await page.getByLabel('The keys work in this browser').uncheck()
    await page.keyboard.press('g')
    await page.keyboard.press('o')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Keys')
  })
})
