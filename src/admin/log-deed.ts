import { transaction } from '../platform/database.ts'

/** Has the log's entry written for what changes nothing by itself, such as handing something out. */
export function logDeed(): Promise<void> {
  return transaction(async () => undefined)
}
