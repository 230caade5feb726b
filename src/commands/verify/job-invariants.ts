import { sql } from '../../platform/sql.ts'
import type { Invariant } from './invariant.ts'

/** What is always so of what is still to be done: it is done in time, or it can be seen that it is not. */
export const jobInvariants: Invariant[] = [
  {
    name: 'jobs-are-done',
    sentence:
      'No job has waited for ten minutes to be begun, or run for an hour, without having failed for good',
    sql: sql`
      select id, task_identifier as task, attempts, run_at, locked_at, last_error from graphile_worker.jobs
      where attempts < max_attempts and (locked_at is null and run_at < now() - interval '10 minutes'
        or locked_at < now() - interval '1 hour')`,
  },
  {
    name: 'reports-are-read',
    sentence: 'No report of the provider has been left unread for five minutes',
    sql: sql`
      select event_id, type, received_at from payments.webhook_events
      where handled_at is null and received_at < now() - interval '5 minutes'`,
  },
  {
    name: 'shoppers-are-told',
    sentence: 'Whoever has paid was sent a confirmation, or it can be seen that it is still to be sent',
    sql: sql`
      select o.number, event.at as paid_at
      from orders.order_events event join orders.orders o on o.id = event.order_id
      where event.kind = 'paid'
        and not exists (select 1 from notifications.mails mail where mail.key = 'order ' || o.number || ' confirmed')
        and not exists (
          select 1 from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
          where task.identifier in ('order.paid', 'sendConfirmation') and (job.payload ->> 'orderId')::bigint = o.id)`,
  },
]
