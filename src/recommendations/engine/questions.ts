import { firstSessions, type Sessions } from './event-log.ts'
import type { Question } from './model.ts'
import type { Task } from './shape.ts'

/** A question of which the answer is known. */
export interface Exam extends Question {
  answers: ReadonlySet<number>
  /** What must not come back. */
  known?: ReadonlySet<number>
  /** The only items that may be named. */
  allowed?: ReadonlySet<number>
}

/** What a model may learn from, and what it is then asked. */
export interface Cut {
  sessions: Sessions
  exams: Exam[]
}

const MOST_EXAMS = 1_500
const LAST_SHARE = 0.08
const FEWEST_BASKETS = 3

/** Cuts off the newest sessions, or for users their last items, and asks of what was cut off. */
export function cutOf(task: Task, sessions: Sessions): Cut {
  if (task === 'loo') return cutLast(sessions)
  if (task === 'cold') return cutItems(sessions)
  if (task === 'basket') return cutBaskets(sessions)
  const first = Math.max(1, Math.floor(sessions.count * (1 - LAST_SHARE)))
  const later = Array.from({ length: sessions.count - first }, (_, index) => first + index)
  const exams =
    task === 'next'
      ? later.flatMap((session) => prefixes(sessions, session))
      : later.flatMap((session) => halves(sessions, session))
  return { sessions: firstSessions(sessions, first), exams: thinned(exams) }
}

function itemsIn({ starts, items }: Sessions, session: number): number[] {
  return [...items.subarray(starts[session]!, starts[session + 1]!)]
}

function placesIn({ starts }: Sessions, session: number): number[] {
  const from = starts[session]!
  return Array.from({ length: starts[session + 1]! - from }, (_, index) => from + index)
}

function prefixes(sessions: Sessions, session: number): Exam[] {
  const items = itemsIn(sessions, session)
  const now = sessions.times[session]!
  return items
    .slice(1)
    .map((item, index) => ({ items: items.slice(0, index + 1), user: -1, now, answers: new Set([item]) }))
}

function halves(sessions: Sessions, session: number): Exam[] {
  const items = [...new Set(itemsIn(sessions, session))]
  if (items.length < 2) return []
  const [given, rest] = [
    items.filter((_, index) => index % 2 === 0),
    items.filter((_, index) => index % 2 === 1),
  ]
  const known = new Set(given)
  return [{ items: given, user: -1, now: sessions.times[session]!, answers: new Set(rest), known }]
}

/** The last item of every third session is cut off, where others are left. */
function cutLast(sessions: Sessions): Cut {
  const log = new Columns(sessions)
  const exams: Exam[] = []
  for (let session = 0; session < sessions.count; session++) {
    const items = itemsIn(sessions, session)
    const isCut = items.length > 2 && session % 3 === 0
    const places = placesIn(sessions, session)
    log.add(session, isCut ? places.slice(0, -1) : places)
    if (!isCut) continue
    const before = items.slice(0, -1)
    const user = sessions.users[session]!
    const now = sessions.times[session]!
    exams.push({ items: before, user, now, answers: new Set(items.slice(-1)), known: new Set(before) })
  }
  return { sessions: log.sessions, exams: thinned(exams) }
}

/** The last basket of everybody who has filled three or more is cut off, and asked by those before. */
function cutBaskets(sessions: Sessions): Cut {
  const baskets = new Map<number, number[]>()
  for (const [session, user] of sessions.users.entries())
    if (user >= 0) baskets.set(user, [...(baskets.get(user) ?? []), session])
  const lasts = [...baskets.values()].filter(({ length }) => length >= FEWEST_BASKETS)
  const isCut = new Set(lasts.map((own) => own.at(-1)!))
  const log = new Columns(sessions)
  for (let session = 0; session < sessions.count; session++)
    if (!isCut.has(session)) log.add(session, placesIn(sessions, session))
  const exams = lasts.map((own): Exam => {
    const last = own.at(-1)!
    return {
      items: own.slice(0, -1).flatMap((session) => itemsIn(sessions, session)),
      ...{ user: sessions.users[last]!, now: sessions.times[last]! },
      answers: new Set(itemsIn(sessions, last)),
    }
  })
  return { sessions: log.sessions, exams: thinned(exams) }
}

/** Every twelfth item has never been seen; what it is bought with is asked. */
function cutItems(sessions: Sessions): Cut {
  const isHidden = (item: number) => item % 12 === 5
  const allowed = new Set<number>()
  for (const item of sessions.items) if (isHidden(item)) allowed.add(item)
  const log = new Columns(sessions)
  const exams: Exam[] = []
  for (let session = 0; session < sessions.count; session++) {
    const items = itemsIn(sessions, session)
    const given = items.filter((item) => !isHidden(item))
    const answers = new Set(items.filter(isHidden))
    log.add(
      session,
      placesIn(sessions, session).filter((place) => !isHidden(sessions.items[place]!)),
    )
    if (given.length > 0 && answers.size > 0)
      exams.push({ items: given, user: -1, now: sessions.times[session]!, answers, allowed })
  }
  return { sessions: log.sessions, exams: thinned(exams) }
}

/** As many of them as are enough, from everywhere. */
function thinned(exams: Exam[]): Exam[] {
  const share = Math.min(1, MOST_EXAMS / exams.length)
  return exams.filter((_, index) => Math.floor((index + 1) * share) > Math.floor(index * share))
}

/** Sessions with some of their events, in the numbers that items and users have already. */
class Columns {
  readonly #from: Sessions
  readonly #starts: number[] = [0]
  readonly #places: number[] = []
  readonly #kept: number[] = []

  constructor(from: Sessions) {
    this.#from = from
  }

  /** Adds a session with the events that stand at these places. */
  add(session: number, places: readonly number[]): void {
    if (places.length === 0) return
    for (const place of places) this.#places.push(place)
    this.#starts.push(this.#places.length)
    this.#kept.push(session)
  }

  get sessions(): Sessions {
    const { items, weights, times, users } = this.#from
    return {
      ...{ count: this.#kept.length, starts: Uint32Array.from(this.#starts) },
      items: Uint32Array.from(this.#places, (place) => items[place]!),
      weights: Float32Array.from(this.#places, (place) => weights[place]!),
      times: Float64Array.from(this.#kept, (session) => times[session]!),
      users: Int32Array.from(this.#kept, (session) => users[session]!),
    }
  }
}

/** All sessions of a user as one, from the one that ended first; nobody's stay as they are. */
export function byUser(sessions: Sessions): Sessions {
  const order = Array.from({ length: sessions.count }, (_, session) => session)
  const { users, times } = sessions
  order.sort((a, b) => users[a]! - users[b]! || times[a]! - times[b]!)
  return joined(sessions, order)
}

function joined(sessions: Sessions, order: number[]): Sessions {
  const groups: number[][] = []
  for (const session of order) {
    const last = groups.at(-1)
    const isSame =
      last && sessions.users[last[0]!]! >= 0 && sessions.users[last[0]!] === sessions.users[session]
    if (isSame) last.push(session)
    else groups.push([session])
  }
  groups.sort((a, b) => sessions.times[a.at(-1)!]! - sessions.times[b.at(-1)!]!)
  const columns = new Columns({
    ...sessions,
    times: Float64Array.from(groups, (group) => sessions.times[group.at(-1)!]!),
    users: Int32Array.from(groups, (group) => sessions.users[group[0]!]!),
  })
  for (const [index, group] of groups.entries())
    columns.add(
      index,
      group.flatMap((session) => placesIn(sessions, session)),
    )
  return columns.sessions
}
