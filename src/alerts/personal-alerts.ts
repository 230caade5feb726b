import { rows } from '../platform/database.ts'
import type { PersonalData } from '../platform/personal-data.ts'

/** What somebody waits for. */
export const personalAlerts: PersonalData = {
  name: 'alerts',
  collect: ({ email }) =>
    rows(
      `select variant_id as "variantId", asked_at as "askedAt", confirmed_at as "confirmedAt", told_at as "toldAt"
       from alerts.alerts where lower(email) = lower($email) order by id`,
      { email },
    ),
  erase: async (tx, { email }) => {
    await rows('delete from alerts.alerts where lower(email) = lower($email)', { email }, tx)
  },
}
