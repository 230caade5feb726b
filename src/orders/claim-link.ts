import { row } from '../platform/database.ts'
import type { Locale } from '../platform/locale.ts'

/** What somebody says of an order of theirs, in which language they asked, and the question's own name. */
export interface LookedUp {
  question: string
  number: string
  email: string
  locale: Locale
}

/**
 * The order whose link may be sent now: number and e-mail address are its own, and no other question has had it sent
 * within ten minutes. The same question may claim it again, should its mail not have gone out.
 */
export async function claimLink({ question, number, email }: LookedUp): Promise<number | undefined> {
  const claimed = await row<{ orderId: number }>(
    `insert into orders.sent_links as sent (order_id, question, sent_at)
     select id, $question::uuid, now() from orders.orders where number = $number and lower(email) = lower($email)
     on conflict (order_id) do update set question = excluded.question, sent_at = excluded.sent_at
       where sent.question = excluded.question or sent.sent_at < now() - interval '10 minutes'
     returning order_id as "orderId"`,
    { question, number, email },
  )
  return claimed?.orderId
}
