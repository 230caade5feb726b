import type { Sessions } from './event-log.ts'
import type { Scores } from './scores.ts'

/** What somebody has bought before they buy again: the more often and the more lately, the more likely. */
export class OwnFrequency {
  readonly #sessions: Sessions
  readonly #byUser = new Map<number, number[]>()

  constructor(sessions: Sessions) {
    this.#sessions = sessions
    for (let session = 0; session < sessions.count; session++) {
      const user = sessions.users[session]!
      if (user < 0) continue
      const own = this.#byUser.get(user)
      if (own) own.push(session)
      else this.#byUser.set(user, [session])
    }
  }

  /** The sessions of somebody, from the oldest to the newest. */
  sessionsOf(user: number): readonly number[] {
    return this.#byUser.get(user) ?? []
  }

  /** @param fading After so many sessions an item counts less by e. */
  score(user: number, fading: number, scores: Scores): void {
    const own = this.sessionsOf(user)
    const { starts, items } = this.#sessions
    for (const [index, session] of own.entries()) {
      const weight = Math.exp(-(own.length - 1 - index) / fading)
      for (let at = starts[session]!; at < starts[session + 1]!; at++) scores.add(items[at]!, weight)
    }
  }
}
