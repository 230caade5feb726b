import { ownerOfCustomer, type Welcome } from '../identity/index.ts'
import { mergeBaskets } from './merge-baskets.ts'

/** Whoever signs in finds in their basket what this browser's visitor had put into theirs. */
export const adoptBasket: Welcome = async ({ customer, visitor }) => {
  if (visitor) await mergeBaskets(visitor, ownerOfCustomer(customer))
}
