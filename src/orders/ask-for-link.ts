import { randomUUID } from 'node:crypto'
import { transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'
import type { LookedUp } from './claim-link.ts'

/**
 * Asks for the link to an order to be sent to who bought it. Whether there is such an order is looked up by the job that
 * follows, so that neither the answer nor its time tells.
 */
export function askForLink(asked: Omit<LookedUp, 'question'>): Promise<void> {
  return transaction((tx) => publish(tx, 'order.looked_up', { ...asked, question: randomUUID() }))
}
