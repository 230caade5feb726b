import { type CatalogueItem, ContentModel } from './content-model.ts'
import type { Event, EventLog, Sessions } from './event-log.ts'
import type { LinearParameters } from './linear-model.ts'
import { goodness, type Rate } from './measure.ts'
import { type Candidate, Model } from './model.ts'
import type { Trail } from './neighbours.ts'
import { byUser, cutOf } from './questions.ts'
import { highest } from './scores.ts'
import { type Blend, type Shape, shapes, type Task } from './shape.ts'
import { PLACES, tune } from './tune.ts'

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

/** What training has come to. */
export interface TrainingReport {
  task: Task
  blend: Blend
  figures: Rate
  sessions: number
  items: number
  seconds: number
}

const CANDIDATES = 200
/** Sessions that have come since are read into the index when there are so many, as a share of all. */
const WAITING_SHARE = 0.01
const MOST_WAITING = 500
/** After that nothing else is tried: everything is still to be learnt, and nobody waits for ever. */
const LONGEST_REHEARSAL_MS = 30_000

/** Answers what somebody could want next, from what others have done. */
export class Recommender {
  readonly #log: EventLog
  readonly #texts: (string | undefined)[] = []
  readonly #shape: Shape
  readonly #task: Task
  readonly report: TrainingReport
  #content: ContentModel
  #model: Model
  #waiting = 0

  /**
   * Learns from all events that have come: what counts how much is found on the newest of them, which are cut off, and
   * then everything is learnt.
   */
  constructor(log: EventLog, catalogue: readonly CatalogueItem[], task: Task) {
    const start = performance.now()
    this.#log = log
    this.#task = task
    for (const { item, text } of catalogue) this.#texts[log.items.of(item)] = text
    this.#content = this.#readContent()
    const sessions = this.#sessions()
    const { blend, figures, linear } = this.#rehearse(sessions, start)
    this.#shape = { ...shapes[task], blend }
    this.#model = new Model(sessions, this.#content, log.items.size, this.#shape, linear)
    const seconds = (performance.now() - start) / 1_000
    this.report = { task, blend, figures, sessions: sessions.count, items: log.items.size, seconds }
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
    this.#content = this.#readContent()
    this.#model = this.#model.withSessions(this.#sessions(), this.#content, this.#log.items.size)
  }

  /** Learns without the newest events, asks for them, and keeps how that went best. */
  #rehearse(sessions: Sessions, start: number) {
    const shape = shapes[this.#task]
    const cut = cutOf(this.#task, sessions)
    const learnt: (ReturnType<typeof tune> & { linear: LinearParameters })[] = []
    for (const linear of shape.linear) {
      if (learnt.length > 0 && performance.now() - start > LONGEST_REHEARSAL_MS) break
      const model = new Model(cut.sessions, this.#content, this.#log.items.size, shape, linear)
      learnt.push({ ...tune(model, cut.exams, shape, PLACES[this.#task]), linear })
    }
    return learnt.reduce((best, one) => (goodness(one.figures) > goodness(best.figures) ? one : best))
  }

  #readContent(): ContentModel {
    return new ContentModel(Array.from({ length: this.#log.items.size }, (_, item) => this.#texts[item]))
  }

  #sessions(): Sessions {
    return shapes[this.#task].isByUser ? byUser(this.#log.sessions) : this.#log.sessions
  }

  /** Of what may be named, the numbers; for what is new, all that nobody has done anything with. */
  #allowed(candidates: readonly string[] | undefined): ReadonlySet<number> | undefined {
    if (candidates)
      return new Set(candidates.map((item) => this.#log.items.find(item)).filter((item) => item >= 0))
    if (this.#task !== 'cold') return undefined
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
