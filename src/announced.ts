import { config } from './platform/config.ts'
import { type Subscriptions, together } from './platform/queue.ts'

/** What others may hear of. */
const events = new Set([
  'order.placed',
  'order.paid',
  'order.shipped',
  'order.delivered',
  'order.cancelled',
  'order.expired',
  'shipment.dispatched',
  'return.requested',
  'return.approved',
  'return.declined',
  'return.received',
  'refund.succeeded',
  'refund.failed',
  'stock.low',
])

/** Amazon's SDK takes its time to load: only who has a topic waits for it. */
const amazon = config.events.topic ? await import('./platform/aws/sns.ts') : undefined

/**
 * The same subscriptions, and the topic of the settings, if there is one, is told as well: at least once, by a job of its own,
 * so that nothing else waits while it is out of reach. It hears the numbers of things and no words: a reason that staff have
 * written, or who they are, stays here.
 */
export function announced(subscriptions: Subscriptions): Subscriptions {
  const { topic } = config.events
  if (!amazon || !topic) return subscriptions
  const announce = amazon.openTopic(topic)
  const announcing = (event: string) => ({
    [`announce ${event}`]: (payload: object, key: string) =>
      announce({ event, key, payload: numbersIn(payload) }),
  })
  const announcements = Object.fromEntries([...events].map((event) => [event, announcing(event)]))
  return together(subscriptions, announcements)
}

function numbersIn(payload: object): object {
  const isNumber = (value: unknown) => typeof value === 'number'
  return Object.fromEntries(
    Object.entries(payload).filter(
      ([, value]) => isNumber(value) || (Array.isArray(value) && value.every(isNumber)),
    ),
  )
}
