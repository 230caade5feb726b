import type { CatalogueItem } from './content-model.ts'
import { EventLog, eventOf, type Sessions } from './event-log.ts'
import { type Rate, rateOf } from './measure.ts'
import { pairRows } from './pair-rows.ts'
import { popularityOf } from './popularity.ts'
import { postingsOf } from './postings.ts'
import { cutOf, type Exam } from './questions.ts'
import { Recommender } from './recommender.ts'
import { highest, Scores } from './scores.ts'
import { shapes, type Task } from './shape.ts'
import { sessionsOf, type TrainingReport, train } from './train.ts'
import { PLACES } from './tune.ts'

export interface Evaluation {
  task: Task
  places: number
  exams: number
  report: TrainingReport
  model: Rate
  /** What is wanted lately, and what comes together most: what a model has to beat. */
  popular: Rate
  together: Rate
  /** Milliseconds of an answer, in the middle and of the slowest of a hundred. */
  p50: number
  p99: number
  /** The share of answers that name what speaks for them. */
  explained: number
}

/** Learns from all but the newest of the events, as it would have then, and asks for those. */
export function evaluate(log: EventLog, catalogue: readonly CatalogueItem[], task: Task): Evaluation {
  const cut = cutOf(task, sessionsOf(log, task))
  const { items: ids, users } = log
  const recommender = new Recommender(train(logOf(cut.sessions, log), catalogue, task))
  const places = PLACES[task]
  const times: number[] = []
  let [answers, explained] = [0, 0]
  const model = rateOf(cut.exams, ({ items, user, now, known, allowed }) => {
    const query = {
      ...{ items: items.map((item) => ids.name(item)), user: user < 0 ? '' : users.name(user) },
      ...{ now, k: places, exclude: known !== undefined },
      ...(allowed && { candidates: [...allowed].map((item) => ids.name(item)) }),
    }
    const start = performance.now()
    const found = recommender.recommend(query)
    times.push(performance.now() - start)
    answers += found.length
    explained += found.filter(({ because }) => because !== undefined).length
    return found.map(({ item }) => ids.find(item))
  })
  times.sort((a, b) => a - b)
  return {
    ...{ task, places, exams: cut.exams.length, report: recommender.report, model },
    ...baselines(cut.sessions, cut.exams, ids.size, task),
    ...{ p50: times[times.length >> 1] ?? 0, p99: times[Math.floor(times.length * 0.99)] ?? 0 },
    explained: explained / Math.max(1, answers),
  }
}

function baselines(sessions: Sessions, exams: readonly Exam[], itemCount: number, task: Task) {
  const wanted = popularityOf(sessions, itemCount, shapes[task].halfLifeDays)
  const byWanted = highest([...wanted.keys()], wanted, 1_000)
  const mayBe = ({ known, allowed }: Exam, item: number) => !known?.has(item) && (allowed?.has(item) ?? true)
  const pairs = { steps: null, lengthPower: 0, backwards: 1 }
  const rows = pairRows(sessions, postingsOf(sessions, itemCount), itemCount, pairs, 'before', 500)
  const scores = new Scores(itemCount)
  const places = PLACES[task]
  return {
    popular: rateOf(exams, (exam) => byWanted.filter((item) => mayBe(exam, item)).slice(0, places)),
    together: rateOf(exams, (exam) => {
      scores.clear()
      for (const item of exam.items)
        for (let at = rows.starts[item]!; at < rows.starts[item + 1]!; at++)
          scores.add(rows.items[at]!, rows.values[at]!)
      const found = scores.touched.filter((item) => mayBe(exam, item))
      return highest(found, scores.values, places)
    }),
  }
}

/** The sessions as a log of their own. */
function logOf({ starts, items, weights, times, users, count }: Sessions, from: EventLog): EventLog {
  const log = new EventLog()
  for (let session = 0; session < count; session++) {
    const user = users[session]! < 0 ? '' : from.users.name(users[session]!)
    for (let at = starts[session]!; at < starts[session + 1]!; at++) {
      const item = from.items.name(items[at]!)
      log.add({ user, session: String(session), item, ts: times[session]!, event: eventOf(weights[at]!) })
    }
  }
  return log
}
