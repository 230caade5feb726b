import type { Owner, Welcome } from '../identity/index.ts'
import { rows, type Transaction, transaction } from '../platform/database.ts'

/** What somebody has done stays, and nobody knows any more that it was they. */
export function unlinkVisits({ visitorId }: Pick<Owner, 'visitorId'>): Promise<void> {
  return transaction((tx) => forgetVisitor(tx, visitorId))
}

/** The same in the transaction of whoever forgets more. */
export async function forgetVisitor(tx: Transaction, visitorId: string): Promise<void> {
  await rows(
    'update recommendations.visits set visitor_id = null where visitor_id = $visitorId',
    { visitorId },
    tx,
  )
  await rows('delete from recommendations.dismissals where visitor_id = $visitorId', { visitorId }, tx)
}

/** Unlinks whatever belongs to somebody who has not agreed, or no longer does, however it came here. */
export async function unlinkWithdrawn(): Promise<void> {
  await transaction(async (tx) => {
    for (const table of ['visits', 'dismissals'] as const) await rows(WITHDRAWN[table], {}, tx)
  })
}

const WITHDRAWN = {
  visits: `update recommendations.visits visit set visitor_id = null
    where visit.visitor_id is not null and not exists (
      select from customers.agreements agreed
      where agreed.visitor_id = visit.visitor_id and agreed.purpose = 'personalisation')`,
  dismissals: `delete from recommendations.dismissals dismissed where not exists (
      select from customers.agreements agreed
      where agreed.visitor_id = dismissed.visitor_id and agreed.purpose = 'personalisation')`,
}

/** Whoever signs in has done what this browser's visitor did until then, if they have agreed to it as a customer too. */
export const adoptVisits: Welcome = async ({ customer, visitor }) => {
  if (!visitor) return
  await transaction(async (tx) => {
    await rows(ADOPT_VISITS, { from: visitor.visitorId, to: customer.visitorId }, tx)
    await rows(ADOPT_DISMISSALS, { from: visitor.visitorId, to: customer.visitorId }, tx)
    await forgetVisitor(tx, visitor.visitorId)
  })
}

const ADOPT_VISITS = `
  update recommendations.visits visit set visitor_id = agreed.visitor_id
  from customers.agreements agreed
  where visit.visitor_id = $from and agreed.visitor_id = $to and agreed.purpose = 'personalisation'`
const ADOPT_DISMISSALS = `
  insert into recommendations.dismissals (visitor_id, product_id, at)
  select agreed.visitor_id, dismissed.product_id, dismissed.at
  from recommendations.dismissals dismissed
  join customers.agreements agreed on agreed.visitor_id = $to and agreed.purpose = 'personalisation'
  where dismissed.visitor_id = $from on conflict do nothing`
