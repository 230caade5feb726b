import { defineConfig } from '@playwright/test'
import { pace } from './tests/support/pace.ts'
import { freePorts } from './tests/support/services/ports.ts'
import { findChromium } from './tests/support/services/programs.ts'

// Each of Playwright's processes reads this file; the first one chooses, the others inherit.
process.env.JOURNEYS_PORT ??= String(await freePorts(4))
process.env.JOURNEYS_PACE ??= String(pace())
const slowness = Number(process.env.JOURNEYS_PACE)

export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/support/services/open-shop.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 120_000 * slowness,
  expect: { timeout: 10_000 * slowness },
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${process.env.JOURNEYS_PORT}`,
    locale: 'en-GB',
    actionTimeout: 10_000 * slowness,
    navigationTimeout: 20_000 * slowness,
    trace: 'off',
    launchOptions: {
      executablePath: findChromium() ?? 'chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  // A journey that makes sense in one of the two only carries the tag of that one.
  projects: [
    { name: 'with-scripts', grepInvert: /@without-scripts/ },
    { name: 'without-scripts', grepInvert: /@with-scripts/, use: { javaScriptEnabled: false } },
  ],
})
