import { Ids } from './ids.ts'

/** What somebody did: looked at an item, put it into a basket or bought it. Times are seconds since 1970. */
export interface Event {
  /** Empty for somebody who is not known. */
  user: string
  session: string
  item: string
  ts: number
  event: string
}

/** How much an event says of what somebody wants. */
const WEIGHTS: Record<string, number> = { view: 1, basket: 3, purchase: 5 }

/** The event that counts so much. */
export function eventOf(weight: number): string {
  return Object.keys(WEIGHTS).find((event) => WEIGHTS[event] === weight) ?? 'view'
}

/** Sessions as columns: events of a session stand together, in their order, and sessions from the oldest to the newest. */
export interface Sessions {
  /** Where the events of each session begin; one more than there are sessions. */
  starts: Uint32Array
  items: Uint32Array
  weights: Float32Array
  /** When each session ended. */
  times: Float64Array
  /** Whose each session is; -1 for nobody known. */
  users: Int32Array
  count: number
}

/** Takes events one after another and makes columns of them, which grow as events come. */
export class EventLog {
  readonly items: Ids
  readonly users: Ids
  #starts: Uint32Array = new Uint32Array(1_024)
  #events: Uint32Array = new Uint32Array(4_096)
  #weights: Float32Array = new Float32Array(4_096)
  #times: Float64Array = new Float64Array(1_024)
  #owners: Int32Array = new Int32Array(1_024)
  #sessions = 0
  #count = 0
  #open: string | undefined

  constructor(items = new Ids(), users = new Ids()) {
    this.items = items
    this.users = users
  }

  /** A log of what has come before; it takes the columns as its own. */
  static of(
    { starts, items, weights, times, users, count }: Sessions,
    itemNames: string[],
    userNames: string[],
  ) {
    const log = new EventLog(new Ids(itemNames), new Ids(userNames))
    log.#starts = starts
    log.#events = items
    log.#weights = weights
    log.#times = times
    log.#owners = users
    log.#sessions = count
    log.#count = items.length
    return log
  }

  /** Adds an event; one of another session than the last one begins a new session. */
  add({ user, session, item, ts, event }: Event): void {
    if (session !== this.#open) this.#begin(session, user)
    if (this.#count === this.#events.length) {
      const length = roomFor(this.#count)
      this.#events = grown(this.#events, new Uint32Array(length))
      this.#weights = grown(this.#weights, new Float32Array(length))
    }
    this.#events[this.#count] = this.items.of(item)
    this.#weights[this.#count] = WEIGHTS[event] ?? 1
    this.#times[this.#sessions - 1] = ts
    this.#starts[this.#sessions] = ++this.#count
  }

  /** What has come so far. The columns are shared: they are not to be written to. */
  get sessions(): Sessions {
    const count = this.#sessions
    return {
      ...{ count, starts: this.#starts.subarray(0, count + 1) },
      ...{ items: this.#events.subarray(0, this.#count), weights: this.#weights.subarray(0, this.#count) },
      ...{ times: this.#times.subarray(0, count), users: this.#owners.subarray(0, count) },
    }
  }

  #begin(session: string, user: string): void {
    if (this.#sessions + 2 > this.#starts.length) {
      const length = roomFor(this.#sessions)
      this.#starts = grown(this.#starts, new Uint32Array(length))
      this.#times = grown(this.#times, new Float64Array(length))
      this.#owners = grown(this.#owners, new Int32Array(length))
    }
    this.#open = session
    this.#owners[this.#sessions++] = user === '' ? -1 : this.users.of(user)
  }
}

const roomFor = (count: number): number => Math.max(1_024, count * 2)

function grown<Column extends Uint32Array | Int32Array | Float32Array | Float64Array>(
  from: Column,
  to: Column,
): Column {
  to.set(from)
  return to
}

/** The first of the sessions, as if no more had come. */
export function firstSessions({ starts, items, weights, times, users }: Sessions, count: number): Sessions {
  const events = starts[count]!
  return {
    ...{ count, starts: starts.subarray(0, count + 1), items: items.subarray(0, events) },
    ...{
      weights: weights.subarray(0, events),
      times: times.subarray(0, count),
      users: users.subarray(0, count),
    },
  }
}
