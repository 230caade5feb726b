import { chooseAlerts, forgetAlerts } from './alerts/index.ts'
import { announced } from './announced.ts'
import { forgetShared } from './basket/index.ts'
import { countSale, fetchPicture, listCategory, listTurnedProducts, listVariants } from './catalogue/index.ts'
import { giveBasketBack, remindOfBaskets } from './checkout/index.ts'
import { createDeps } from './deps.ts'
import { changeEmailAtProvider, eraseAtProvider, shutAtProvider } from './identity/index.ts'
import { issueCreditNote, issueInvoice } from './invoicing/index.ts'
import {
  askToConfirmAlert,
  askToConfirmEmail,
  forgetAtDeliverer,
  type LeftBasket,
  type PlacedOrder,
  type RefundMade,
  readFeedback,
  sendAgain,
  sendOrderLink,
  sendOrderMail,
  sendReminder,
  tellHowToPay,
  tellOfArrival,
  tellOfCancellation,
  tellOfDelivery,
  tellOfEmail,
  tellOfNewPlace,
  tellOfParcel,
  tellOfRefund,
  tellOfReturn,
} from './notifications/index.ts'
import {
  boughtGoods,
  closePaymentPage,
  type LookedUp,
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
import { logger } from './platform/logger.ts'
import { type Clockwork, type Subscriptions, work } from './platform/queue.ts'
import {
  forgetEvents,
  keepPurchase,
  suggestByMail,
  trainModel,
  unlinkVisits,
  unlinkWithdrawn,
} from './recommendations/index.ts'
import { forgetSearches, markShelves, recountShelves, recountWords } from './search/index.ts'
import { checkUpload, forgetUploads, importUpload } from './shopify/index.ts'

const { accounts, cache, mailer, media, recommender, stripe, close } = createDeps()

const SEARCHES_KEPT_DAYS = 400

type OfOrder = { orderId: number }
type OfShipment = OfOrder & { shipmentId: number }
type OfAlert = { alertId: number }
type OfStock = { variantIds: number[] }

/** Cards are settled within days, and refunds of what was bought lately are the most. */
const RECONCILED_DAYS = 14
const reconcileLately = async () => {
  await reconcilePayments(stripe, new Date(Date.now() - RECONCILED_DAYS * 24 * 3_600_000))
}

/** What goes with an order. The letter goes out without it where it cannot be said. */
const alsoLiked = async (orderId: number) => {
  const bought = await boughtGoods(orderId)
  return bought ? suggestByMail(recommender, bought) : []
}

/** What follows when something has happened. */
const subscriptions: Subscriptions = {
  'order.placed': { tellHowToPay: (placed: PlacedOrder) => tellHowToPay(mailer, placed) },
  'order.paid': {
    sendConfirmation: async ({ orderId }: OfOrder) =>
      sendOrderMail(mailer, orderId, 'confirmed', await alsoLiked(orderId)),
    issueInvoice: async ({ orderId }: OfOrder) => void (await issueInvoice(orderId)),
    countSale: async ({ orderId }: OfOrder) => countSale(await orderedVariants(orderId)),
    keepPurchase: async ({ orderId }: OfOrder) => {
      const bought = await boughtGoods(orderId)
      if (bought) await keepPurchase(bought)
    },
  },
  'order.looked_up': { sendOrderLink: (asked: LookedUp) => sendOrderLink(mailer, asked) },
  'order.expired': {
    giveBasketBack,
    sendExpiry: ({ orderId }: OfOrder) => sendOrderMail(mailer, orderId, 'expired'),
  },
  'order.cancelled': {
    closePaymentPage: (order: OfOrder) => closePaymentPage(stripe, order),
    letMoneyGo: async ({ orderId }: OfOrder) => void (await voidPayment(orderId, 'cancellation')),
    tellOfCancellation: (order: OfOrder) => tellOfCancellation(mailer, order),
  },
  'order.shipped': {},
  'order.delivered': { tellOfDelivery: (order: OfOrder) => tellOfDelivery(mailer, order) },
  'shipment.dispatched': {
    takeMoney,
    tellOfParcel: (shipment: OfShipment) => tellOfParcel(mailer, shipment),
  },
  'return.requested': { tellReturnRequested: tellOfReturn(mailer, 'requested') },
  'return.approved': { tellReturnApproved: tellOfReturn(mailer, 'approved') },
  'return.declined': { tellReturnDeclined: tellOfReturn(mailer, 'declined') },
  'return.received': { tellReturnReceived: tellOfReturn(mailer, 'received') },
  'stock.turned': { listTurned: ({ variantIds }: OfStock) => listVariants(variantIds) },
  'stock.arrived': { chooseAlerts },
  'stock.low': { alertLowStock: async (low: OfStock) => logger.warn(low, 'few are left') },
  'alert.asked': {
    askToConfirmAlert: (asked: OfAlert & { times: number }) => askToConfirmAlert(mailer, asked),
  },
  'alert.confirmed': { chooseAlerts },
  'alert.due': { tellOfArrival: (due: OfAlert) => tellOfArrival(mailer, due) },
  'payment.end_wanted': { endPayment: ({ orderId }: OfOrder) => endPayment(stripe, orderId) },
  'payment.lost': { noteLostPayment },
  'payment.unwanted': {
    releaseIntent: ({ reference }: { reference: string }) => releaseIntent(stripe, reference),
  },
  'payment.reported': { recordWebhook: (report: { eventId: string }) => recordWebhook(stripe, report) },
  'refund.succeeded': {
    noteRefund,
    tellOfRefund: (refund: RefundMade) => tellOfRefund(mailer, refund),
    issueCreditNote: async ({ refundId }: RefundMade) =>
      void (await issueCreditNote(refundId, await refundedLines(refundId))),
  },
  'refund.failed': {
    noteFailedRefund,
    alertFailedRefund: async (failed: object) => logger.error(failed, 'a refund has failed'),
  },
  'refund.requested': { sendRefund: ({ refundId }: { refundId: number }) => sendRefund(stripe, refundId) },
  'reminder.due': { sendReminder: (left: LeftBasket) => sendReminder(mailer, left) },
  'category.moved': { listCategory },
  'email.change_asked': {
    askToConfirmEmail: (asked: { change: string }) => askToConfirmEmail(mailer, asked),
  },
  'email.confirmed': {
    changeEmailAtProvider: (confirmed: { change: string }) => changeEmailAtProvider(accounts, confirmed),
  },
  'email.changed': {
    tellOfEmail: (changed: { customerId: number; old: string }) => tellOfEmail(mailer, changed),
  },
  'mail.asked_again': {
    sendAgain: (asked: { orderId: number; key: string; askedWith: string }) => sendAgain(mailer, asked),
  },
  'mail.reachable_again': { forgetAtDeliverer },
  'consent.withdrawn': {
    unlinkVisits: async (said: { visitorId: string; purpose: string }) => {
      if (said.purpose === 'personalisation') await unlinkVisits(said)
    },
  },
  'training.wanted': { trainOnDemand: trainModel },
  'customer.at_new_place': {
    tellOfNewPlace: (place: { signInId: string }) => tellOfNewPlace(mailer, place),
  },
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

const runner = await work(announced(subscriptions), clockwork)
logger.info('the worker works')

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, async () => {
    await runner.stop()
    await close()
    process.exit(0)
  })
}
