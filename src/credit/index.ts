/**
 * Owns gift cards and store credit: accounts, and what went from one to another. It does not know what an order is, but
 * keeps for which one something was spent.
 */

export { type CreditAccount, creditAccounts, findCard } from './account.ts'
export { type Covering, covering } from './covering.ts'
export { type GivenCredit, issueCredit } from './issue-credit.ts'
export { type OrderCredit, orderCredits } from './order-credits.ts'
export { personalCredit } from './personal-credit.ts'
export { refundCredit } from './refund-credit.ts'
export { giveCreditBack, spendCredit, spendCreditAgain } from './spend-credit.ts'
