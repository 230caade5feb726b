import { identityOf } from '../identity/index.ts'
import { patientTransaction, rows } from '../platform/database.ts'
import type { Person, PersonalData } from '../platform/personal-data.ts'
import { publish } from '../platform/queue.ts'

/**
 * Forgets somebody, whole or not at all: every module erases what it keeps of them, or takes them out of what the law keeps.
 * The identity provider is told afterwards, by what it calls them. Returns the sessions that are to be ended.
 */
export function eraseCustomer(person: Person, personalData: PersonalData[]): Promise<string[]> {
  return patientTransaction(async (tx) => {
    await rows(`select set_config('purveyor.erasing', 'yes', true)`, [], tx)
    const { issuer, subject, sessionIds } = await identityOf(tx, person.customerId)
    for (const { erase } of personalData) await erase(tx, person)
    await publish(tx, 'customer.erased', { issuer, subject })
    return sessionIds
  })
}
