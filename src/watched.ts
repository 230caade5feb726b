import { count, measure } from './platform/figures.ts'
import { queueAge } from './platform/job-list.ts'
import type { Watch } from './platform/queue.ts'

/** Under which figure an event counts once it has been dealt with. */
const figures: Record<string, string> = {
  'order.placed': 'OrdersPlaced',
  'order.paid': 'OrdersPaid',
  'order.expired': 'PaymentsFailed',
  'payment.lost': 'PaymentsFailed',
  'refund.failed': 'RefundsFailed',
}

/** What the figures tell of the queue's work. */
export const watched: Watch = {
  done: (task) => {
    const figure = figures[task]
    if (figure) count(figure)
  },
  givenUp: () => count('JobsFailed'),
}

/** How long the job that has been due for longest has waited. */
export async function measureQueue(): Promise<void> {
  measure('QueueAge', 'Seconds', await queueAge())
}
