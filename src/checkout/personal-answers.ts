import { rows } from '../platform/database.ts'
import type { PersonalData } from '../platform/personal-data.ts'

/** What somebody has told us on the way to an order. */
export const personalAnswers: PersonalData = {
  name: 'answers',
  collect: ({ basketIds }) =>
    rows(
      `select email, address, delivery_method as "deliveryMethod", payment_method as "paymentMethod",
         updated_at as "updatedAt", reminder_agreed_at as "reminderAgreedAt"
       from checkout.checkouts where basket_id = any($basketIds::bigint[]) order by basket_id`,
      { basketIds },
    ),
  erase: async (tx, { basketIds }) => {
    await rows(
      'delete from checkout.checkouts where basket_id = any($basketIds::bigint[])',
      { basketIds },
      tx,
    )
  },
}
