import { rows } from '../platform/database.ts'
import { ERASED_EMAIL, type PersonalData } from '../platform/personal-data.ts'

/** Which mails somebody has got. That they were sent is kept, so that none is sent twice. */
export const personalMails: PersonalData = {
  name: 'mails',
  collect: ({ email }) =>
    rows(
      `select subject, sent_at as "sentAt", is_held as "heldBack" from notifications.mails
       where lower(recipient) = lower($email) order by sent_at`,
      { email },
    ),
  erase: async (tx, { email }) => {
    await rows(
      `update notifications.mails set recipient = $erased, subject = '' where lower(recipient) = lower($email)`,
      { email, erased: ERASED_EMAIL },
      tx,
    )
  },
}
