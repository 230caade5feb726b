import { afterOrderInvariants } from './after-order-invariants.ts'
import { creditInvariants } from './credit-invariants.ts'
import { customerInvariants } from './customer-invariants.ts'
import { eventInvariants } from './event-invariants.ts'
import type { Invariant } from './invariant.ts'
import { jobInvariants } from './job-invariants.ts'
import { moneyInvariants } from './money-invariants.ts'
import { orderInvariants } from './order-invariants.ts'
import { promotionInvariants } from './promotion-invariants.ts'
import { stockInvariants } from './stock-invariants.ts'

/** All that `npm run verify` checks, in the order in which it is told. Who adds a table adds what is always so of it. */
export const invariants: Invariant[] = [
  ...stockInvariants,
  ...orderInvariants,
  ...moneyInvariants,
  ...creditInvariants,
  ...promotionInvariants,
  ...afterOrderInvariants,
  ...customerInvariants,
  ...eventInvariants,
  ...jobInvariants,
]
