import { rows } from '../platform/database.ts'
import type { PersonalData } from '../platform/personal-data.ts'

/** Who somebody is, and where they have signed in. */
export const personalIdentity: PersonalData = {
  name: 'identity',
  collect: ({ customerId }) =>
    rows(
      `select email, name, locale, currency, roles, created_at as "since",
         (select coalesce(jsonb_agg(jsonb_build_object('browser', browser, 'network', network, 'startedAt', started_at,
            'seenAt', seen_at, 'endedAt', ended_at) order by started_at), '[]')
          from identity.sign_ins where customer_id = customer.id) as "signIns"
       from identity.customers customer where id = $customerId`,
      { customerId },
    ),
  erase: async (tx, { customerId }) => {
    await rows('delete from identity.customers where id = $customerId', { customerId }, tx)
  },
}
