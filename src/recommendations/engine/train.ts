import { type CatalogueItem, ContentModel } from './content-model.ts'
import type { EventLog, Sessions } from './event-log.ts'
import { type LinearModel, type LinearParameters, trainLinear } from './linear-model.ts'
import { goodness, type Rate } from './measure.ts'
import { Model } from './model.ts'
import { postingsOf } from './postings.ts'
import { byUser, cutOf } from './questions.ts'
import { type Blend, shapes, type Task } from './shape.ts'
import { PLACES, tune } from './tune.ts'

/** All that answers come from. */
export interface Learnt {
  log: EventLog
  /** What is known of items besides what people do with them, by their numbers. */
  texts: (string | undefined)[]
  linear: LinearModel
  report: TrainingReport
}

/** What training has come to. */
export interface TrainingReport {
  task: Task
  blend: Blend
  /** How well the newest events were foreseen by what was learnt of the others. */
  figures: Rate
  sessions: number
  items: number
  /** When the first and the last of the sessions ended, in seconds since 1970. */
  window: [from: number, to: number]
  seconds: number
}

/** After that nothing else is tried: everything is still to be learnt, and nobody waits for ever. */
const LONGEST_REHEARSAL_MS = 30_000

/**
 * Learns from all events that have come: what counts how much is found on the newest of them, which are cut off, and
 * then everything is learnt.
 */
export function train(log: EventLog, catalogue: readonly CatalogueItem[], task: Task): Learnt {
  const start = performance.now()
  const texts: (string | undefined)[] = []
  for (const { item, text } of catalogue) texts[log.items.of(item)] = text
  const size = log.items.size
  const sessions = sessionsOf(log, task)
  const { blend, figures, parameters } = rehearse(sessions, contentOf(texts, size), size, task, start)
  const linear = trainLinear(sessions, postingsOf(sessions, size), size, parameters)
  const seconds = (performance.now() - start) / 1_000
  const window: TrainingReport['window'] = [sessions.times[0] ?? 0, sessions.times.at(-1) ?? 0]
  const report = { task, blend, figures, sessions: sessions.count, items: size, window, seconds }
  return { log, texts, linear, report }
}

/** Learns without the newest events, asks for them, and keeps how that went best. */
function rehearse(sessions: Sessions, content: ContentModel, itemCount: number, task: Task, start: number) {
  const shape = shapes[task]
  const cut = cutOf(task, sessions)
  const postings = postingsOf(cut.sessions, itemCount)
  const learnt: { blend: Blend; figures: Rate; parameters: LinearParameters }[] = []
  for (const parameters of shape.linear) {
    if (learnt.length > 0 && performance.now() - start > LONGEST_REHEARSAL_MS) break
    const linear = trainLinear(cut.sessions, postings, itemCount, parameters)
    const model = new Model(cut.sessions, content, itemCount, shape, linear)
    learnt.push({ ...tune(model, cut.exams, shape, PLACES[task]), parameters })
  }
  return learnt.reduce((best, one) => (goodness(one.figures) > goodness(best.figures) ? one : best))
}

/** The sessions as a task looks at them. */
export function sessionsOf(log: EventLog, task: Task): Sessions {
  return shapes[task].isByUser ? byUser(log.sessions) : log.sessions
}

/** The words of so many items. */
export function contentOf(texts: readonly (string | undefined)[], itemCount: number): ContentModel {
  return new ContentModel(Array.from({ length: itemCount }, (_, item) => texts[item]))
}
