import type { Event, EventLog } from './event-log.ts'
import { type Candidate, Model } from './model.ts'
import type { Trail } from './neighbours.ts'
import { highest } from './scores.ts'
import { type Shape, shapes } from './shape.ts'
import { contentOf, type Learnt, sessionsOf, type TrainingReport } from './train.ts'

/** What is asked of a recommender. Ids are those of the events. */
export interface Query {
  /** What is known so far, the oldest first. */
  items: readonly string[]
  /** Empty for somebody who is not known. */
  user: string
  /** So many answers at most. */
  k: number
  /** Whether what is known must not come back. */
  exclude: boolean
  /** Seconds since 1970. */
  now: number
  /** The only items that may be named; all, where they are not given. */
  candidates?: readonly string[]
}

/** An answer, and the item of the question that speaks most for it; undefined where it is popular and no more. */
export interface Recommendation {
  item: string
  score: number
  because: string | undefined
}

const CANDIDATES = 200
/** Sessions that have come since are read into the index when there are so many, as a share of all. */
const WAITING_SHARE = 0.01
const MOST_WAITING = 500

/** Answers what somebody could want next, from what others have done. */
export class Recommender {
  readonly #log: EventLog
  readonly #texts: readonly (string | undefined)[]
  readonly #shape: Shape
  readonly report: TrainingReport
  #model: Model
  #waiting = 0

  constructor({ log, texts, linear, report }: Learnt) {
    this.#log = log
    this.#texts = texts
    this.report = report
    this.#shape = { ...shapes[report.task], blend: report.blend }
    const size = log.items.size
    this.#model = new Model(sessionsOf(log, report.task), contentOf(texts, size), size, this.#shape, linear)
  }

  recommend({ items, user, k, exclude, now, candidates }: Query): Recommendation[] {
    const known = items.map((item) => this.#log.items.find(item)).filter((item) => item >= 0)
    const question = { items: known, user: user === '' ? -1 : this.#log.users.find(user), now }
    const hidden = new Set(exclude ? known : [])
    const allowed = this.#allowed(candidates)
    const { blend } = this.#shape
    const found = this.#model
      .candidates(question, blend.steps, CANDIDATES, allowed)
      .filter(({ item }) => !hidden.has(item))
    const scores = found.map((candidate) => this.#model.scoreOf(candidate, blend))
    const top = highest([...found.keys()], scores, k).filter((index) => scores[index]! > 0)
    const named = top.map((index) => ({ candidate: found[index]!, score: scores[index]! }))
    const trail = this.#model.trailOf(question, blend.steps)
    const answers = named.map(({ candidate, score }) => this.#explained(candidate, score, trail))
    return [...answers, ...this.#fillers(answers, k, hidden, allowed)]
  }

  /** Takes what has happened since: it counts once a few sessions have come. */
  observe(events: readonly Event[]): void {
    const before = this.#log.sessions.count
    for (const event of events) this.#log.add(event)
    this.#waiting += this.#log.sessions.count - before
    if (this.#waiting < Math.min(MOST_WAITING, before * WAITING_SHARE)) return
    this.#waiting = 0
    const size = this.#log.items.size
    this.#model = this.#model.withSessions(
      sessionsOf(this.#log, this.report.task),
      contentOf(this.#texts, size),
      size,
    )
  }

  /** Of what may be named, the numbers; for what is new, all that nobody has done anything with. */
  #allowed(candidates: readonly string[] | undefined): ReadonlySet<number> | undefined {
    if (candidates)
      return new Set(candidates.map((item) => this.#log.items.find(item)).filter((item) => item >= 0))
    if (this.report.task !== 'cold') return undefined
    const { starts } = this.#model.postings
    const unseen = [...this.#texts.keys()].filter((item) => starts[item] === starts[item + 1])
    return unseen.length > 0 ? new Set(unseen) : undefined
  }

  #explained({ item }: Candidate, score: number, trail: readonly Trail[]): Recommendation {
    const because = this.#model.becauseOf(item, trail)
    return {
      item: this.#log.items.name(item),
      score,
      because: because === undefined ? undefined : this.#log.items.name(because),
    }
  }

  /** What is wanted lately fills up what the trail leaves open. */
  #fillers(
    answers: readonly Recommendation[],
    k: number,
    hidden: ReadonlySet<number>,
    allowed: ReadonlySet<number> | undefined,
  ): Recommendation[] {
    if (answers.length >= k) return []
    const named = new Set(answers.map(({ item }) => this.#log.items.find(item)))
    return [...this.#model.popular, ...(allowed ?? [])]
      .filter((item, index, all) => all.indexOf(item) === index)
      .filter((item) => !named.has(item) && !hidden.has(item) && (allowed?.has(item) ?? true))
      .slice(0, k - answers.length)
      .map((item) => ({ item: this.#log.items.name(item), score: 0, because: undefined }))
  }
}
