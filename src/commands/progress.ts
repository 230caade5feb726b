import { Presets, SingleBar } from 'cli-progress'
import { type Progress, type ShowProgress, showNothing } from '../platform/progress.ts'

const LINE_EVERY_MS = 3_000

/** A bar with rate and time left in a terminal; elsewhere one line every few seconds. */
export const progress: ShowProgress = (title, total, done = 0) => {
  if (total === 0) return showNothing(title, total)
  return process.stderr.isTTY ? bar(title, total, done) : lines(title, total, done)
}

function bar(title: string, total: number, done: number): Progress {
  const drawn = new SingleBar(
    { format: `${title} {bar} {value}/{total} · {rate}/s · {eta_formatted} left`, hideCursor: true },
    Presets.shades_classic,
  )
  const pace = startPace()
  drawn.start(total, done, { rate: 0 })
  return {
    step: (count = 1) => drawn.increment(count, { rate: pace.step(count) }),
    end: () => drawn.stop(),
  }
}

function lines(title: string, total: number, before: number): Progress {
  const pace = startPace()
  let [done, told] = [before, Date.now()]
  return {
    step(count = 1) {
      done += count
      const rate = pace.step(count)
      if (Date.now() - told < LINE_EVERY_MS) return
      told = Date.now()
      console.error(
        `${title}: ${done} of ${total}, ${rate} a second, ${Math.ceil((total - done) / rate)} s left`,
      )
    },
    end() {},
  }
}

function startPace() {
  const start = Date.now()
  let done = 0
  return {
    step(count: number) {
      done += count
      return Math.max(0.1, Math.round((done * 10_000) / (Date.now() - start + 1)) / 10)
    },
  }
}
