import { rows } from '../platform/database.ts'
import { ERASED_EMAIL, type PersonalData } from '../platform/personal-data.ts'

/** Which promotions somebody has used. That they were used stays, for there are limits in all. */
export const personalRedemptions: PersonalData = {
  name: 'redemptions',
  collect: ({ orderIds }) =>
    rows(
      `select promotion.code, used.amount, used.state, used.at from pricing.voucher_redemptions used
       join pricing.promotions promotion on promotion.id = used.promotion_id
       where used.order_id = any($orderIds::bigint[]) order by used.at`,
      { orderIds },
    ),
  erase: async (tx, { orderIds, email }) => {
    await rows(
      `update pricing.voucher_redemptions set email = $erased, visitor_id = gen_random_uuid()
       where order_id = any($orderIds::bigint[]) or email = lower($email)`,
      { orderIds, email, erased: ERASED_EMAIL },
      tx,
    )
  },
}
