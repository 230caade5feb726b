import type { Transaction } from '../platform/database.ts'
import { lockAccounts } from './account.ts'
import { move } from './transfer.ts'

interface Refunded {
  orderId: number
  accountId: number
  /** In minor units. */
  amount: number
  actor: string
  /** The refund that it is a part of: once each. */
  key: string
}

/** What an order was paid with from an account goes back there, also when the account has ended since. */
export async function refundCredit(tx: Transaction, { accountId, ...refunded }: Refunded): Promise<void> {
  const [account] = await lockAccounts(tx, [accountId])
  const { currency } = account!
  await move(tx, { ...refunded, accountId, currency, direction: 'to', reason: 'refunded' })
}
