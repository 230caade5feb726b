import { ownerOfCustomer, type Welcome } from '../identity/index.ts'
import { lastAnswer, rememberAnswer } from './consent.ts'
import { mergeConsents } from './say-consent.ts'
import { mergeWishes } from './wish.ts'

/** Whoever signs in finds the wishes and answers that this browser's visitor had until then. */
export const welcomeCustomer: Welcome = async ({ customer, visitor, res }) => {
  const owner = ownerOfCustomer(customer)
  if (visitor) {
    await mergeWishes(visitor, owner)
    await mergeConsents(visitor, owner)
  }
  const answer = await lastAnswer(owner, 'personalisation')
  if (answer !== undefined) rememberAnswer(res, answer)
}
