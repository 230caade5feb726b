import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPreview } from '../look/open-preview.ts'
import { previewApp } from '../look/preview-app.ts'
import { findChromium } from '../support/services/programs.ts'

const screens = [
  '/account',
  '/de/account/addresses?removed',
  '/account/addresses/1',
  '/de/account/wish-list?shared',
  '/account/privacy',
  '/de/account/privacy/erasure?refused',
  '/account/sign-ins',
  '/de/account/email?taken',
  '/auth/callback?failed',
  '/accessibility?consent',
  '/admin',
  '/de/admin/orders',
  '/admin/orders/P-1001',
  '/de/admin/orders/P-1001?return-approved',
  '/admin/orders/P-1001/refund?computed',
  '/admin/products/new?refused',
  '/de/admin/products/2/variants?heavy',
  '/admin/products/2/pictures?wordless',
  '/admin/sales/new?shown',
  '/de/admin/sales',
  '/admin/promotions/2?tried',
  '/de/admin/promotions',
  '/admin/categories',
  '/de/admin/categories/2?refused',
  '/admin/stock/1?refused',
  '/de/admin/stock/back-in-stock',
  '/de/admin/reviews?refused',
  '/admin/mails/parcel',
  '/admin/orders/P-1001/mails',
  '/admin/search',
  '/de/admin/brands',
  '/admin/products/2/details',
  '/admin/stock/count?read',
  '/de/admin/payments/bank?read',
  '/admin/prices?read',
  '/de/admin/orders/picking',
  '/admin/stock/places?refused',
  '/admin/products/imports/1?checked',
  '/accessibility?viewing',
  '/admin/orders/new?refused',
  '/de/admin/orders/new/0b0e7a52',
  '/admin/payments',
  '/admin/delivery/methods/standard?refused',
  '/de/admin/taxes',
  '/de/admin/customers/3',
  '/admin/jobs',
  '/admin/audit',
]
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync']

let preview: Awaited<ReturnType<typeof openPreview>>
let browser: Browser
beforeAll(async () => {
  preview = await openPreview(previewApp())
  browser = await chromium.launch({ executablePath: findChromium() ?? 'chromium', args: flags })
})
afterAll(async () => {
  await browser.close()
  await preview.close()
})

test.each(screens)(
  '%s keeps what WCAG 2.2 asks, in light and dark, and fits a narrow screen',
  async (address) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } })
    const page = await context.newPage()
    await page.goto(preview.origin + address)
    await expectNoFault(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectNoFault(page, ['color-contrast'])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
    await context.close()
  },
)

async function expectNoFault(page: Page, rules?: string[]): Promise<void> {
  const builder = new AxeBuilder({ page }).setLegacyMode(true)
  const { violations } = await (rules ? builder.withRules(rules) : builder.withTags(standards)).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))])).toEqual([])
}
