import { fetchPicture } from './catalogue/index.ts'
import { giveBasketBack } from './checkout/index.ts'
import { createDeps } from './deps.ts'
import { type PlacedOrder, sendOrderMail, tellHowToPay, tellOfRefund } from './notifications/index.ts'
import { recordWebhook, sweepPayments } from './orders/index.ts'
import { sendRefund } from './payments/index.ts'
import { logger } from './platform/logger.ts'
import { type Clockwork, type Subscriptions, work } from './platform/queue.ts'

const { mailer, media, stripe, close } = createDeps()

type OfOrder = { orderId: number }
type RefundMade = OfOrder & { reason: string }

/** What follows when something has happened. */
const subscriptions: Subscriptions = {
  'order.placed': { tellHowToPay: (placed: PlacedOrder) => tellHowToPay(mailer, placed) },
  'order.paid': { sendConfirmation: ({ orderId }: OfOrder) => sendOrderMail(mailer, orderId, 'confirmed') },
  'order.expired': {
    giveBasketBack,
    sendExpiry: ({ orderId }: OfOrder) => sendOrderMail(mailer, orderId, 'expired'),
  },
  'payment.reported': { recordWebhook },
  'refund.succeeded': { tellOfRefund: (refund: RefundMade) => tellOfRefund(mailer, refund) },
  'refund.failed': {
    alertFailedRefund: async (failed: object) => logger.error(failed, 'a refund has failed'),
  },
  'refund.requested': { sendRefund: ({ refundId }: { refundId: number }) => sendRefund(stripe, refundId) },
  'picture.wanted': { fetchPicture: fetchPicture(media) },
}

/** What happens by the clock. */
const clockwork: Clockwork = {
  sweepPayments: { at: '* * * * *', job: () => sweepPayments(stripe) },
}

const runner = await work(subscriptions, clockwork)
logger.info('the worker works')

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, async () => {
    await runner.stop()
    await close()
    process.exit(0)
  })
}
