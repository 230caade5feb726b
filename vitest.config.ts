import { defineConfig } from 'vitest/config'
import { pace } from './tests/support/pace.ts'

const slowness = pace()

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/journeys/**'],
    globalSetup: 'tests/support/services/before-all-files.ts',
    setupFiles: 'tests/support/services/before-each-file.ts',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 90_000 * slowness,
    hookTimeout: 90_000 * slowness,
  },
})
