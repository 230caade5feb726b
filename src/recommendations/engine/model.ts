import type { ContentModel } from './content-model.ts'
import type { Sessions } from './event-log.ts'
import { type LinearModel, linearWeight, scoreLinear, withItems } from './linear-model.ts'
import { Neighbours, type Trail } from './neighbours.ts'
import { OwnFrequency } from './own-frequency.ts'
import { popularityOf } from './popularity.ts'
import { type Postings, postingsOf } from './postings.ts'
import { highest, Scores } from './scores.ts'
import { type Blend, parts, type Shape } from './shape.ts'

/** What is asked: what is known so far, the oldest first, of whom (-1 for nobody known), and when. */
export interface Question {
  items: readonly number[]
  user: number
  now: number
}

/** An item that could be the answer, with what each part says of it, from 0 to 1. */
export interface Candidate {
  item: number
  says: number[]
}

const LONGEST_TRAIL = 60
const POPULAR = 300
const CONTENT_NEIGHBOURS = 30

/** All parts of a score over the same sessions. */
export class Model {
  readonly #shape: Shape
  readonly #scores: Scores[]
  readonly #neighbours: Neighbours
  readonly #linear: LinearModel
  readonly #own: OwnFrequency
  readonly #content: ContentModel
  readonly #popularity: Float64Array
  readonly #season: Float64Array
  readonly popular: number[]
  readonly postings: Postings

  /** @param linear What was learnt of these sessions, or of fewer. */
  constructor(
    sessions: Sessions,
    content: ContentModel,
    itemCount: number,
    shape: Shape,
    linear: LinearModel,
  ) {
    this.#shape = shape
    this.#content = content
    this.postings = postingsOf(sessions, itemCount)
    this.#linear = linear
    this.#neighbours = new Neighbours(sessions, this.postings, itemCount, shape.neighbours)
    this.#own = new OwnFrequency(sessions)
    this.#popularity = popularityOf(sessions, itemCount, shape.halfLifeDays)
    const all = Array.from({ length: itemCount }, (_, item) => item)
    this.popular = highest(all, this.#popularity, POPULAR).filter((item) => this.#popularity[item]! > 0)
    const most = this.#popularity[this.popular[0] ?? 0] ?? 0
    this.#season = this.#popularity.map((wanted) => (wanted + 1) / (most + 1))
    this.#scores = parts.map(() => new Scores(itemCount))
  }

  /** The same with sessions that have come since: they are neighbours at once, and learnt of when all is learnt anew. */
  withSessions(sessions: Sessions, content: ContentModel, itemCount: number): Model {
    return new Model(sessions, content, itemCount, this.#shape, withItems(this.#linear, itemCount))
  }

  /** What each part says, of the items of which any says most. Only `allowed` ones are named, where that is given. */
  candidates(
    question: Question,
    steps: number | null,
    most: number,
    allowed?: ReadonlySet<number>,
  ): Candidate[] {
    const trail = this.trailOf(question, steps)
    const [neighbours, linear, own, popular, content] = this.#scores as [
      Scores,
      Scores,
      Scores,
      Scores,
      Scores,
    ]
    for (const scores of this.#scores) scores.clear()
    this.#neighbours.score(trail, question.now, neighbours)
    for (const { item, weight } of trail) scoreLinear(this.#linear, item, weight, linear)
    if (question.user >= 0) this.#own.score(question.user, this.#shape.fading, own)
    for (const item of this.popular) popular.add(item, this.#popularity[item]!)
    this.#addContent(trail, content)
    const tops = this.#scores.map((scores) => {
      const touched = allowed ? scores.touched.filter((item) => allowed.has(item)) : scores.touched
      return highest(touched, scores.values, most)
    })
    const maxima = this.#scores.map((scores) => scores.max() || 1)
    return [...new Set(tops.flat())].map((item) => ({
      item,
      says: this.#scores.map((scores, part) => Math.max(0, scores.values[item]!) / maxima[part]!),
    }))
  }

  /** What items are alike to those of the trail, and to those that are likely to go with it. */
  #addContent(trail: readonly Trail[], content: Scores): void {
    const linear = this.#scores[1]!
    const max = linear.max() || 1
    for (const { item, weight } of trail) this.#content.score(item, weight, content)
    for (const item of highest(linear.touched, linear.values, CONTENT_NEIGHBOURS))
      this.#content.score(item, linear.values[item]! / max, content)
  }

  /** The items of the question with how much they count, each once; what somebody has bought, where nothing is asked. */
  trailOf({ items, user }: Question, steps: number | null): Trail[] {
    const weights = new Map<number, number>()
    const last = items.slice(-LONGEST_TRAIL)
    for (const [index, item] of last.entries()) {
      const weight = steps === null ? 1 : Math.exp(-(last.length - 1 - index) / steps)
      weights.set(item, Math.max(weights.get(item) ?? 0, weight))
    }
    if (weights.size === 0 && user >= 0) this.#addOwn(user, weights)
    return [...weights].map(([item, weight]) => ({ item, weight }))
  }

  #addOwn(user: number, weights: Map<number, number>): void {
    const own = this.#scores[2]!
    own.clear()
    this.#own.score(user, this.#shape.fading, own)
    const max = own.max() || 1
    for (const item of highest(own.touched, own.values, LONGEST_TRAIL))
      weights.set(item, own.values[item]! / max)
  }

  /** The candidate's score. */
  scoreOf({ item, says }: Candidate, { weights, season }: Blend): number {
    let score = 0
    for (let part = 0; part < says.length; part++) score += weights[part]! * says[part]!
    return season === 0 ? score : score * this.#season[item]! ** season
  }

  /** The item of the trail that speaks most for another; undefined where none does. */
  becauseOf(item: number, trail: readonly Trail[]): number | undefined {
    const speaks = (source: number) =>
      source === item
        ? 1
        : Math.max(0, linearWeight(this.#linear, source, item)) + this.#content.alike(source, item) / 10
    return most(trail, speaks) ?? most(trail, (source) => this.#shared(source, item))
  }

  /** In how many of the newest sessions with them two items are together. */
  #shared(one: number, other: number): number {
    const { starts, sessions } = this.postings
    let [a, b] = [starts[one + 1]! - 1, starts[other + 1]! - 1]
    const [firstA, firstB] = [Math.max(starts[one]!, a - NEWEST), Math.max(starts[other]!, b - NEWEST)]
    let shared = 0
    while (a >= firstA && b >= firstB) {
      const difference = sessions[a]! - sessions[b]!
      if (difference === 0) shared++
      if (difference >= 0) a--
      if (difference <= 0) b--
    }
    return shared
  }
}

const NEWEST = 400

function most(trail: readonly Trail[], speaks: (source: number) => number): number | undefined {
  let [found, highest] = [undefined as number | undefined, 0]
  for (const { item, weight } of trail) {
    const value = weight * speaks(item)
    if (value <= highest) continue
    found = item
    highest = value
  }
  return found
}
