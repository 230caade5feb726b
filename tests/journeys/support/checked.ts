import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Page } from '@playwright/test'

/** Nothing on the page is in anybody's way. The checker needs script: it looks in a browser of its own with the same cookies. */
export async function expectNoFault(page: Page): Promise<void> {
  const browser = page.context().browser() as Browser
  const storageState = await page.context().storageState()
  const context = await browser.newContext({ storageState, javaScriptEnabled: true })
  const other = await context.newPage()
  await other.route('**/*.js', (route) => route.abort())
  await other.goto(page.url())
  const { violations } = await new AxeBuilder({ page: other }).setLegacyMode(true).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  await context.close()
}
