import { asked, listenForEnd } from './ending.ts'
import { Refusal } from './refusal.ts'

/**
 * Opens the whole shop on this machine and keeps it open until it is asked to end or a part of it ends by itself.
 * Exits 0 when it was asked to end; otherwise 1, with a sentence on stderr.
 */
export function openShop(options: { watching: boolean }): Promise<never> {
  return run(async (ending) => {
    refuseProduction()
    await readSettings()
    const { launch } = await import('./launch.ts')
    return launch(ending, options)
  })
}

/** Runs a command (a script and its arguments) on the shop's database, and exits as it does. */
export function runOnDatabase(command: string[]): Promise<never> {
  return run(async (ending) => {
    await readSettings()
    const { withDatabase } = await import('./with-database.ts')
    return withDatabase(command, ending)
  })
}

async function run(work: (ending: AbortController) => Promise<number>): Promise<never> {
  try {
    process.exit(await work(listenForEnd()))
  } catch (error) {
    if (error === asked) process.exit(0)
    console.error(`\n${sentenceOf(error)}`)
    process.exit(1)
  }
}

/** In production each process is started by itself, and nothing is embedded. */
function refuseProduction(): void {
  if (process.env.NODE_ENV !== 'production') return
  throw new Refusal(`This opens the demo shop with an embedded database, but NODE_ENV is "production".
In production run the two processes: npm run serve and npm run work. For the demo shop: NODE_ENV= npm start`)
}

/** The settings are read when their module is loaded first; what is wrong with them is said without a stack. */
async function readSettings(): Promise<void> {
  await import('../../platform/config.ts').catch((error) => {
    throw new Refusal(error.message)
  })
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error instanceof Refusal || !error.stack ? error.message : error.stack
}
