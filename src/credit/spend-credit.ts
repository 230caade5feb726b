import type { Transaction } from '../platform/database.ts'
import { lockAccounts } from './account.ts'
import { orderCredits } from './order-credits.ts'
import { move } from './transfer.ts'

interface Spending {
  accountId: number
  amount: number
}

/** Spends credit for an order, of every account or of none: refuses when one has less, has ended, or was stopped. */
export function spendCredit(tx: Transaction, orderId: number, spendings: Spending[]) {
  return spend(tx, orderId, spendings, 1)
}

/** An order came to nothing: what was spent for it is there again. */
export async function giveCreditBack(tx: Transaction, orderId: number): Promise<void> {
  const spent = (await orderCredits(orderId, tx)).filter((credit) => credit.spent > 0)
  await lockAccounts(
    tx,
    spent.map(({ accountId }) => accountId),
  )
  for (const { accountId, currency, spent: amount, times } of spent) {
    const movement = { accountId, currency, amount, direction: 'to', reason: 'given_back' } as const
    const key = `order ${orderId} account ${accountId} back ${times}`
    await move(tx, { ...movement, orderId, actor: 'shop', key })
  }
}

/** The same spendings once more, for an order that had given them back. */
export async function spendCreditAgain(tx: Transaction, orderId: number) {
  const wanted = (await orderCredits(orderId, tx)).filter(({ spent }) => spent === 0)
  const spendings = wanted.map(({ accountId, wanted: amount }) => ({ accountId, amount }))
  return spend(tx, orderId, spendings, Math.max(0, ...wanted.map(({ times }) => times)) + 1)
}

async function spend(tx: Transaction, orderId: number, spendings: Spending[], time: number) {
  const accounts = await lockAccounts(
    tx,
    spendings.map(({ accountId }) => accountId),
  )
  const isThere = spendings.every(({ accountId, amount }) =>
    accounts.some(({ id, state, balance }) => id === accountId && state === 'open' && balance >= amount),
  )
  if (!isThere) return { refused: 'short' as const }
  for (const { accountId, amount } of spendings) {
    const { currency } = accounts.find(({ id }) => id === accountId)!
    const movement = { accountId, currency, amount, direction: 'from', reason: 'spent' } as const
    await move(tx, {
      ...movement,
      orderId,
      actor: 'shopper',
      key: `order ${orderId} account ${accountId} spent ${time}`,
    })
  }
  return { spent: spendings.length }
}
