import { lowStock } from '../inventory/index.ts'
import { officeCounts } from '../orders/index.ts'
import { paymentTroubles } from '../payments/index.ts'
import { jobCounts } from '../platform/job-list.ts'
import { reviewsToModerate } from '../reviews/index.ts'

/** What waits to be done, each with where it is done and the right to see it. */
export async function toDo() {
  const [orders, low, jobs, reviews, troubles] = await Promise.all([
    officeCounts(),
    lowStock(),
    jobCounts(),
    reviewsToModerate(),
    paymentTroubles(),
  ])
  return [
    { name: 'to-ship', count: orders.toShip, path: '/admin/orders?filter=to-ship', right: 'see-orders' },
    { name: 'returns', count: orders.returns, path: '/admin/returns', right: 'decide-returns' },
    { name: 'failed-refunds', count: orders.failedRefunds, path: '/admin/orders', right: 'refund-orders' },
    { name: 'payments', count: troubles, path: '/admin/payments', right: 'settle-payments' },
    { name: 'unpaid', count: orders.unpaid, path: '/admin/orders?filter=unpaid', right: 'see-orders' },
    { name: 'low-stock', count: low.length, path: '/admin/stock?few=yes', right: 'adjust-stock' },
    { name: 'reviews', count: reviews.length, path: '/admin/reviews', right: 'moderate-reviews' },
    { name: 'jobs', count: jobs.givenUp + jobs.failed, path: '/admin/jobs', right: 'retry-jobs' },
  ]
}
