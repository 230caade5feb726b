import { rows, type Transaction } from '../platform/database.ts'

/** What one account has paid of an order; amounts in minor units. */
export interface OrderCredit {
  accountId: number
  currency: string
  codeEnd: string
  /** Spent and not given back since. */
  spent: number
  /** Of that, what was refunded. */
  refunded: number
  /** What it was to pay when the order was placed. */
  wanted: number
  /** How often it was spent for it. */
  times: number
}

/** What accounts have paid of an order, or were to pay, those that paid first in front. */
export function orderCredits(orderId: number, tx?: Transaction): Promise<OrderCredit[]> {
  return rows<OrderCredit>(
    `select account.id as "accountId", account.currency, account.code_end as "codeEnd",
       (coalesce(sum(amount) filter (where reason = 'spent'), 0)
         - coalesce(sum(amount) filter (where reason = 'given_back'), 0))::bigint as spent,
       coalesce(sum(amount) filter (where reason = 'refunded'), 0)::bigint as refunded,
       max(amount) filter (where reason = 'spent') as wanted, count(*) filter (where reason = 'spent') as times
     from credit.transfers transfer
     join credit.accounts account on account.id in (transfer.from_id, transfer.to_id) and account.kind <> 'shop'
     where transfer.order_id = $orderId
     group by account.id order by min(transfer.id)`,
    { orderId },
    tx,
  )
}
