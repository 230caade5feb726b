import { closeDatabase, patientTransaction, rows } from '../platform/database.ts'
import { type Checked, findBreaches } from './verify/find-breaches.ts'
import { invariants } from './verify/invariants.ts'
import { describe } from './verify/report.ts'

try {
  const checked = await verify()
  console.log(describe(checked))
  process.exitCode = checked.some(({ broken }) => broken.length > 0) ? 1 : 0
} finally {
  await closeDatabase()
}

/** All of it is read from one state of the database, in which nothing can be written. */
function verify(): Promise<Checked[]> {
  return patientTransaction(async (tx) => {
    await rows('set transaction isolation level repeatable read, read only', [], tx)
    return findBreaches(invariants, tx)
  })
}
