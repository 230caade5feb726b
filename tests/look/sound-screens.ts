import { AxeBuilder } from '@axe-core/playwright'
import type { Express } from 'express'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findChromium } from '../support/services/programs.ts'
import { openPreview } from './open-preview.ts'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync']
export const NARROW = { width: 320, height: 640 }
export const WIDE = { width: 1280, height: 800 }

/** A browser before a preview, for the tests of one file. */
export function browserBefore(app: Express) {
  const at = {} as { browser: Browser; origin: string }
  let preview: Awaited<ReturnType<typeof openPreview>>
  beforeAll(async () => {
    preview = await openPreview(app)
    const browser = await chromium.launch({ executablePath: findChromium() ?? 'chromium', args: FLAGS })
    Object.assign(at, { browser, origin: preview.origin })
  })
  afterAll(async () => {
    await at.browser.close()
    await preview.close()
  })
  return at
}

/** Tests that each of these screens keeps what WCAG 2.2 asks. One page sees them all: opening one for each takes longer than looking. */
export function soundScreens(
  at: { browser: Browser; origin: string },
  screens: string[],
  viewport = NARROW,
): void {
  let page: Page
  beforeAll(async () => {
    page = await at.browser.newPage({ viewport, bypassCSP: true })
  })

  test.each(screens)(
    '%s keeps what WCAG 2.2 asks, in light and dark, and fits its screen',
    async (address) => {
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto(at.origin + address)
      await expectNoFault(axeOn(page).withTags(STANDARDS), viewport)
      expect(await widthOf(page)).toBeLessThanOrEqual(viewport.width)
      // The dark has other colours, and nothing else.
      await page.emulateMedia({ colorScheme: 'dark' })
      await expectNoFault(axeOn(page).withRules(['color-contrast']), viewport)
    },
  )
}

/** In the page itself: nothing that is shown is framed from elsewhere. */
const axeOn = (page: Page) => new AxeBuilder({ page }).setLegacyMode(true)

/** On a narrow screen a part of a table is out of sight, of whose contrast axe can say nothing. */
async function expectNoFault(builder: AxeBuilder, viewport: typeof NARROW): Promise<void> {
  const { violations, incomplete } = await builder.analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))])).toEqual([])
  if (viewport === WIDE) expect(incomplete.filter(({ id }) => id === 'color-contrast')).toEqual([])
}

export function widthOf(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth')
}
