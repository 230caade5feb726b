import { logger } from '../platform/logger.ts'
import { type KeptDeed, keepDeeds } from './keep-deeds.ts'

export interface Recorder {
  record: (deed: KeptDeed) => void
  /** What has been recorded so far is kept when this is done. */
  flush: () => Promise<void>
  close: () => Promise<void>
}

/** Less than somebody needs for the next page, which may already suggest something because of this one. */
const EVERY_MS = 100
const AGAIN_AFTER_MS = 5_000
const MOST_AT_ONCE = 500
/** While nothing can be kept, what is older than the newest so many is let go: it is worth less than the shop's memory. */
const MOST_WAITING = 10_000

/** Collects what visitors do and keeps it in batches, so that no page waits for that. */
export function openRecorder(): Recorder {
  let waiting: KeptDeed[] = []
  let keeping = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  function record(deed: KeptDeed): void {
    waiting.push(deed)
    if (waiting.length >= MOST_AT_ONCE) void flush()
    else timer ??= setTimeout(flush, EVERY_MS).unref()
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    keeping = keeping.then(keepWaiting)
    return keeping
  }

  async function keepWaiting(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MOST_AT_ONCE)
      try {
        await keepDeeds(batch)
      } catch (error) {
        logger.warn({ err: error, count: batch.length }, 'what visitors do could not be kept')
        waiting = [...batch, ...waiting].slice(-MOST_WAITING)
        timer ??= setTimeout(flush, AGAIN_AFTER_MS).unref()
        return
      }
    }
  }
  return { record, flush, close: flush }
}
