import { rows } from '../platform/database.ts'
import { ERASED_EMAIL, type PersonalData } from '../platform/personal-data.ts'

/**
 * What was paid. Amounts and the provider's references stay for the books, and so do the lines of bank statements; what the
 * provider has reported of the person goes.
 */
export const personalPayments: PersonalData = {
  name: 'payments',
  collect: ({ orderIds }) =>
    rows(
      `select payment.method, payment.state, payment.amount, payment.currency,
         (select coalesce(jsonb_agg(jsonb_build_object('amount', refund.amount, 'state', refund.state) order by refund.id), '[]')
          from payments.refunds refund where refund.order_id = payment.order_id) as refunds
       from payments.payments payment where payment.order_id = any($orderIds::bigint[]) order by payment.order_id`,
      { orderIds },
    ),
  erase: async (tx, { orderIds, email }) => {
    const bind = {
      orderIds,
      pattern: `%${email.replace(/[\\%_]/g, '\\$&')}%`,
      body: JSON.stringify({ email: ERASED_EMAIL }),
    }
    await rows(
      `update payments.webhook_events set body = $body where body ilike $pattern or event_id in (
         select event_id from payments.payment_events where order_id = any($orderIds::bigint[]))`,
      bind,
      tx,
    )
    await rows(
      `update payments.payment_events set body = '{}' where order_id = any($orderIds::bigint[])`,
      bind,
      tx,
    )
  },
}
