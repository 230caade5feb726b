import type { Customer } from '../identity/index.ts'
import type { Person, PersonalData } from '../platform/personal-data.ts'

/** What `app.ts` lends for privacy: it knows every module, and this one does not. */
export interface Privacy {
  personalData: PersonalData[]
  personOf: (customer: Pick<Customer, 'id' | 'visitorId' | 'email'>) => Promise<Person>
  /** The numbers of the orders that have to come to their end before anybody can be forgotten. */
  unfinishedOrders: (customerId: number) => Promise<string[]>
}
