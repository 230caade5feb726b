import { asked, listenForEnd } from './ending.ts'
import { Refusal } from './refusal.ts'

/**
 * Opens the whole shop on this machine and keeps it open until it is asked to end or a part of it ends by itself.
 * Exits 0 when it was asked to end; otherwise 1, with a sentence on stderr.
 */
export async function runLauncher(options: { watching: boolean }): Promise<never> {
  const ending = listenForEnd()
  try {
    const { launch } = await import('./launch.ts')
    await launch(ending, options)
    process.exit(0)
  } catch (error) {
    if (error === asked) process.exit(0)
    console.error(`\n${sentenceOf(error)}`)
    process.exit(1)
  }
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error instanceof Refusal || !error.stack ? error.message : error.stack
}
