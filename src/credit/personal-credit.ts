import { rows } from '../platform/database.ts'
import type { PersonalData } from '../platform/personal-data.ts'

/** Gift cards and credit that were made out to somebody. The money on them stays, for whoever has the code. */
export const personalCredit: PersonalData = {
  name: 'credit',
  collect: ({ email }) =>
    rows(
      `select kind, code_end as "codeEnd", currency, expires_at as "expiresAt" from credit.accounts
       where lower(email) = lower($email) order by id`,
      { email },
    ),
  erase: async (tx, { email }) => {
    await rows('update credit.accounts set email = null where lower(email) = lower($email)', { email }, tx)
  },
}
