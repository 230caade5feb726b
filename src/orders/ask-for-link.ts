import { randomUUID } from 'node:crypto'
import { transaction } from '../platform/database.ts'
import type { Locale } from '../platform/locale.ts'
import { publish } from '../platform/queue.ts'

/** What somebody says of an order of theirs, in which language they asked, and the question's own name. */
export interface LookedUp {
  question: string
  number: string
  email: string
  locale: Locale
}

/**
 * Asks for the link to an order to be sent to who bought it. Whether there is such an order is looked up by the job that
 * follows, so that neither the answer nor its time tells.
 */
export function askForLink(asked: Omit<LookedUp, 'question'>): Promise<void> {
  return transaction((tx) => publish(tx, 'order.looked_up', { ...asked, question: randomUUID() }))
}
