import { rows } from './database.ts'
import type { PersonalData } from './personal-data.ts'

/** What waits to be done and names somebody: nobody is interested in it, and it is not to be done any more. */
export const personalJobs: PersonalData = {
  name: 'jobs',
  collect: async () => [],
  erase: async (tx, { email }) => {
    const pattern = `%${email.replace(/[\\%_]/g, '\\$&')}%`
    await rows(
      `delete from graphile_worker._private_jobs where payload::text ilike $pattern`,
      { pattern },
      tx,
    )
  },
}
