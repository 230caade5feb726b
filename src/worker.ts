import { chooseAlerts, forgetAlerts } from './alerts/index.ts'
import { announced } from './announced.ts'
import { forgetShared } from './basket/index.ts'
import { countSale, fetchPicture, listCategory, listTurnedProducts, listVariants } from './catalogue/index.ts'
import { giveBasketBack, remindOfBaskets } from './checkout/index.ts'
import { createDeps } from './deps.ts'
import { changeEmailAtProvider, eraseAtProvider, shutAtProvider } from './identity/index.ts'
import { issueCreditNote, issueInvoice } from './invoicing/index.ts'
import { letters } from './letters.ts'
import { forgetAtDeliverer, readFeedback } from './notifications/index.ts'
import {
  boughtGoods,
  closePaymentPage,
  noteFailedRefund,
  noteLostPayment,
  noteRefund,
  orderedVariants,
  recordWebhook,
  refundedLines,
  sweepPayments,
  takeMoney,
} from './orders/index.ts'
import { endPayment, reconcilePayments, releaseIntent, sendRefund, voidPayment } from './payments/index.ts'
import { tellFigures } from './platform/figures.ts'
import { logger } from './platform/logger.ts'
import { type Clockwork, type Subscriptions, together, work } from './platform/queue.ts'
import {
  forgetEvents,
  keepPurchase,
  trainModel,
  unlinkVisits,
  unlinkWithdrawn,
} from './recommendations/index.ts'
import { forgetSearches, markShelves, recountShelves, recountWords } from './search/index.ts'
import { checkUpload, forgetUploads, importUpload } from './shopify/index.ts'
import { measureQueue, watched } from './watched.ts'

const { accounts, cache, mailer, media, recommender, stripe, close } = createDeps()

const SEARCHES_KEPT_DAYS = 400

type OfOrder = { orderId: number }
type OfStock = { variantIds: number[] }

/** Cards are settled within days, and refunds of what was bought lately are the most. */
const RECONCILED_DAYS = 14
const reconcileLately = async () => {
  await reconcilePayments(stripe, new Date(Date.now() - RECONCILED_DAYS * 24 * 3_600_000))
}

/** What follows when something has happened, beside the letters. */
const subscriptions: Subscriptions = {
  'order.paid': {
    issueInvoice: async ({ orderId }: OfOrder) => void (await issueInvoice(orderId)),
    countSale: async ({ orderId }: OfOrder) => countSale(await orderedVariants(orderId)),
    keepPurchase: async ({ orderId }: OfOrder) => {
      const bought = await boughtGoods(orderId)
      if (bought) await keepPurchase(bought)
    },
  },
  'order.expired': { giveBasketBack },
  'order.cancelled': {
    closePaymentPage: (order: OfOrder) => closePaymentPage(stripe, order),
    letMoneyGo: async ({ orderId }: OfOrder) => void (await voidPayment(orderId, 'cancellation')),
  },
  'order.shipped': {},
  'shipment.dispatched': { takeMoney },
  'stock.turned': { listTurned: ({ variantIds }: OfStock) => listVariants(variantIds) },
  'stock.arrived': { chooseAlerts },
  'stock.low': { alertLowStock: async (low: OfStock) => logger.warn(low, 'few are left') },
  'alert.confirmed': { chooseAlerts },
  'payment.end_wanted': { endPayment: ({ orderId }: OfOrder) => endPayment(stripe, orderId) },
  'payment.lost': { noteLostPayment },
  'payment.unwanted': {
    releaseIntent: ({ reference }: { reference: string }) => releaseIntent(stripe, reference),
  },
  'payment.reported': { recordWebhook: (report: { eventId: string }) => recordWebhook(stripe, report) },
  'refund.succeeded': {
    noteRefund,
    issueCreditNote: async ({ refundId }: { refundId: number }) =>
      void (await issueCreditNote(refundId, await refundedLines(refundId))),
  },
  'refund.failed': {
    noteFailedRefund,
    alertFailedRefund: async (failed: object) => logger.error(failed, 'a refund has failed'),
  },
  'refund.requested': { sendRefund: ({ refundId }: { refundId: number }) => sendRefund(stripe, refundId) },
  'category.moved': { listCategory },
  'email.confirmed': {
    changeEmailAtProvider: (confirmed: { change: string }) => changeEmailAtProvider(accounts, confirmed),
  },
  'mail.reachable_again': { forgetAtDeliverer },
  'consent.withdrawn': {
    unlinkVisits: async (said: { visitorId: string; purpose: string }) => {
      if (said.purpose === 'personalisation') await unlinkVisits(said)
    },
  },
  'training.wanted': { trainOnDemand: trainModel },
  'customer.disabled': { shutAtProvider: (shut: { customerId: number }) => shutAtProvider(accounts, shut) },
  'customer.erased': {
    eraseAtProvider: (erased: { issuer: string; subject: string }) => eraseAtProvider(accounts, erased),
  },
  'goods.sent': { checkUpload: checkUpload({ media, cache }) },
  'goods.wanted': { importUpload: importUpload({ media, cache }) },
  'picture.wanted': { fetchPicture: fetchPicture(media) },
}

/** What happens by the clock. */
const clockwork: Clockwork = {
  sweepPayments: { at: '* * * * *', job: () => sweepPayments(stripe) },
  reconcilePayments: { at: '47 3 * * *', job: reconcileLately },
  listTurnedProducts: { at: '* * * * *', job: listTurnedProducts },
  forgetUploads: { at: '37 2 * * *', job: forgetUploads },
  measureQueue: { at: '* * * * *', job: measureQueue },
  readFeedback: { at: '* * * * *', job: () => readFeedback() },
  recountShelves: { at: '* * * * *', job: recountShelves },
  remindOfBaskets: { at: '23 * * * *', job: remindOfBaskets },
  markShelves: { at: '7 2 * * *', job: markShelves },
  recountWords: { at: '17 2 * * *', job: recountWords },
  forgetAlerts: { at: '57 2 * * *', job: forgetAlerts },
  forgetShared: { at: '47 2 * * *', job: forgetShared },
  forgetEvents: { at: '27 2 * * *', job: forgetEvents },
  trainAtNight: { at: '12 3 * * *', job: trainModel },
  unlinkWithdrawn: { at: '32 2 * * *', job: unlinkWithdrawn },
  forgetSearches: { at: '37 2 * * *', job: () => forgetSearches(SEARCHES_KEPT_DAYS) },
}

const figures = tellFigures()
const { ours, elsewhere } = letters(mailer, recommender)
const follows = announced(together(subscriptions, ours))
const runner = await work(follows, clockwork, { watch: watched, leftOver: elsewhere })
logger.info('the worker works')

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, async () => {
    await runner.stop()
    await figures.stop()
    await close()
    process.exit(0)
  })
}
