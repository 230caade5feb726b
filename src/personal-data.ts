import { personalAlerts } from './alerts/index.ts'
import { basketIdsOf, personalBaskets } from './basket/index.ts'
import { personalAnswers } from './checkout/index.ts'
import { personalCredit } from './credit/index.ts'
import { personalAddresses, personalConsents, personalNotes, personalWishes } from './customers/index.ts'
import { type Customer, personalIdentity } from './identity/index.ts'
import { personalInvoices } from './invoicing/index.ts'
import { personalMails, personalReach } from './notifications/index.ts'
import { orderIdsOf, personalOrders } from './orders/index.ts'
import { personalPayments } from './payments/index.ts'
import type { Person, PersonalData } from './platform/personal-data.ts'
import { personalJobs } from './platform/personal-jobs.ts'
import { personalRedemptions } from './pricing/index.ts'
import { personalVisits } from './recommendations/index.ts'
import { personalReviews } from './reviews/index.ts'

/** What each module keeps of people, in the order in which it is told, and erased: who they are goes last. */
export const personalData: PersonalData[] = [
  personalAddresses,
  personalOrders,
  personalInvoices,
  personalPayments,
  personalRedemptions,
  personalCredit,
  personalReviews,
  personalWishes,
  personalBaskets,
  personalAnswers,
  personalAlerts,
  personalMails,
  personalReach,
  personalVisits,
  personalConsents,
  personalNotes,
  personalJobs,
  personalIdentity,
]

/** By what a customer is known in every module. */
export async function personOf(customer: Pick<Customer, 'id' | 'visitorId' | 'email'>): Promise<Person> {
  const { id: customerId, visitorId, email } = customer
  const [orderIds, basketIds] = await Promise.all([orderIdsOf(customerId), basketIdsOf(visitorId)])
  return { customerId, visitorId, email, orderIds, basketIds }
}
