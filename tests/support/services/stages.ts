import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { delimiter, relative, resolve } from 'node:path'

export interface Count {
  passed: number
  failed: number
  skipped: number
  /** What failed and what it said, to be read at the very end. */
  failures: string[]
}

/** One step of `npm test`. */
export interface Stage {
  name: string
  command: string[]
  environment?: NodeJS.ProcessEnv
  /** Counts the tests; without it the stage itself counts as one. */
  count?: () => Count
}

/**
 * Runs a stage to its end. One that fails though none of its tests did (it could not begin, or found none)
 * counts as one failure.
 */
export async function runStage(stage: Stage, signal: AbortSignal): Promise<Count> {
  signal.throwIfAborted()
  console.log(`\n── ${stage.name}`)
  const begun = performance.now()
  const ok = await succeeds(stage, signal)
  signal.throwIfAborted()
  const count = counted(stage) ?? { passed: Number(ok), failed: 0, skipped: 0, failures: [] }
  if (!ok && count.failed === 0) {
    count.failed = 1
    count.failures.push(`${stage.name}: ended badly, though no test of it failed`)
  }
  console.log(`── ${stage.name}: ${((performance.now() - begun) / 1000).toFixed(1)} s`)
  return count
}

function succeeds({ command, environment }: Stage, signal: AbortSignal): Promise<boolean> {
  const [program, ...args] = command
  const PATH = [resolve('node_modules/.bin'), process.env.PATH].join(delimiter)
  return new Promise((resolve) => {
    const child = spawn(program!, args, { stdio: 'inherit', env: { ...process.env, ...environment, PATH } })
    const stop = () => child.kill('SIGINT')
    signal.addEventListener('abort', stop)
    child.once('error', () => resolve(false))
    child.once('close', (code) => {
      signal.removeEventListener('abort', stop)
      resolve(code === 0)
    })
  })
}

function counted({ count }: Stage): Count | undefined {
  try {
    return count?.()
  } catch {
    return { passed: 0, failed: 0, skipped: 0, failures: [] }
  }
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}

/** Counts vitest's JSON report; a file that could not even begin is one failure. */
export function countVitest(file: string): Count {
  const report: VitestReport = JSON.parse(readFileSync(file, 'utf8'))
  const broken = report.testResults.filter(
    (test) => test.status === 'failed' && !test.assertionResults.some(({ status }) => status === 'failed'),
  )
  const failed = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(
        ({ fullName, failureMessages }) =>
          `${relative('', name)}: ${fullName}\n${failureMessages.join('\n')}`,
      ),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [...failed, ...broken.map(({ name, message }) => `${relative('', name)}\n${message}`)],
  }
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[]
  specs: {
    file: string
    title: string
    ok: boolean
    tests: { projectName: string; results: { error?: { message: string } }[] }[]
  }[]
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  suites: PlaywrightSuite[]
}

/** Counts Playwright's JSON report. */
export function countPlaywright(file: string): Count {
  const { stats, suites }: PlaywrightReport = JSON.parse(readFileSync(file, 'utf8'))
  return {
    ...{ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped },
    failures: suites.flatMap(failuresOf),
  }
}

function failuresOf({ suites = [], specs }: PlaywrightSuite): string[] {
  const own = specs
    .filter(({ ok }) => !ok)
    .flatMap(({ file, title, tests }) =>
      tests.flatMap(({ projectName, results }) =>
        results.flatMap(({ error }) =>
          error ? [`${file}: ${title} (${projectName})\n${error.message}`] : [],
        ),
      ),
    )
  return [...own, ...suites.flatMap(failuresOf)]
}
