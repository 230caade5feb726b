import type { CreditAccount } from './account.ts'

/** What of a total a card pays; amounts in minor units. */
export interface Covering {
  accountId: number
  codeEnd: string
  kind: CreditAccount['kind']
  balance: number
  amount: number
  /** Why it pays nothing, where it does. */
  state: 'applied' | 'not_needed' | 'empty' | 'other_currency' | 'ended' | 'stopped'
}

/** Lets the cards pay a total, one after the other, each as much as it has and is still to be paid. */
export function covering(accounts: CreditAccount[], total: number, currency: string): Covering[] {
  let left = total
  return accounts.map(({ id, codeEnd, kind, balance, ...account }) => {
    const hindrance = hindranceOf({ ...account, balance }, currency)
    const amount = hindrance ? 0 : Math.min(balance, left)
    left -= amount
    const state = hindrance ?? (amount > 0 ? 'applied' : 'not_needed')
    return { accountId: id, codeEnd, kind, balance, amount, state }
  })
}

function hindranceOf(
  { state, currency: own, balance }: Pick<CreditAccount, 'state' | 'currency' | 'balance'>,
  currency: string,
): Covering['state'] | undefined {
  if (state !== 'open') return state
  if (own !== currency) return 'other_currency'
  return balance === 0 ? 'empty' : undefined
}
