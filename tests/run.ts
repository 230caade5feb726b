import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installPrograms } from './support/services/install.ts'
import { startPostgres } from './support/services/postgres.ts'
import { startRedis } from './support/services/redis.ts'
import { type Count, countPlaywright, countVitest, runStage, type Stage } from './support/services/stages.ts'

const LONGEST_FAILURE = 3_000
/** Who counts how a crowd is answered, or how long something takes, has the machine to itself. */
const TIMED = [
  'tests/races/two-servers.test.ts',
  'tests/media/hostile-uploads.test.ts',
  'tests/sessions/two-servers.test.ts',
  'tests/platform/silent-database.test.ts',
  'tests/recommendations/endpoint.test.ts',
]
const VITEST = ['vitest', 'run', '--allowOnly=false', '--reporter=default', '--reporter=json']

// What `npm test` does. With arguments (`npm test -- tests/basket`) only the tests in those files or folders run.
const ending = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ending.abort())

try {
  installPrograms()
  const total = await runTests(process.argv.slice(2))
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
  for (const failure of total.failures) console.log(`\nFAILED ${briefly(failure)}`)
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`)
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
} catch (error) {
  if (!ending.signal.aborted) console.error(`\n${error instanceof Error ? error.message : error}`)
  process.exitCode = ending.signal.aborted ? 130 : 1
}

async function runTests(chosen: string[]): Promise<Count> {
  await using opened = new AsyncDisposableStack()
  const folder = temporaryFolder()
  opened.defer(() => rmSync(folder, { recursive: true, force: true }))
  const postgres = opened.adopt(await startPostgres(), (service) => service.stop())
  const redis = opened.adopt(await startRedis(), (service) => service.stop())
  const total: Count = { passed: 0, failed: 0, skipped: 0, failures: [] }
  for (const stage of stagesFor(chosen, folder, { DATABASE_URL: postgres.url, REDIS_URL: redis.url })) {
    const count = await runStage(stage, ending.signal)
    total.passed += count.passed
    total.failed += count.failed
    total.skipped += count.skipped
    total.failures.push(...count.failures)
  }
  return total
}

/** A failure without the part of its stack that is not ours. */
function briefly(failure: string): string {
  const lines = failure.split('\n').filter((line) => !line.includes('node_modules'))
  return lines.join('\n').slice(0, LONGEST_FAILURE)
}

/** Whatever the stages leave lies in here; the system's users may pass through it. */
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'purveyor-run-'))
  chmodSync(folder, 0o755)
  process.env.TMPDIR = folder
  return folder
}

function stagesFor(chosen: string[], folder: string, services: NodeJS.ProcessEnv): Stage[] {
  const playwrightReport = join(folder, 'playwright.json')
  const lint = { name: 'lint', command: ['biome', 'check'] }
  const types = { name: 'types', command: ['tsc'] }
  const byVitest = (name: string, report: string, only: string[]): Stage => ({
    name,
    command: [...VITEST, `--outputFile.json=${join(folder, report)}`, ...only],
    environment: services,
    count: () => countVitest(join(folder, report)),
  })
  const tests = byVitest(
    'unit and integration tests',
    'vitest.json',
    TIMED.map((place) => `--exclude=${place}`),
  )
  const timed = byVitest('races, and what is timed', 'timed.json', ['--maxWorkers=1', ...TIMED])
  const journeys = {
    name: 'journeys in the browser',
    command: ['playwright', 'test', '--forbid-only', '--reporter=list,json'],
    environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
    count: () => countPlaywright(playwrightReport),
  }
  if (chosen.length === 0) return [lint, types, tests, timed, journeys]
  const [inBrowser, others] = [chosen.filter(isJourney), chosen.filter((file) => !isJourney(file))]
  return [
    ...(inBrowser.length > 0 ? [{ ...journeys, command: [...journeys.command, ...inBrowser] }] : []),
    ...(others.length > 0 ? [byVitest('chosen tests', 'vitest.json', others)] : []),
  ]
}

function isJourney(file: string): boolean {
  return file.includes('journeys')
}
