import type { Sql } from '../../platform/sql.ts'

/** Something that is so in every committed state of the shop. */
export interface Invariant {
  /** What it is called in reports, in kebab-case. */
  name: string
  /** What is so, as a person says it. */
  sentence: string
  /** Selects the rows that break it, with what a person needs to find them; none when it holds. */
  sql: Sql
  bind?: Record<string, unknown>
}
